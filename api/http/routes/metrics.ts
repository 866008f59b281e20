import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import type { Metrics } from '../metrics.ts';
import { problems } from '../problem.ts';

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'readMetrics',
  summary: 'Metrics for Prometheus: requests, jobs, projections, threads, memory',
  responses: {
    200: { description: 'Text in the exposition format of Prometheus', content: { 'text/plain': { schema: z.string() } } },
    ...problems(),
  },
});

export function addMetrics(http: HttpApp, metrics: Metrics): void {
  http.openapi(metricsRoute, async (context) =>
    context.text(await metrics.render(callerOf(context), context.req.raw.signal), 200, { 'content-type': metrics.contentType }),
  );
}
