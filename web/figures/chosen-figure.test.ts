import { expect, it } from 'vitest';
import { aggregateRequestSchema, rowsRequestSchema } from '../../api/contract/aggregate.ts';
import { RECORD_KINDS as ALL_KINDS } from '../../kernel/index.ts';
import { isWordKey } from '../languages/speak.ts';
import { barsOf, FIRST_FIGURE, figureRequest, GROUPINGS, MEASURES, RECORD_KINDS, rowsRequest, wholeRequest } from './chosen-figure.ts';

it('asks for what the service takes, whatever is chosen, and has words for it', () => {
  expect([...RECORD_KINDS].sort()).toEqual([...ALL_KINDS].sort());
  for (const grouping of GROUPINGS)
    for (const measure of MEASURES) {
      const chosen = { ...FIRST_FIGURE, grouping, measure, asset: 'P-1' };
      expect(aggregateRequestSchema.safeParse(figureRequest(chosen)).success).toBe(true);
      expect(rowsRequestSchema.safeParse(rowsRequest(chosen, [null])).success).toBe(true);
    }
  const keys = [
    ...RECORD_KINDS.map((one) => `figures.kind.${one}`),
    ...GROUPINGS.map((one) => `figures.grouping.${one}`),
    ...MEASURES.map((one) => `figures.measure.${one}`),
  ];
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});

it('adds up the shares of a ranking and of no time line, and leaves out a group that could not be measured', () => {
  const figure = {
    rows: [
      ['P-1', 6],
      [null, 3],
      ['P-2', null],
      ['P-3', 1],
    ],
    keys: [['p-1'], [null], ['p-2'], ['p-3']],
    groups: 4,
  };
  expect(barsOf({ grouping: 'asset' }, figure, '(empty)')).toEqual([
    { group: ['p-1'], label: 'P-1', value: 6, cumulative: 0.6 },
    { group: [null], label: '(empty)', value: 3, cumulative: 0.9 },
    { group: ['p-3'], label: 'P-3', value: 1, cumulative: 1 },
  ]);
  expect(barsOf({ grouping: 'year' }, figure, '').every(({ cumulative }) => cumulative === undefined)).toBe(true);
});

it('takes the shares of a ranking of all groups, those too for which no bar is drawn', () => {
  const figure = {
    rows: [
      ['P-1', 6],
      ['P-2', 2],
    ],
    keys: [['p-1'], ['p-2']],
    groups: 5,
  };
  const asked = wholeRequest(FIRST_FIGURE, figure);
  expect(aggregateRequestSchema.parse(asked)).toMatchObject({ groupBy: [], measures: [{ kind: 'count' }] });
  expect(wholeRequest(FIRST_FIGURE, { ...figure, groups: 2 })).toBeUndefined();
  expect(wholeRequest({ ...FIRST_FIGURE, grouping: 'year' }, figure)).toBeUndefined();
  const shares = (whole?: { rows: number[][] }) => barsOf({ grouping: 'asset' }, figure, '', whole).map(({ cumulative }) => cumulative);
  expect(shares({ rows: [[10]] })).toEqual([0.6, 0.8]);
  expect(shares()).toEqual([undefined, undefined]);
});
