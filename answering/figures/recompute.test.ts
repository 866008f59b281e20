import { describe, expect, it } from 'vitest';
import type { AggregateQuery, Value } from '../../kernel/index.ts';
import { storeRows } from '../compose/plant.test-support.ts';
import { checkRecomputed, recompute, startRecomputation } from './recompute.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });
const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });
const { rows } = storeRows([
  { kind: 'work-order', columns: { asset: text('P-1'), date: date('2023-02-01'), cost: number(10), text: text('机封泄漏') } },
  { kind: 'work-order', columns: { asset: text('p-1'), date: date('2024-02-01'), cost: number(30), text: text('Seal leaks') } },
  { kind: 'work-order', columns: { asset: text('P-2'), date: date('2024-05-01'), text: text('泄漏') } },
]);
const query = (change: Partial<AggregateQuery>): AggregateQuery => ({
  from: 'work-order',
  where: { kind: 'all', filters: [] },
  groupBy: [],
  measures: [{ kind: 'count' }],
  orderBy: [],
  limit: 10,
  ...change,
});

describe('the second computation', () => {
  it('counts, sums and means over matching rows, empty cells left out', () => {
    expect(recompute(query({}), rows)).toEqual([[3]]);
    expect(recompute(query({ measures: [{ kind: 'sum', field: 'cost' }] }), rows)).toEqual([[40]]);
    expect(recompute(query({ measures: [{ kind: 'mean', field: 'cost' }] }), rows)).toEqual([[20]]);
  });

  it('groups texts whatever their case, and times by year and month', () => {
    expect(recompute(query({ groupBy: [{ kind: 'field', field: 'asset' }] }), rows).map((row) => row[1])).toEqual([2, 1]);
    expect(recompute(query({ groupBy: [{ kind: 'time', field: 'date', unit: 'year' }] }), rows)).toEqual([
      ['2023', 1],
      ['2024', 2],
    ]);
  });

  it('finds Chinese words in cells', () => {
    expect(recompute(query({ where: { kind: 'contains', field: 'text', text: '泄漏' } }), rows)).toEqual([[2]]);
  });

  it('finds out a figure that is wrong, or that was taken over other rows', () => {
    const again = (asked: AggregateQuery, over = rows) => {
      const recomputation = startRecomputation(asked);
      for (const row of over) recomputation.add([row]);
      return recomputation.end();
    };
    const right = { ...again(query({})) };
    expect(right).toMatchObject({ rows: [[3]], matched: 3 });
    expect(checkRecomputed(query({}), right, again(query({}))).outcome).toBe('passed');
    expect(checkRecomputed(query({}), { ...right, rows: [[4]] }, again(query({}))).outcome).toBe('failed');
    expect(checkRecomputed(query({}), { ...right, matched: 2 }, again(query({}))).outcome).toBe('failed');
    expect(checkRecomputed(query({}), right, { ...right, proof: again(query({}), rows.slice(1)).proof }).outcome).toBe('failed');
  });

  it('finds out a ranking that does not begin with the first group', () => {
    const ranked = query({
      groupBy: [{ kind: 'field', field: 'asset' }],
      orderBy: [{ by: 'measure', index: 0, direction: 'descending' }],
    });
    const recomputation = startRecomputation(ranked);
    recomputation.add(rows);
    const again = recomputation.end();
    expect(checkRecomputed(ranked, { ...again, rows: [['P-1', 2]] }, again).outcome).toBe('passed');
    expect(checkRecomputed(ranked, { ...again, rows: [['P-2', 1]] }, again).outcome).toBe('failed');
  });
});
