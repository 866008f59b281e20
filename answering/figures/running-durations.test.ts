import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnsRow, Field } from '../../kernel/index.ts';
import { recountDurations, startDurations } from './running-durations.ts';

const [from, to] = ['date', 'end-date'] as const satisfies readonly Field[];
const date = (time: number) => ({ kind: 'date', text: '', time, precision: 'minute' }) as const;

function row(begin: number | undefined, end: number | undefined): ColumnsRow {
  const columns = { ...(begin === undefined ? {} : { [from]: date(begin) }), ...(end === undefined ? {} : { [to]: date(end) }) };
  return { documentId: 'd', record: { columns } } as unknown as ColumnsRow;
}

describe('the mean time from one time of a row to another', () => {
  it('is over the rows that have both, in hours', () => {
    const mean = startDurations({ kind: 'duration', from, to });
    for (const one of [row(0, 7_200_000), row(3_600_000, 7_200_000), row(0, undefined), row(undefined, 5)]) mean.add(one);
    expect(mean.value()).toBe(1.5);
    expect(startDurations({ kind: 'duration', from, to }).value()).toBeUndefined();
  });

  it('is the same when it is counted in another way', () => {
    const time = fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time)), (rows) => {
        const [mean, again] = [startDurations({ kind: 'duration', from, to }), recountDurations({ kind: 'duration', from, to })];
        for (const [begin, end] of rows) for (const one of [mean, again]) one.add(row(begin, end));
        const [a, b] = [mean.value(), again.value()];
        if (a === undefined || b === undefined) expect(a).toBe(b);
        else expect(Math.abs(a - b)).toBeLessThan(1e-6 * Math.max(1, Math.abs(a)));
      }),
    );
  });
});
