import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import { FaultlineError, type Logger, toFaultlineError } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';
import { InvalidFields } from './invalid-fields.ts';
import { sendProblem } from './problem.ts';

/** Turns whatever a route threw into a problem; what is not the caller's fault goes to the log with its cause, and nowhere else. */
export function handleError(logger: Logger): (error: unknown, context: HttpContext) => Response {
  return (error, context) => {
    const known = knownError(error, context);
    if (known.category !== 'user') logger.error('http', 'request-failed', error, { requestId: context.get('requestId') });
    return sendProblem(context, known);
  };
}

function knownError(error: unknown, context: HttpContext): FaultlineError {
  if (error instanceof HTTPException) return frameworkError(error);
  if (context.req.raw.signal.aborted)
    return new FaultlineError('cancelled', 'The caller left before the answer was ready.', { cause: error });
  return toFaultlineError(error);
}

/** Refusals of Hono itself, before a route runs. */
function frameworkError(error: HTTPException): FaultlineError {
  if (error.status === 400) return new FaultlineError('invalid-request', 'The body is not JSON that can be read.', { cause: error });
  if (error.status === 415) {
    return new FaultlineError('unsupported-media-type', 'Send the body as application/json.', { cause: error });
  }
  return toFaultlineError(error);
}

/** How callers know what the validators call otherwise. */
const PLACES: Readonly<Record<string, string>> = { json: 'body', param: 'path' };

/** What a route's validator calls. @throws InvalidFields. */
export function refuseInvalid({ target, error }: { readonly target: string; readonly error?: ZodError }): void {
  if (error !== undefined) throw new InvalidFields(PLACES[target] ?? target, error);
}
