import type { z } from 'zod';
import { ERROR_TABLE, type ErrorCode, type FaultlineError } from '../../kernel/index.ts';
import { problemSchema } from '../contract/problem.ts';
import type { HttpContext } from './http-app.ts';
import { InvalidFields } from './invalid-fields.ts';

/** Body of every error answer (RFC 9457); `code` is stable, `detail` tells the caller what to do. */
type Problem = z.infer<typeof problemSchema>;

/** Seconds after which to ask again, where the error itself does not know. */
const RETRY_SECONDS: Readonly<Partial<Record<ErrorCode, number>>> = {
  // How long a store that failed is left alone.
  'store-unavailable': 5,
  // A person has to act.
  'storage-gone': 60,
  'store-moved': 60,
};

export function sendProblem(context: HttpContext, error: FaultlineError): Response {
  const problem = problemOf(context, error);
  return context.newResponse(JSON.stringify(problem), ERROR_TABLE[error.code].status, {
    'content-type': 'application/problem+json',
    ...(problem.status === 503 || problem.status === 429
      ? { 'retry-after': String(error.retryAfter ?? RETRY_SECONDS[error.code] ?? 1) }
      : {}),
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="faultline"' } : {}),
  });
}

export function problemOf(context: HttpContext, error: FaultlineError): Problem {
  return problemFor(error, context.get('requestId'));
}

export function problemFor(error: FaultlineError, requestId: string): Problem {
  const entry = ERROR_TABLE[error.code];
  return {
    type: `urn:faultline:problem:${error.code}`,
    title: entry.title,
    status: entry.status,
    detail: error.message,
    code: error.code,
    retryable: entry.retryable,
    instance: `urn:faultline:request:${requestId}`,
    ...(error instanceof InvalidFields ? { faults: error.faults } : {}),
  };
}

interface DescribedProblem {
  readonly description: string;
  readonly content: { readonly 'application/problem+json': { readonly schema: typeof problemSchema } };
}

/** Any route may meet these. */
const EVERYWHERE: readonly ErrorCode[] = ['unauthenticated', 'forbidden', 'too-many-requests', 'storage-failed', 'internal'];

/**
 * Problem answers of a route for the API's description. Problems are thrown, not returned, so the type leaves them out of what
 * a handler may return.
 */
export function problems(...codes: readonly ErrorCode[]): Record<never, DescribedProblem> {
  const described = new Map<number, string[]>();
  for (const code of [...codes, ...EVERYWHERE]) {
    const { status, title } = ERROR_TABLE[code];
    described.set(status, [...(described.get(status) ?? []), `\`${code}\`: ${title}`]);
  }
  return Object.fromEntries(
    [...described].map(([status, lines]) => [
      status,
      { description: lines.join('; '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
