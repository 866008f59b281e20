import type { Problem } from '../contract.ts';
import { RequestFailure } from './request-failure.ts';
import { UNKNOWN_CALLER, whoAsks } from './who-asks.ts';

/** Proxies answer with these while the service behind them is away. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Sends a request to the service that this page came from, as whoever uses this tab. Where the service does not know who that is the
 * window is told, so that the page asks.
 * @throws RequestFailure for whatever is no success; an abort of `init.signal` is passed on as it is.
 */
export async function sendRequest(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of whoAsks()) headers.set(name, value);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw RequestFailure.connection(error);
  });
  if (response.ok) return response;
  if (response.status === 401 && path !== '/v1/session') dispatchEvent(new Event(UNKNOWN_CALLER));
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
