import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import type { RecordRow, Value } from '../../../kernel/index.ts';
import { aggregateRequestSchema, figureSchema, rowsPageSchema, rowsRequestSchema } from '../../contract/aggregate.ts';
import { nextOf } from '../../contract/count-cursor.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { sendPieces } from '../send-pieces.ts';
import { wantsType } from '../wants-type.ts';

const CSV_CONTENT = {
  'text/csv': {
    schema: {
      type: 'string',
      description:
        'With `Accept: text/csv`: all rows, each with document, revision, row and line; comments (#) before them hold query, proof, logs that are being read and figure, one after them the number of rows. Cells that a spreadsheet would run get an apostrophe before them.',
    },
  },
} as const;

const aggregate = createRoute({
  method: 'post',
  path: '/v1/records/aggregate',
  operationId: 'aggregateRecords',
  summary: 'Count, sum and group typed rows',
  request: { body: { required: true, content: { 'application/json': { schema: aggregateRequestSchema } } } },
  responses: {
    200: { description: 'The figure', content: { 'application/json': { schema: figureSchema }, ...CSV_CONTENT } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type', 'conflict'),
  },
});

const rows = createRoute({
  method: 'post',
  path: '/v1/records/rows',
  operationId: 'pageRecords',
  summary: 'The rows behind a figure or one of its groups, newest first, page by page',
  request: { body: { required: true, content: { 'application/json': { schema: rowsRequestSchema } } } },
  responses: {
    200: { description: 'A page of rows', content: { 'application/json': { schema: rowsPageSchema }, ...CSV_CONTENT } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type', 'conflict'),
  },
});

export function addRecords(http: HttpApp, service: Service): void {
  http.openapi(aggregate, async (context) => {
    const { rows: wanted, asOf, ...query } = context.req.valid('json');
    const { signal } = context.req.raw;
    if (wantsType(context, 'text/csv')) {
      const pieces = service.exportFigure(callerOf(context, asOf), { query }, signal);
      return sendPieces(pieces, { type: 'text/csv; charset=utf-8', fileName: 'figure.csv', logger: service.logger });
    }
    const figure = await service.aggregateRecords(callerOf(context, asOf), { query, rows: wanted }, signal);
    return context.json({ aggregate: figure.aggregate, rows: figure.rows.map(presentRow), beingRead: figure.beingRead }, 200);
  });

  http.openapi(rows, async (context) => {
    const { group, cursor = 0, limit, asOf, ...query } = context.req.valid('json');
    const { signal } = context.req.raw;
    const ofGroup = group === undefined ? {} : { group };
    if (wantsType(context, 'text/csv')) {
      const figure = { ...query, measures: [{ kind: 'count' }], orderBy: [], limit: 1 } as const;
      const pieces = service.exportFigure(callerOf(context, asOf), { query: figure, ...ofGroup }, signal);
      return sendPieces(pieces, { type: 'text/csv; charset=utf-8', fileName: 'rows.csv', logger: service.logger });
    }
    const page = await service.pageRecords(callerOf(context, asOf), { query, ...ofGroup, offset: cursor, limit }, signal);
    const next = nextOf(cursor, page.rows.length, cursor + page.rows.length < page.matched);
    return context.json({ ...page, rows: page.rows.map(presentRow), ...next }, 200);
  });
}

function presentRow({ documentId, record: { columns, ...record } }: RecordRow) {
  const cells = Object.entries(columns).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
  return { documentId, ...record, columns: Object.fromEntries(cells) as Record<string, Value | null> };
}
