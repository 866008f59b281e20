import { describe, expect, it } from 'vitest';
import { readingFromText } from './reading-from-text.ts';

const COLUMNS = [
  { header: '设备', values: ['1#空压机', 'P-101A'] },
  { header: '停机时间(h)', values: ['4', '12.5'] },
  { header: 'Reported', values: ['2023-04-01'] },
];
const limited = (operator: string, more: object = {}) => ({ whole: false, denied: false, operator, ...more });

describe('a reading that a language model wrote', () => {
  it('says what the words of the question are there for, where they stand, and the query', () => {
    const written = '[V1.1]1#空压机 [C2]停机 [O]超过 [U]四小时 [M]几次\ncount where 1 =, 2 >';
    expect(readingFromText(written, '1#空压机停机超过四小时的几次', COLUMNS)).toEqual({
      ask: 'count',
      group: 'none',
      ranked: false,
      words: [
        { is: 'value', start: 0, end: 5, column: 0, value: { column: 0, value: 0 } },
        { is: 'column', start: 5, end: 7, column: 1 },
        { is: 'comparison', start: 7, end: 9 },
        { is: 'number', start: 9, end: 12 },
        { is: 'measure', start: 13, end: 15 },
      ],
      columns: [limited('='), limited('>'), limited('none')],
    });
  });

  it('may rank groups, leave rows out, tell a whole and subtract times', () => {
    const of = (query: string) => readingFromText(query, 'anything', COLUMNS);
    expect(of('sum of 2 by 1 ranked where !3 in')).toMatchObject({
      measured: 1,
      group: 'column',
      grouped: 0,
      ranked: true,
      columns: [limited('none'), limited('none'), limited('in', { denied: true })],
    });
    expect(of('count by month 3')).toMatchObject({ group: 'month', grouped: 2 });
    expect(of('max of 2 by row ranked')).toMatchObject({ group: 'row', measured: 1 });
    expect(of('share where 2 >, 1@ =')).toMatchObject({ columns: [limited('=', { whole: true }), limited('>'), limited('none')] });
    expect(of('duration of 2 to 3')).toMatchObject({ measured: 1, second: 2 });
    expect(of('other')).toMatchObject({ ask: 'other', words: [] });
  });

  it('finds words whose blanks differ, each behind the one before it', () => {
    const written = '[V1.2]pump a [C2]pump  hours\nsum of 2';
    const question = 'for  pump\ta the pump hours';
    expect(readingFromText(written, question, COLUMNS)?.words.map(({ start, end }) => question.slice(start, end))).toEqual([
      'pump\ta',
      'pump hours',
    ]);
  });

  it.each([
    ['words that the question does not have', '[V1]compressor\ncount'],
    ['a column that is not there', '[C4]hours\ncount'],
    ['a value that is not shown', '[V3.2]hours\ncount'],
    ['a mark that there is none of', '[Q]hours\ncount'],
    ['a measure that there is none of', '[C2]hours\nvariance of 2'],
    ['a condition of a column that is not there', '[C2]hours\ncount where 9 ='],
    ['an operator that there is none of', '[C2]hours\ncount where 2 ~'],
    ['two conditions of one column', '[C2]hours\ncount where 2 =, !2 ='],
    ['prose', 'The hours are 4.'],
    ['nothing', ''],
  ])('is none where it speaks of %s', (_, written) => {
    expect(readingFromText(written, 'how many hours', COLUMNS)).toBeUndefined();
  });
});
