import type { Problem } from '../contract.ts';
import { keptKey } from './kept-key.ts';
import { RequestFailure } from './request-failure.ts';

/** Proxies answer with these while the service behind them is away. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Sends a request to the service that this page came from, with the key of this tab where there is one.
 * @throws RequestFailure for whatever is no success; an abort of `init.signal` is passed on as it is.
 */
export async function sendRequest(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const key = keptKey();
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw RequestFailure.connection(error);
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

async function failureOf(response: Response): Promise<RequestFailure> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return RequestFailure.problem((await response.json()) as Problem);
  return failureOfStatus(response.status, response.statusText);
}

/** What a status says that came without a problem. */
export function failureOfStatus(status: number, text: string): RequestFailure {
  if (AWAY.has(status)) return RequestFailure.connection(new Error(String(status)));
  return RequestFailure.problem({ code: String(status), detail: `${status} ${text}` });
}
