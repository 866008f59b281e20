import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { TraceSink } from '../../kernel/index.ts';
import { beginTrace } from './begin-trace.ts';
import { countedStatus } from './counted-status.ts';
import type { HttpEnvironment } from './http-app.ts';

/** One span a request, with the route and not the address, which may hold what was asked; what is done for it stands under it. */
export function traceRequests(traces: TraceSink, random: (bytes: number) => Uint8Array): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const place = beginTrace(context.req.header('traceparent'), random);
    if (place === undefined) return next();
    context.set('trace', { trace: place.trace, parent: place.id });
    const began = performance.timeOrigin + performance.now();
    let isAnswered = false;
    try {
      await next();
      isAnswered = true;
    } finally {
      const { method } = context.req;
      const route = routePath(context, -1);
      const status = countedStatus(context, isAnswered);
      traces.tell(
        {
          name: `${method} ${route}`,
          kind: 'server',
          began,
          ended: performance.timeOrigin + performance.now(),
          isFailed: status >= 500,
          attributes: {
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': status,
            'faultline.request_id': context.get('requestId'),
          },
          steps: [],
        },
        place,
      );
    }
  };
}
