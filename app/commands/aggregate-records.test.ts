import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recompute } from '../../answering/index.ts';
import {
  type Aggregate,
  type AggregateCell,
  type AggregateQuery,
  COMPARISONS,
  type Field,
  type Filter,
  type Grouping,
  type Having,
  type Measure,
  ORDER_COMPARISONS,
  type RecordRow,
  TIME_UNITS,
} from '../../kernel/index.ts';
import { CALLER, ingest, NEVER, withApplication } from '../test-support/workspace.ts';
import { aggregateRecords } from './aggregate-records.ts';
import { pageRecords } from './page-records.ts';

const ROWS = 40;
const REPEATED = 15;
const QUERIES = 60;
const LOGS = 3;

const cell = fc.constantFrom;
const row = fc.tuple(
  cell('W1', 'w1', 'W2', 'W3', ''),
  cell('2024-03-05', '2023-12-31 23:30', '2024-01-01T02:00:00+08:00', '2022-01-02', '2024-12-30 10:00', ''),
  cell('P-101', 'p101', 'Ｐ－101', 'P-102', '循环泵', ''),
  cell('更换机械密封', 'seal leaks', 'Seal leaks', '轴承过热 bearing hot', ''),
  cell('CM', 'cm', 'PM', '预防性维护', ''),
  cell('4', '0', '2.5', '12', '', 'unknown'),
  cell('320', '-40', '1e3', '18.75', ''),
);
const logText = fc
  .array(row, { minLength: ROWS, maxLength: ROWS })
  .map((rows) => ['工单号,日期,设备,描述,类型,Downtime h,费用', ...rows.map((cells) => cells.join(','))].join('\n'));

const field = cell<Field>('asset', 'text', 'work-type', 'duration', 'cost', 'date', 'coded:activity', 'coded:symptom', 'x:none');
const value = fc.oneof(cell('P-101', 'P 102', 'cm', '循环泵', 'activity/replace', '4'), cell(4, 0, -40, 320));
const instant = cell(Date.UTC(2024, 0, 1), Date.UTC(2023, 11, 31, 23, 30));
const zone = cell('UTC', '+08:00', '-03:30');
const { where } = fc.letrec<{ where: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: cell('equals' as const), field, value }),
    fc.record({ kind: cell('in' as const), field, values: fc.array(value, { maxLength: 3 }) }),
    fc.record({ kind: cell('contains' as const), field, text: cell('密封', 'SEAL', '1', '%') }),
    fc.record({ kind: cell('compare' as const), field, operator: cell(...ORDER_COMPARISONS), value: fc.oneof(cell(4, 0, 18.75), instant) }),
    fc.record({ kind: cell('between' as const), field, from: cell(-50, 0, 4), to: cell(5, 400) }),
    fc.record({ kind: cell('null' as const), field }),
    fc.record({ kind: cell('unrepeated' as const) }),
  ),
  where: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.record({ kind: cell('all' as const, 'any' as const), filters: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ kind: cell('not' as const), filter: tie('where') }),
  ),
}));
const grouping: fc.Arbitrary<Grouping> = fc.oneof(
  fc.record({ kind: cell('field' as const), field }),
  fc.record({ kind: cell('time' as const), field: cell<Field>('date', 'asset', 'cost'), unit: cell(...TIME_UNITS), zone }),
);
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'count' as const }),
  fc.record({ kind: cell('sum' as const, 'mean' as const, 'min' as const, 'max' as const, 'median' as const, 'distinct' as const), field }),
  fc.record({ kind: cell('percentile' as const), field, fraction: cell(0, 0.1, 0.5, 0.9, 1) }),
);
const condition = fc.oneof(
  fc.record({ kind: cell('compare' as const), measure: fc.constant(0), operator: cell(...COMPARISONS), value: cell(0, 1, 2, 4, 320) }),
  fc.record({ kind: cell('null' as const), measure: fc.constant(0) }),
);
const having: fc.Arbitrary<Having> = fc.oneof(
  condition,
  fc.record({ kind: cell('not' as const), condition }),
  fc.record({ kind: cell('all' as const, 'any' as const), conditions: fc.array(condition, { maxLength: 2 }) }),
);
const query: fc.Arbitrary<AggregateQuery> = fc.record(
  {
    from: cell('work-order' as const),
    where,
    groupBy: fc.array(grouping, { maxLength: 2 }),
    measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
    having,
    orderBy: fc.array(
      fc.record({ by: cell('measure' as const), index: fc.constant(0), direction: cell('ascending' as const, 'descending' as const) }),
      { maxLength: 1 },
    ),
    limit: cell(1, 3, 1000),
  },
  { requiredKeys: ['from', 'where', 'groupBy', 'measures', 'orderBy', 'limit'] },
);

/** The same figure by going through the rows one by one. */
function naive(asked: AggregateQuery, rows: readonly RecordRow[]): (readonly AggregateCell[])[] {
  const [order] = asked.orderBy;
  const sign = order?.direction === 'descending' ? -1 : 1;
  const place = asked.groupBy.length;
  const sorted = [...recompute(asked, rows)].sort(
    (a, b) => (order === undefined ? 0 : sign * (rank(a[place]) - rank(b[place]))) || compareCells(a.slice(0, place), b.slice(0, place)),
  );
  return sorted.slice(0, asked.limit);
}

const rank = (cellValue: AggregateCell | undefined) => (typeof cellValue === 'number' ? cellValue : Number.MIN_SAFE_INTEGER);

function compareCells(left: readonly AggregateCell[], right: readonly AggregateCell[]): number {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}

const rounded = (rows: readonly (readonly AggregateCell[])[]) =>
  rows.map((cells) => cells.map((one) => (typeof one === 'number' ? Number(one.toPrecision(12)) : one)));

describe('a figure over typed rows', () => {
  it('is what going through the rows one by one gives, and so are the rows behind each of its groups', async () => {
    const [texts] = fc.sample(fc.array(logText, { minLength: LOGS, maxLength: LOGS }), { numRuns: 1, seed: 11 });
    for (const text of texts ?? []) {
      await withApplication(async (application) => {
        await ingest(application, { uri: 'log.csv', text });
        // A second log repeats some of the orders.
        await ingest(application, {
          uri: 'extract.csv',
          text: text
            .split('\n')
            .slice(0, REPEATED + 1)
            .join('\n'),
        });
        const access = await application.ledger.accessFor(CALLER.tenant, 'all');
        const all: RecordRow[] = [];
        for await (const page of application.ledger.records.scan(
          access,
          { from: 'work-order', where: { kind: 'all', filters: [] } },
          NEVER,
        ))
          all.push(...page);
        expect(all).toHaveLength(ROWS + REPEATED);
        await fc.assert(
          fc.asyncProperty(query, async (asked) => {
            const { aggregate } = await aggregateRecords(application, CALLER, { query: asked, rows: 0 }, NEVER);
            expect(rounded(aggregate.rows)).toEqual(rounded(naive(asked, all)));
            expect(aggregate.groups).toBe(recompute(asked, all).length);
            await expectRowsBehind(aggregate, asked);
          }),
          { numRuns: QUERIES, seed: 5 },
        );

        /** The pages of a group hold as many rows as it counts, each once. */
        async function expectRowsBehind(aggregate: Aggregate, asked: AggregateQuery): Promise<void> {
          const withCounts = await aggregateRecords(
            application,
            CALLER,
            { query: { ...asked, measures: [...asked.measures, { kind: 'count' }] }, rows: 0 },
            NEVER,
          );
          for (const [index, group] of aggregate.keys.entries()) {
            const seen: RecordRow[] = [];
            for (let offset = 0; ; offset += 7) {
              const page = await pageRecords(application, CALLER, { query: asked, group, offset, limit: 7 }, NEVER);
              seen.push(...page.rows);
              expect(page.matched).toBe(withCounts.aggregate.rows[index]?.at(-1));
              if (page.rows.length < 7) break;
            }
            const places = seen.map(({ record }) => `${record.versionId} ${record.ordinal}`);
            expect(new Set(places).size).toBe(places.length);
            const counted = { ...asked, where: { kind: 'all', filters: [] }, having: { kind: 'all', conditions: [] } } as const;
            expect(recompute(counted, seen)).toHaveLength(1);
            expect(places).toHaveLength(Number(withCounts.aggregate.rows[index]?.at(-1)));
          }
        }
      });
    }
  }, 900_000);
});
