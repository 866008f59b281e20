import { sendRequest } from './send-request.ts';

/** Sends a body as JSON and gives what comes back. @throws RequestFailure; an abort of the signal is passed on as it is. */
export async function postJson<Out>(path: string, body: unknown, signal?: AbortSignal): Promise<Out> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await sendRequest(path, signal === undefined ? init : { ...init, signal })).json()) as Out;
}
