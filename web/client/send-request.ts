import type { Problem } from '../contract.ts';
import { RequestFailure } from './request-failure.ts';

/** Proxies answer with these while the service behind them is away. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Sends a request to the service that this page came from.
 * @throws RequestFailure for whatever is no success; an abort of `init.signal` is passed on as it is.
 */
export async function sendRequest(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw RequestFailure.connection(error);
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

async function failureOf(response: Response): Promise<RequestFailure> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return RequestFailure.problem((await response.json()) as Problem);
  if (AWAY.has(response.status)) return RequestFailure.connection(new Error(`${response.status}`));
  return RequestFailure.problem({ code: String(response.status), detail: `${response.status} ${response.statusText}` });
}
