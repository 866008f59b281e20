import { z } from 'zod';
import { type AggregateQuery, COLUMN_ROLES, DIMENSIONS, type Field, type Filter, RECORD_KINDS } from '../../kernel/index.ts';
import { rowAnchorSchema } from './anchor.ts';
import { documentIdSchema } from './ids.ts';
import { withoutUndefined } from './without-undefined.ts';

const CODED = ['coded:failure-mode', 'coded:symptom', 'coded:activity', 'coded:component', 'coded:mechanism'] as const;
const MAX_TEXT = 1000;
const MAX_FILTERS = 100;

const fieldSchema = z.union([z.enum([...COLUMN_ROLES, ...CODED]), z.templateLiteral(['x:', z.string().min(1).max(MAX_TEXT)])]).meta({
  id: 'Field',
  description: 'Role of a column, `x:` and its header, or a term coded from the text of the row',
}) satisfies z.ZodType<Field>;

const filterSchema: z.ZodType<Filter> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['all', 'any']), filters: z.array(filterSchema).max(MAX_FILTERS) }),
      z.strictObject({ kind: z.literal('not'), filter: filterSchema }),
      z.strictObject({ kind: z.literal('equals'), field: fieldSchema, value: z.union([z.string().max(MAX_TEXT), z.number()]) }),
      z.strictObject({ kind: z.literal('contains'), field: fieldSchema, text: z.string().min(1).max(MAX_TEXT) }),
      z
        .strictObject({ kind: z.literal('between'), field: fieldSchema, from: z.number().optional(), to: z.number().optional() })
        .transform(withoutUndefined),
      z.strictObject({ kind: z.literal('null'), field: fieldSchema }),
      z.strictObject({ kind: z.literal('document'), id: documentIdSchema }),
    ]),
  )
  .meta({ id: 'Filter', description: 'Which rows; times are milliseconds since 1970 UTC; `from` belongs to the range, `to` does not' });

const groupingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: fieldSchema }),
  z.strictObject({ kind: z.literal('time'), field: fieldSchema, unit: z.enum(['year', 'quarter', 'month']) }),
]);

const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.enum(['sum', 'mean', 'min', 'max', 'distinct']), field: fieldSchema }),
]);

const aggregateQueryShape = {
  from: z.enum(RECORD_KINDS),
  where: filterSchema.default({ kind: 'all', filters: [] }),
  groupBy: z.array(groupingSchema).max(4).default([]),
  measures: z
    .array(measureSchema)
    .min(1)
    .max(8)
    .default([{ kind: 'count' }]),
  orderBy: z
    .array(
      z.strictObject({
        by: z.enum(['measure', 'group']),
        index: z.int().min(0).max(7),
        direction: z.enum(['ascending', 'descending']),
      }),
    )
    .max(8)
    .default([]),
  limit: z.int().min(1).max(10_000).default(100),
};

/** A figure over typed rows as a caller asks for it. */
export const aggregateRequestSchema = z
  .strictObject({
    ...aggregateQueryShape,
    rows: z.int().min(0).max(1000).default(0).meta({ description: 'Send at most this many of the rows behind the figure' }),
  })
  .superRefine((query, context) => {
    for (const [place, { by, index }] of query.orderBy.entries()) {
      const among = by === 'measure' ? query.measures.length : query.groupBy.length;
      if (index >= among) context.addIssue({ code: 'custom', path: ['orderBy', place, 'index'], message: `there is no ${by} ${index}` });
    }
  })
  .meta({ id: 'AggregateRequest' });

const cellSchema = z.union([z.string(), z.number(), z.null()]);

/** `proof` names the rows: the same rows give the same proof. */
export const aggregateSchema = z
  .object({
    rows: z.array(z.array(cellSchema).readonly()).readonly().meta({ description: 'Cells of the groups first, then the measures' }),
    matched: z.int(),
    nulls: z.array(z.int()).readonly().meta({ description: 'Rows left out of each measure because its cell is empty' }),
    proof: z.string(),
  })
  .meta({ id: 'Aggregate' });

/** The query of a computed claim, as it was run. */
export const ranQuerySchema: z.ZodType<AggregateQuery> = z.object(aggregateQueryShape).meta({ id: 'AggregateQuery' });

const bounds = { low: z.number(), high: z.number() };
const quantitySchema = z
  .object({
    ...bounds,
    unit: z.string(),
    dimension: z.enum(DIMENSIONS),
    comparator: z.enum(['=', '<', '<=', '>', '>=', '~']),
    tolerance: z.object({ minus: z.number(), plus: z.number() }).optional(),
    si: z.object(bounds),
    decimals: z.int(),
    recurring: z.boolean(),
  })
  .meta({ id: 'Quantity' });

const valueSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('number'), text: z.string(), number: z.number() }),
    z.object({ kind: z.literal('quantity'), text: z.string(), quantity: quantitySchema }),
    z.object({
      kind: z.literal('identifier'),
      text: z.string(),
      identifier: z.object({ kind: z.string(), text: z.string(), folded: z.string() }),
    }),
    z.object({ kind: z.literal('date'), text: z.string(), time: z.number(), precision: z.enum(['day', 'minute', 'second']) }),
    z.object({ kind: z.literal('concept'), text: z.string(), concept: z.string() }),
  ])
  .meta({ id: 'Value', description: 'A cell as read (`text`) and as understood' });

export const figureSchema = z
  .object({
    aggregate: aggregateSchema,
    rows: z
      .array(
        z.object({
          documentId: z.string(),
          versionId: z.string(),
          passageId: z.string(),
          ordinal: z.int(),
          kind: z.enum(RECORD_KINDS),
          columns: z.record(z.string(), valueSchema.nullable()),
          anchor: rowAnchorSchema,
          fault: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Figure', description: 'A figure and, as far as asked for, the rows behind it, newest first' });
