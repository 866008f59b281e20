import type { Caller } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';

/** Who sent this request, as `createHttpApp` was told to find out. */
export function callerOf(context: HttpContext): Caller {
  return { ...context.get('caller'), requestId: context.get('requestId') };
}
