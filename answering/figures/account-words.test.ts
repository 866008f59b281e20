import { describe, expect, it } from 'vitest';
import type { AggregateQuery, Filter } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { accountWords } from './account-words.ts';

const NAMES = new Map([
  ['asset', ['equipment']],
  ['work-type', ['work type']],
  ['failure-mode', ['failure mode', '故障模式']],
  ['cost', ['cost', '费用']],
] as const);
const year = (of: number): Filter => ({ kind: 'between', field: 'date', from: Date.UTC(of, 0), to: Date.UTC(of + 1, 0) });
const pump: Filter = { kind: 'equals', field: 'asset', value: 'P-101' };
const corrective: Filter = { kind: 'in', field: 'work-type', values: ['CM'] };
const noMode: Filter = { kind: 'null', field: 'failure-mode' };
const dear: Filter = { kind: 'compare', field: 'cost', operator: '>', value: 5000 };
const query = (...filters: readonly Filter[]): AggregateQuery => ({
  from: 'work-order',
  where: { kind: 'all', filters },
  groupBy: [],
  measures: [{ kind: 'count' }],
  orderBy: [],
  limit: 10,
});
const outcome = (question: string, ...filters: readonly Filter[]) =>
  accountWords(question, [query(...filters)], { names: NAMES }, 0, siteGrammar([])).outcome;

describe('the second look at a question', () => {
  it.each<[string, readonly Filter[]]>([
    ['How many work orders had P-101 in 2016?', [pump, year(2016)]],
    ['How many work orders of P-101 cost more than 5000?', [pump, dear]],
    ['How many work orders have no failure mode?', [noMode]],
    ['P-101 没有故障模式的工单有多少张？', [pump, noMode]],
    ['2016年费用超过5000的工单有多少张？', [year(2016), dear]],
  ])('finds each word of it in the query, and finds out any condition that is not there: %s', (question, filters) => {
    expect(outcome(question, ...filters)).toBe('passed');
    for (const left of filters) expect(outcome(question, ...filters.filter((filter) => filter !== left))).toBe('failed');
  });

  it('takes no word for said that the query does not hold', () => {
    expect(outcome('How many overdue work orders had P-101?', pump)).toBe('failed');
    expect(outcome('P-101 逾期的工单有多少张？', pump)).toBe('failed');
    expect(outcome('How many work orders have no failure mode?', { kind: 'not', filter: noMode }, corrective)).toBe('passed');
    expect(outcome('Which asset has the most work orders?')).toBe('failed');
  });
});
