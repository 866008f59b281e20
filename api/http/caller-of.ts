import type { Caller } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';

/** Who sent this request, as `createHttpApp` was told to find out; reads as of the instant that the request names, if it does. */
export function callerOf(context: HttpContext, asOf?: number): Caller {
  const trace = context.get('trace');
  return {
    ...context.get('caller'),
    requestId: context.get('requestId'),
    ...(trace === undefined ? {} : { trace }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
