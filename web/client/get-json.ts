import { sendRequest } from './send-request.ts';

/** What a path gives, as the contract types it. @throws RequestFailure. */
export async function getJson<Out>(path: string, signal: AbortSignal): Promise<Out> {
  return (await (await sendRequest(path, { signal })).json()) as Out;
}
