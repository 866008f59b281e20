import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Access, type AggregateQuery, type Field, type Filter, makeDocumentId } from '../../kernel/index.ts';
import { recordReaderContract } from '../../kernel/ports/record-reader.contract.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { bytesOf, ingest, ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const ROWS: NonNullable<Sample['rows']> = [
  ['P-101', 0, 4],
  ['P-102', 40, null],
  ['p101', 400, 2],
  ['循环泵-3', 400, 0],
  ['P-101', 800, 1],
];
const LOG: Sample = { uri: 'log', says: [['P-101', '振动']], rows: ROWS };
const signal = new AbortController().signal;

let ledger: Ledger;
let access: Access;
function useLog(form: LedgerForm): void {
  beforeAll(async () => {
    ledger = await openEmpty(form, { now: () => 1 });
    await ingest(ledger, LOG);
    access = await ledger.accessFor(PLANT, 'all');
  });
  afterAll(() => ledger.close());
}

const ask = (change: Partial<AggregateQuery>): AggregateQuery => ({
  from: 'work-order',
  where: { kind: 'all', filters: [] },
  groupBy: [],
  measures: [{ kind: 'count' }],
  orderBy: [],
  limit: 50,
  ...change,
});
const count = async (where: Filter) => (await ledger.records.aggregate(access, ask({ where }), signal)).matched;

describeLedgers('the rows of a ledger', (form) => {
  recordReaderContract(form.name, async (rows) => {
    const own = await openEmpty(form, { now: () => 1 });
    const log: Sample = { uri: 'log', says: [], rows: rows.map(({ asset, date, duration, text }) => [asset, date, duration, text]) };
    const next: Sample = { uri: 'next', says: [], rows: ROWS };
    const version = await ingest(own, log);
    const [accept] = ingestSteps(next);
    await accept?.(own);
    await own.documents.describe(versionOf(next), { language: 'mixed', title: 'next' }, 'csv');
    const documentOf = (sample: Sample) => makeDocumentId(PLANT, sample.uri);
    return {
      reader: own.records,
      access: await own.accessFor(PLANT, 'all'),
      document: documentOf(log),
      version,
      beingRead: [{ fileName: 'sample.txt', documentId: documentOf(next) }],
      close: () => own.close(),
    };
  });
});

describeLedgers('filters', (form) => {
  useLog(form);

  it.each<[string, Filter, number]>([
    ['an identifier however it is written', { kind: 'equals', field: 'asset', value: 'Ｐ－１０１' }, 3],
    ['a number', { kind: 'equals', field: 'duration', value: 0 }, 1],
    ['a concept by its id', { kind: 'equals', field: 'coded:activity', value: 'activity/inspect' }, 2],
    ['a text in another case', { kind: 'equals', field: 'text', value: '检修 p-102 OVERHAUL' }, 1],
    ['a part of a text, in Chinese', { kind: 'contains', field: 'text', text: '检修' }, 5],
    ['a part of a text that a pattern language would misread', { kind: 'contains', field: 'text', text: '%' }, 0],
    ['a part of an identifier as written', { kind: 'contains', field: 'asset', text: '循环' }, 1],
    ['times from one instant up to another', { kind: 'between', field: 'date', from: 40 * 86_400_000, to: 800 * 86_400_000 }, 3],
    ['numbers from a bound', { kind: 'between', field: 'duration', from: 2 }, 2],
    ['empty cells', { kind: 'null', field: 'duration' }, 1],
    ['what is not so, empty cells among it', { kind: 'not', filter: { kind: 'equals', field: 'duration', value: 4 } }, 4],
    [
      'one or the other',
      {
        kind: 'any',
        filters: [
          { kind: 'null', field: 'duration' },
          { kind: 'equals', field: 'duration', value: 1 },
        ],
      },
      2,
    ],
    ['a field whose name has quotation marks', { kind: 'equals', field: 'x:备注 "note"', value: 'X' }, 5],
    ['a field that no row has', { kind: 'equals', field: 'x:none', value: 'x' }, 0],
    ['no alternative at all', { kind: 'any', filters: [] }, 0],
  ])('find %s', async (_, where, expected) => {
    expect(await count(where)).toBe(expected);
  });

  it('split the rows: what passes and what does not are all', async () => {
    const field = fc.constantFrom<Field>('asset', 'duration', 'date', 'text', 'coded:activity', 'x:none');
    const leaf: fc.Arbitrary<Filter> = fc.oneof(
      fc.record({
        kind: fc.constant('equals' as const),
        field,
        value: fc.oneof(fc.constantFrom('P-101', 'activity/replace', '4'), fc.nat({ max: 4 })),
      }),
      fc.record({ kind: fc.constant('contains' as const), field, text: fc.constantFrom('1', '检', '') }),
      fc.record({ kind: fc.constant('between' as const), field, from: fc.nat({ max: 4 }), to: fc.nat({ max: 9 }) }),
      fc.record({ kind: fc.constant('null' as const), field }),
    );
    const filter: fc.Arbitrary<Filter> = fc.oneof(
      leaf,
      fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), filters: fc.array(leaf, { maxLength: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(filter, async (where) => {
        expect((await count(where)) + (await count({ kind: 'not', filter: where }))).toBe(ROWS.length);
      }),
      { numRuns: form.tries(60) },
    );
  });
});

describeLedgers('figures', (form) => {
  useLog(form);

  it('are grouped by identifier and by UTC time, in the order asked, ties by group', async () => {
    const byAsset = await ledger.records.aggregate(
      access,
      ask({
        groupBy: [{ kind: 'field', field: 'asset' }],
        measures: [{ kind: 'count' }, { kind: 'mean', field: 'duration' }],
        orderBy: [{ by: 'measure', index: 0, direction: 'descending' }],
      }),
      signal,
    );
    expect(byAsset.rows).toEqual([
      ['P-101', 3, Number((7 / 3).toPrecision(12))],
      ['P-102', 1, null],
      ['循环泵-3', 1, 0],
    ]);
    expect(byAsset.nulls).toEqual([0, 1]);
    const byTime = async (unit: 'year' | 'quarter' | 'month') =>
      (await ledger.records.aggregate(access, ask({ groupBy: [{ kind: 'time', field: 'date', unit }] }), signal)).rows;
    expect(await byTime('year')).toEqual([
      ['1970', 2],
      ['1971', 2],
      ['1972', 1],
    ]);
    expect(await byTime('quarter')).toEqual([
      ['1970-Q1', 2],
      ['1971-Q1', 2],
      ['1972-Q1', 1],
    ]);
    expect((await byTime('month'))[1]).toEqual(['1970-02', 1]);
  });

  it('name a group of coded terms by the concept', async () => {
    const { rows } = await ledger.records.aggregate(access, ask({ groupBy: [{ kind: 'field', field: 'coded:activity' }] }), signal);
    expect(rows).toEqual([
      ['activity/inspect', 2],
      ['activity/replace', 3],
    ]);
  });

  it('of no rows are zero, with a proof of their own', async () => {
    const none = await ledger.records.aggregate(access, ask({ where: { kind: 'equals', field: 'asset', value: 'P-999' } }), signal);
    expect(none).toMatchObject({ rows: [[0]], matched: 0, nulls: [0] });
    expect(none.proof).not.toBe((await ledger.records.aggregate(access, ask({}), signal)).proof);
  });

  it('count a log that was sent again with more rows once', async () => {
    const own = await openEmpty(form, { now: () => 1 });
    await ingest(own, LOG);
    const longer: Sample = { ...LOG, rows: [...ROWS, ['P-7', 900, 3]] };
    expect(bytesOf(longer)).not.toBe(bytesOf(LOG));
    await ingest(own, longer);
    const figures = await own.records.aggregate(await own.accessFor(PLANT, 'all'), ask({}), signal);
    expect(figures.matched).toBe(6);
    await own.close();
  });

  it('stop when the caller has gone', async () => {
    await expect(ledger.records.aggregate(access, ask({}), AbortSignal.abort())).rejects.toThrow();
  });
});

describeLedgers('rows', (form) => {
  useLog(form);

  it('come newest first, page by page, as they were written, with their coded terms', async () => {
    const page = (offset: number) =>
      ledger.records.rows(access, { from: 'work-order', where: { kind: 'all', filters: [] }, offset, limit: 2 }, signal);
    const [first, second] = [await page(0), await page(2)];
    expect([...first, ...second].map((row) => row.record.ordinal)).toEqual([4, 2, 3, 1]);
    expect(first[0]?.record).toMatchObject({
      versionId: versionOf(LOG),
      anchor: { kind: 'row', sheet: 'orders', row: 5 },
      columns: {
        asset: { kind: 'identifier', text: 'P-101', identifier: { kind: 'tag', text: 'P-101', folded: 'P101' } },
        'x:备注 "note"': { kind: 'text', text: 'x' },
        'coded:activity': { kind: 'concept', text: '更换', concept: 'activity/replace' },
      },
    });
    expect(second[1]?.record.columns.duration).toBeNull();
  });

  it('tell which texts a field can be asked for, most frequent first', async () => {
    const values = await ledger.records.values(access, 'work-order', ['asset', 'duration', 'coded:activity', 'x:none'], 2);
    expect([...values]).toEqual([
      [
        'asset',
        [
          { text: 'P-101', count: 3 },
          { text: 'P-102', count: 1 },
        ],
      ],
      [
        'duration',
        [
          { text: '0', count: 1 },
          { text: '1', count: 1 },
        ],
      ],
      [
        'coded:activity',
        [
          { text: 'activity/replace', count: 3 },
          { text: 'activity/inspect', count: 2 },
        ],
      ],
      ['x:none', []],
    ]);
  });
});
