import type { Context } from 'hono';
import type { HttpEnvironment } from './http-app.ts';

/** What is counted where the caller left before there was an answer: no status that anybody was sent, and no fault of the service. */
const CALLER_LEFT = 499;

/**
 * The status to count of a request that has been answered: of one whose caller left without an answer, `CALLER_LEFT`. What is thrown
 * when a connection ends is no `Error`, so that it passes by the framework's handler and there may be no answer at all.
 */
export function countedStatus(context: Context<HttpEnvironment>, isAnswered: boolean): number {
  const status = isAnswered ? context.res.status : 500;
  return status >= 500 && context.req.raw.signal.aborted ? CALLER_LEFT : status;
}
