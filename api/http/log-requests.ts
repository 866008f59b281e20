import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';

/** One event a request. The route, not the address: an address may hold what was asked. */
export function logRequests(logger: Logger): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const began = performance.now();
    await next();
    logger.event('http', 'request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: Math.round(performance.now() - began),
    });
  };
}
