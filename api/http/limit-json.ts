import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FaultlineError } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';
import { sendProblem } from './problem.ts';

const MAX_BYTES = 1024 * 1024;
/** Deeper nesting serves no request and would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 40;

/** Bounds a JSON body by size, also while it streams in, and by nesting. */
export function limitJson(): MiddlewareHandler<HttpEnvironment> {
  const limitSize = bodyLimit({
    maxSize: MAX_BYTES,
    onError: (context) => sendProblem(context, new FaultlineError('request-too-large', `The body is larger than ${MAX_BYTES} bytes.`)),
  });
  return (context, next) =>
    limitSize(context, async () => {
      if (context.req.raw.body !== null && isDeeper(await context.req.text(), MAX_DEPTH)) {
        throw new FaultlineError('invalid-request', `The body is nested deeper than ${MAX_DEPTH} levels.`);
      }
      await next();
    });
}

function isDeeper(json: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > limit) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}
