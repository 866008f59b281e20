import { describe, expect, it } from 'vitest';
import type { RowOperator, UsedWords, WordUse } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import { numbersOf } from './numbers-of.ts';

const numeric = (field: LogColumn['field']): LogColumn => ({ field, names: [], holds: 'numbers', values: [] });
const SHOWN = { columns: [numeric('duration'), numeric('x:cost')] };

function numbersIn(text: string, marked: readonly (readonly [string, WordUse, number?])[], operators: readonly RowOperator[]) {
  const words = marked.map(([written, is, column]): UsedWords => {
    const start = text.indexOf(written);
    return { is, start, end: start + written.length, ...(column === undefined ? {} : { column }) };
  });
  const reading = {
    ask: 'count',
    group: 'none',
    ranked: false,
    words,
    columns: operators.map((operator) => ({ whole: false, denied: false, operator })),
    chance: 1,
  } as const;
  const numbers = words.filter(({ is }) => is === 'number');
  return operators.map((_, at) => numbersOf(reading, SHOWN, at, numbers).map(({ start, end }) => text.slice(start, end)));
}

describe('the numbers that columns are compared with', () => {
  it.each([
    ['停机超过三小时、费用低于五千元的', '停机', '三小时', '费用', '五千元'],
    ['downtime over 3 hours but cost under 5000', 'downtime', '3 hours', 'cost', '5000'],
  ])('are those beside its own words where two are compared: %s', (text, one, first, other, second) => {
    const words = [
      [one, 'column', 0],
      [first, 'number'],
      [other, 'column', 1],
      [second, 'number'],
    ] as const;
    expect(numbersIn(text, words, ['>', '<'])).toEqual([[first], [second]]);
  });

  it('are in the order of the columns where these are said behind them', () => {
    const words = [
      ['5000', 'number'],
      ['cost', 'column', 1],
      ['3', 'number'],
      ['downtime', 'column', 0],
    ] as const;
    expect(numbersIn('over 5000 of cost and under 3 h of downtime', words, ['<', '>'])).toEqual([['3'], ['5000']]);
  });

  it('are all of them where one column is compared, whether it is named or not', () => {
    const words = [
      ['100', 'number'],
      ['300', 'number'],
    ] as const;
    expect(numbersIn('between 100 and 300', words, ['in', 'none'])[0]).toEqual(['100', '300']);
  });

  it('are none where one of two compared columns is not named', () => {
    const words = [
      ['停机', 'column', 0],
      ['三小时', 'number'],
      ['五千', 'number'],
    ] as const;
    expect(numbersIn('停机超过三小时、五千以上的', words, ['>', '>'])).toEqual([[], []]);
  });
});
