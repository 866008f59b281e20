import type { Context } from 'hono';
import { ERROR_TABLE, type FaultlineError } from '../../kernel/index.ts';

/** Body of every error answer (RFC 9457); `code` is stable, `detail` tells the caller what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly retryable: boolean;
}

export function problemOf(error: FaultlineError): Problem {
  const entry = ERROR_TABLE[error.code];
  return {
    type: `urn:faultline:problem:${error.code}`,
    title: entry.title,
    status: entry.status,
    detail: error.message,
    code: error.code,
    retryable: entry.retryable,
  };
}

export function sendProblem(context: Context, error: FaultlineError): Response {
  const problem = problemOf(error);
  return context.newResponse(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json' });
}
