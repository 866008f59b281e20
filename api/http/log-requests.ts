import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../../kernel/index.ts';
import { countedStatus } from './counted-status.ts';
import type { HttpEnvironment } from './http-app.ts';
import type { Metrics } from './metrics.ts';

/** One event and one measurement a request. The route, not the address: an address may hold what was asked. */
export function logRequests(logger: Logger, metrics: Pick<Metrics, 'observe'>): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const began = performance.now();
    let isAnswered = false;
    try {
      await next();
      isAnswered = true;
    } finally {
      const milliseconds = performance.now() - began;
      const status = countedStatus(context, isAnswered);
      metrics.observe(context.req.method, routePath(context, -1), status, milliseconds / 1000);
      logger.event('http', 'request', {
        requestId: context.get('requestId'),
        method: context.req.method,
        route: routePath(context, -1),
        status,
        milliseconds: Math.round(milliseconds),
      });
    }
  };
}
