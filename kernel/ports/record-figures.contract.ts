import { expect, test } from 'vitest';
import { startRecordProof } from '../record-proof.ts';
import { ALL, describeLogs, type OpenLog, signal } from './contract-log.fixture.ts';
import type { AggregateCell, AggregateQuery, Filter, Measure } from './record-reader.ts';

const SPREAD: readonly Measure[] = [
  { kind: 'count' },
  ...(['sum', 'mean', 'min', 'max', 'median', 'distinct'] as const).map((kind): Measure => ({ kind, field: 'duration' })),
  { kind: 'percentile', field: 'duration', fraction: 0.75 },
];

/** The part of the contract of a record reader that is about figures. */
export function recordFiguresContract(name: string, open: OpenLog): void {
  describeLogs(`record figures contract: ${name}`, open, ({ third, all }, at) => {
    test(
      'measures are exact, groups in the order asked, ties by name, and each key asks for the rows of its group',
      at(async ({ reader, access }) => {
        const query: AggregateQuery = {
          from: 'work-order',
          where: ALL,
          groupBy: [{ kind: 'field', field: 'asset' }],
          measures: SPREAD,
          orderBy: [{ by: 'measure', index: 0, direction: 'descending' }],
          limit: 9,
        };
        const figure = await reader.aggregate(access, query, signal());
        expect(figure.rows.map(rounded)).toEqual([
          ['P-1', 3, 7, 2.3333333333, 1, 4, 2, 3, 3],
          ['P-2', 1, null, null, null, null, null, 0, null],
          [third, 1, 0, 0, 0, 0, 0, 1, 0],
        ]);
        expect(figure.columns).toEqual([
          { name: 'asset', nulls: 0 },
          { name: 'count', nulls: 0 },
          ...['sum', 'mean', 'min', 'max', 'median', 'distinct'].map((kind) => ({ name: `${kind}:duration`, nulls: 1 })),
          { name: 'percentile:duration:0.75', nulls: 1 },
        ]);
        expect([figure.groups, figure.matched, figure.nulls]).toEqual([3, 5, [0, 1, 1, 1, 1, 1, 1, 1]]);
        for (const [place, row] of figure.rows.entries()) {
          const [key = null] = figure.keys[place] ?? [];
          const where: Filter = { kind: 'group', grouping: { kind: 'field', field: 'asset' }, key };
          expect(await reader.count(access, { from: 'work-order', where }, signal())).toBe(row[1]);
        }
        expect(await reader.aggregate(access, { ...query, limit: 1 }, signal())).toMatchObject({
          rows: figure.rows.slice(0, 1),
          keys: figure.keys.slice(0, 1),
          groups: 3,
          matched: 5,
        });
      }),
    );

    test(
      'conditions on groups take out groups and no rows',
      at(async ({ reader, access }) => {
        const base = { from: 'work-order', where: ALL, groupBy: [{ kind: 'field', field: 'asset' }], orderBy: [], limit: 9 } as const;
        const ask = async (having: NonNullable<AggregateQuery['having']>) => {
          const measures: readonly Measure[] = [{ kind: 'count' }, { kind: 'sum', field: 'duration' }];
          const { rows: passing, groups, matched, nulls } = await reader.aggregate(access, { ...base, measures, having }, signal());
          return [passing.map(([group]) => group), groups, matched, nulls];
        };
        const isOften = { kind: 'compare', measure: 0, operator: '>=', value: 2 } as const;
        expect(await ask(isOften)).toEqual([['P-1'], 1, 5, [0, 1]]);
        expect(await ask({ kind: 'not', condition: isOften })).toEqual([['P-2', third], 2, 5, [0, 1]]);
        expect(await ask({ kind: 'null', measure: 1 })).toEqual([['P-2'], 1, 5, [0, 1]]);
        expect(await ask({ kind: 'all', conditions: [isOften, { kind: 'null', measure: 1 }] })).toEqual([[], 0, 5, [0, 1]]);
      }),
    );

    test(
      'times are put into the calendar of the zone asked, and no rows are one group with a count of nothing',
      at(async ({ reader, access }) => {
        const ask = (change: Partial<AggregateQuery>) =>
          reader.aggregate(
            access,
            { from: 'work-order', where: ALL, groupBy: [], measures: [{ kind: 'count' }], orderBy: [], limit: 9, ...change },
            signal(),
          );
        const years = await ask({ groupBy: [{ kind: 'time', field: 'date', unit: 'year' }] });
        expect(years.rows).toEqual([
          ['1970', 2],
          ['1971', 2],
          ['1972', 1],
        ]);
        expect(years.columns).toMatchObject([{ name: 'date:year', zone: 'UTC' }, { name: 'count' }]);
        const days = await ask({ groupBy: [{ kind: 'time', field: 'date', unit: 'day', zone: '-01:00' }], limit: 1 });
        expect([days.rows, days.groups]).toEqual([[['1969-12-31', 1]], 4]);
        const none = await ask({ where: { kind: 'any', filters: [] } });
        expect(none).toMatchObject({ rows: [[0]], matched: 0, nulls: [0] });
      }),
    );

    test(
      'a proof stands for the query and the rows that matched',
      at(async ({ reader, access, version }) => {
        const query = (where: Filter): AggregateQuery => ({
          from: 'work-order',
          where,
          groupBy: [],
          measures: [{ kind: 'count' }],
          orderBy: [],
          limit: 1,
        });
        for (const [where, expected] of [
          [ALL, all],
          [{ kind: 'equals', field: 'asset', value: 'P-1' }, [0, 2, 4]],
        ] as const) {
          const proof = startRecordProof(query(where));
          for (const ordinal of expected) proof.add(version, ordinal);
          expect((await reader.aggregate(access, query(where), signal())).proof).toBe(proof.end());
        }
      }),
    );
  });
}

/** Without the noise of adding in another order. */
function rounded(row: readonly AggregateCell[]): readonly AggregateCell[] {
  return row.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(10)) : cell));
}
