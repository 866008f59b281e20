import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import type { TypedRecord, Value } from '../../../kernel/index.ts';
import { aggregateRequestSchema, figureSchema } from '../../contract/aggregate.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const aggregate = createRoute({
  method: 'post',
  path: '/v1/records/aggregate',
  operationId: 'aggregateRecords',
  summary: 'Count, sum and group typed rows',
  request: { body: { required: true, content: { 'application/json': { schema: aggregateRequestSchema } } } },
  responses: {
    200: { description: 'The figure', content: { 'application/json': { schema: figureSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addRecords(http: HttpApp, service: Service): void {
  http.openapi(aggregate, async (context) => {
    const { rows: wanted, ...query } = context.req.valid('json');
    const figure = await service.aggregateRecords(callerOf(context), { query, rows: wanted }, context.req.raw.signal);
    const rows = figure.rows.map(({ documentId, record: { columns, ...record } }) => ({
      documentId,
      ...record,
      columns: cellsOf(columns),
    }));
    return context.json({ aggregate: figure.aggregate, rows }, 200);
  });
}

function cellsOf(columns: TypedRecord['columns']): Record<string, Value | null> {
  return Object.fromEntries(Object.entries(columns).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
