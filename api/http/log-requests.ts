import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';
import type { Metrics } from './metrics.ts';

/** One event and one measurement a request. The route, not the address: an address may hold what was asked. */
export function logRequests(logger: Logger, metrics: Pick<Metrics, 'observe'>): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const milliseconds = performance.now() - began;
    metrics.observe(context.req.method, routePath(context, -1), context.res.status, milliseconds / 1000);
    logger.event('http', 'request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: Math.round(milliseconds),
    });
  };
}
