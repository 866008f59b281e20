import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOfWords } from './time-of-words.ts';

const LOG = { first: Date.UTC(2021, 0, 4), last: Date.UTC(2023, 9, 20) };
const NOW = Date.UTC(2026, 10, 28);

function said(words: string): string | undefined {
  const time = timeOfWords(words, LOG, NOW);
  if (time === undefined) return undefined;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return `${day(time.from)}..${day(time.to - 1)}`;
}

describe('the time that words of a question mean', () => {
  it.each([
    ['in May', '2023-05-01..2023-05-31'],
    ['11月份', '2022-11-01..2022-11-30'],
    ['三季度', '2023-07-01..2023-09-30'],
    ['Q4', '2023-10-01..2023-12-31'],
    ['last winter', '2022-12-01..2023-02-28'],
    ['去年冬天', '2022-12-01..2023-02-28'],
    ['winter 2021', '2021-12-01..2022-02-28'],
    ['五月到十一月', '2023-05-01..2023-11-30'],
  ])('is the last such time of the log where no year is said: %s', (words, time) => {
    expect(said(words)).toBe(time);
  });

  it.each([
    ['2022年11月', '2022-11-01..2022-11-30'],
    ['22 年 3 月', '2022-03-01..2022-03-31'],
    ['21 到 22 这两年', '2021-01-01..2022-12-31'],
    ['21年到22年', '2021-01-01..2022-12-31'],
    ['八十年代', '1980-01-01..1989-12-31'],
    ['1990年代', '1990-01-01..1999-12-31'],
    ['in the eighties', '1980-01-01..1989-12-31'],
    ['in the 2010s', '2010-01-01..2019-12-31'],
    ['from Jan to Mar 2022', '2022-01-01..2022-03-31'],
    ['22年下半年', '2022-07-01..2022-12-31'],
    ['22 年前三个季度', '2022-01-01..2022-09-30'],
    ['the first two months of 2022', '2022-01-01..2022-02-28'],
    ['2022年前', '2021-01-04..2021-12-31'],
    ['back in 2021', '2021-01-01..2021-12-31'],
  ])('is of the year that is said: %s', (words, time) => {
    expect(said(words)).toBe(time);
  });

  it.each([
    ['last year', '2022-01-01..2022-12-31'],
    ['今年上半年', '2023-01-01..2023-06-30'],
    ['last month', '2023-09-01..2023-09-30'],
  ])('counts from the end of a log that ended before now: %s', (words, time) => {
    expect(said(words)).toBe(time);
  });

  it.each([
    ['since March', '2023-03-01..2023-10-20'],
    ['从三月起', '2023-03-01..2023-10-20'],
    ['up to June', '2021-01-04..2023-06-30'],
  ])('has an open end where words say so: %s', (words, time) => {
    expect(said(words)).toBe(time);
  });

  it.each([
    ['On the 9th of April 2022', '2022-04-09..2022-04-09'],
    ['March 5', '2023-03-05..2023-03-05'],
    ['11月3号', '2022-11-03..2022-11-03'],
    ['since 2 May', '2023-05-02..2023-10-20'],
  ])('may be a day: %s', (words, time) => {
    expect(said(words)).toBe(time);
  });

  it.each(['before Easter', '3月5日至12日', '5 to 9 May', 'week 12', 'year', ''])(
    'is none where something of it is not read: %s',
    (words) => {
      expect(said(words)).toBeUndefined();
    },
  );

  it('never ends before it begins', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('Q', '3', '年', '月', '五', '到', ' ', 'since ', 'May ', '2022', 'before ') }),
        (words) => {
          const time = timeOfWords(words, LOG, NOW);
          if (time !== undefined) expect(time.to).toBeGreaterThanOrEqual(time.from);
        },
      ),
    );
  });
});
