import { z } from 'zod';
import {
  type AggregateQuery,
  assertNever,
  COLUMN_ROLES,
  COMPARISONS,
  DIMENSIONS,
  FIELD_MEASURES,
  type Field,
  type Filter,
  type Having,
  ORDER_COMPARISONS,
  RECORD_KINDS,
  TIME_UNITS,
  zoneMinutes,
} from '../../kernel/index.ts';
import { rowAnchorSchema } from './anchor.ts';
import { asOfSchema } from './as-of.ts';
import { countCursorSchema, nextSchema } from './count-cursor.ts';
import { fileBeingReadSchema } from './file-being-read.ts';
import { documentIdSchema } from './ids.ts';
import { withoutUndefined } from './without-undefined.ts';

const CODED = ['coded:failure-mode', 'coded:symptom', 'coded:activity', 'coded:component', 'coded:mechanism'] as const;
const MAX_TEXT = 1000;
const MAX_FILTERS = 100;
const MAX_VALUES = 1000;
const MAX_GROUPINGS = 4;
const MAX_MEASURES = 8;

const groupKeySchema = z
  .string()
  .max(2 * MAX_TEXT)
  .nullable();
const measurePlaceSchema = z
  .int()
  .min(0)
  .max(MAX_MEASURES - 1);

const fieldSchema = z.union([z.enum([...COLUMN_ROLES, ...CODED]), z.templateLiteral(['x:', z.string().min(1).max(MAX_TEXT)])]).meta({
  id: 'Field',
  description: 'Role of a column, `x:` and its header, or a term coded from the text of the row',
}) satisfies z.ZodType<Field>;

const valueTextSchema = z.union([z.string().max(MAX_TEXT), z.number()]);

const zoneSchema = z
  .string()
  .refine((zone) => zoneMinutes(zone) !== undefined, 'must be UTC or an offset such as +08:00')
  .meta({ description: '`UTC` or an offset (`+08:00`)' });

const groupingSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: fieldSchema }),
    z
      .strictObject({ kind: z.literal('time'), field: fieldSchema, unit: z.enum(TIME_UNITS), zone: zoneSchema.optional() })
      .transform(withoutUndefined),
  ])
  .meta({ id: 'Grouping', description: 'One group a value, or a bucket of the calendar; weeks are those of ISO 8601' });

const filterSchema: z.ZodType<Filter> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['all', 'any']), filters: z.array(filterSchema).max(MAX_FILTERS) }),
      z.strictObject({ kind: z.literal('not'), filter: filterSchema }),
      z.strictObject({ kind: z.literal('equals'), field: fieldSchema, value: valueTextSchema }),
      z.strictObject({ kind: z.literal('in'), field: fieldSchema, values: z.array(valueTextSchema).min(1).max(MAX_VALUES) }),
      z.strictObject({ kind: z.literal('contains'), field: fieldSchema, text: z.string().min(1).max(MAX_TEXT) }),
      z.strictObject({ kind: z.literal('compare'), field: fieldSchema, operator: z.enum(ORDER_COMPARISONS), value: z.number() }),
      z
        .strictObject({ kind: z.literal('between'), field: fieldSchema, from: z.number().optional(), to: z.number().optional() })
        .transform(withoutUndefined),
      z.strictObject({ kind: z.literal('null'), field: fieldSchema }),
      z.strictObject({ kind: z.literal('document'), id: documentIdSchema }),
      z.strictObject({ kind: z.literal('unrepeated') }),
      z.strictObject({ kind: z.literal('group'), grouping: groupingSchema, key: groupKeySchema }),
    ]),
  )
  .meta({
    id: 'Filter',
    description:
      'Which rows; times are milliseconds since 1970 UTC; `from` belongs to the range, `to` does not; `unrepeated` leaves out rows whose order, date and equipment stand in another document of the site',
  });

const havingSchema: z.ZodType<Having> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['all', 'any']), conditions: z.array(havingSchema).max(MAX_FILTERS) }),
      z.strictObject({ kind: z.literal('not'), condition: havingSchema }),
      z.strictObject({
        kind: z.literal('compare'),
        measure: measurePlaceSchema,
        operator: z.enum(COMPARISONS),
        value: z.number(),
      }),
      z.strictObject({ kind: z.literal('null'), measure: measurePlaceSchema }),
    ]),
  )
  .meta({ id: 'Having', description: 'Which groups, by their measures' });

const measureSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count') }),
    z.strictObject({ kind: z.enum(FIELD_MEASURES), field: fieldSchema }),
    z.strictObject({ kind: z.literal('percentile'), field: fieldSchema, fraction: z.number().min(0).max(1) }),
  ])
  .meta({ id: 'Measure', description: '`median` and `percentile` are exact, between two values by their distance' });

const rowsQueryShape = {
  from: z.enum(RECORD_KINDS),
  where: filterSchema.default({ kind: 'all', filters: [] }),
  groupBy: z.array(groupingSchema).max(MAX_GROUPINGS).default([]),
};

const aggregateQueryShape = {
  ...rowsQueryShape,
  measures: z
    .array(measureSchema)
    .min(1)
    .max(MAX_MEASURES)
    .default([{ kind: 'count' }]),
  having: havingSchema.optional(),
  orderBy: z
    .array(
      z.strictObject({
        by: z.enum(['measure', 'group']),
        index: measurePlaceSchema,
        direction: z.enum(['ascending', 'descending']),
      }),
    )
    .max(8)
    .default([]),
  limit: z.int().min(1).max(10_000).default(100).meta({ description: 'Groups at most; `groups` of the figure tells how many there are' }),
};

const groupSchema = z
  .array(groupKeySchema)
  .max(MAX_GROUPINGS)
  .meta({ description: "One of the figure's `keys`; absent: the rows of all groups" });

/** A figure over typed rows as a caller asks for it. */
export const aggregateRequestSchema = z
  .strictObject({
    ...aggregateQueryShape,
    rows: z.int().min(0).max(1000).default(0).meta({ description: 'Send at most this many of the rows behind the figure' }),
    asOf: asOfSchema.optional(),
  })
  .superRefine((query, context) => {
    for (const [place, { by, index }] of query.orderBy.entries()) {
      const among = by === 'measure' ? query.measures.length : query.groupBy.length;
      if (index >= among) context.addIssue({ code: 'custom', path: ['orderBy', place, 'index'], message: `there is no ${by} ${index}` });
    }
    for (const measure of query.having === undefined ? [] : measuresOf(query.having)) {
      if (measure >= query.measures.length)
        context.addIssue({ code: 'custom', path: ['having'], message: `there is no measure ${measure}` });
    }
  })
  .transform(withoutUndefined)
  .meta({ id: 'AggregateRequest' });

/** Asks for the rows behind a figure, or behind one of its groups. */
export const rowsRequestSchema = z
  .strictObject({
    ...rowsQueryShape,
    group: groupSchema.optional(),
    cursor: countCursorSchema.optional(),
    limit: z.int().min(1).max(1000).default(100),
    asOf: asOfSchema.optional(),
  })
  .superRefine(({ group, groupBy }, context) => {
    if (group !== undefined && group.length !== groupBy.length)
      context.addIssue({ code: 'custom', path: ['group'], message: `must have a key for each of the ${groupBy.length} groupings` });
  })
  .transform(withoutUndefined)
  .meta({ id: 'RowsRequest' });

function measuresOf(having: Having): readonly number[] {
  switch (having.kind) {
    case 'all':
    case 'any':
      return having.conditions.flatMap(measuresOf);
    case 'not':
      return measuresOf(having.condition);
    case 'compare':
    case 'null':
      return [having.measure];
    default:
      return assertNever(having);
  }
}

const cellSchema = z.union([z.string(), z.number(), z.null()]);

const figureCellsSchema = z.array(z.array(cellSchema).readonly()).readonly();

/** What a computed claim tells of its figure. `proof` names the rows: the same rows give the same proof. */
export const computedSchema = z.object({
  rows: figureCellsSchema.meta({ description: 'Cells of the groups first, then the measures' }),
  matched: z.int(),
  nulls: z.array(z.int()).readonly().meta({ description: 'Rows left out of each measure because its cell is empty' }),
  proof: z.string(),
});

const aggregateSchema = computedSchema
  .extend({
    columns: z
      .array(
        z.object({
          name: z.string(),
          nulls: z.int().meta({ description: 'Rows whose cell is empty, or holds nothing that can be measured' }),
          zone: z.string().optional().meta({ description: 'Zone of the calendar; a date that a log gives without zone counts as UTC' }),
          units: z
            .array(z.string())
            .readonly()
            .optional()
            .meta({ description: 'Units that the measured cells are written in; more than one: the figure mixes them' }),
        }),
      )
      .readonly(),
    keys: z
      .array(z.array(z.string().nullable()).readonly())
      .readonly()
      .meta({ description: 'For each of `rows` the `group` that /v1/records/rows takes' }),
    groups: z.int().meta({ description: 'Groups that pass `having`, before `limit`' }),
  })
  .meta({ id: 'Aggregate' });

/** The query of a computed claim, as it was run. */
export const ranQuerySchema: z.ZodType<AggregateQuery> = z
  .object(aggregateQueryShape)
  .transform(withoutUndefined)
  .meta({ id: 'AggregateQuery' });

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

export const valueSchema = z
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

const recordSchema = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    passageId: z.string(),
    ordinal: z.int(),
    kind: z.enum(RECORD_KINDS),
    columns: z.record(z.string(), valueSchema.nullable()),
    anchor: rowAnchorSchema,
    fault: z.string().optional(),
  })
  .meta({ id: 'Record', description: 'One typed row; the passage quotes it, the anchor tells where it stands' });

export const beingReadSchema = z
  .array(fileBeingReadSchema)
  .readonly()
  .meta({ description: 'Logs that were being read for the first time: none of their rows is counted or given' });

export const figureSchema = z
  .object({ aggregate: aggregateSchema, rows: z.array(recordSchema).readonly(), beingRead: beingReadSchema })
  .meta({ id: 'Figure', description: 'A figure and, as far as asked for, the rows behind it, newest first' });

export const rowsPageSchema = z
  .object({
    rows: z.array(recordSchema).readonly(),
    matched: z.int().meta({ description: 'Rows in all, over all pages' }),
    proof: z.string().meta({ description: 'Names all of the rows: pages with different proofs are of different states' }),
    beingRead: beingReadSchema,
    next: nextSchema,
  })
  .meta({ id: 'RowsPage' });
