import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Application } from '../../app/index.ts';
import type { HttpEnvironment } from './http-app.ts';

/** One event a request. The route, not the address: an address may hold what was asked. */
export function logRequests({ clock, logger }: Application): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const began = clock.now();
    await next();
    logger.event('http', 'request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: clock.now() - began,
    });
  };
}
