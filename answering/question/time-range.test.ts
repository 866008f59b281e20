import { describe, expect, it } from 'vitest';
import { timeRange, timeRanges } from './time-range.ts';

const NOW = Date.UTC(2025, 6, 15, 12);
const range = (text: string) => {
  const found = timeRange(text, NOW);
  return found === undefined ? undefined : [new Date(found.from).toISOString().slice(0, 10), new Date(found.to).toISOString().slice(0, 10)];
};

describe('the time that a question is limited to', () => {
  it.each([
    ['How many failures in 2023?', '2023-01-01', '2024-01-01'],
    ['2023年有多少张工单？', '2023-01-01', '2024-01-01'],
    ['work done in March 2024', '2024-03-01', '2024-04-01'],
    ['2024年3月做过什么？', '2024-03-01', '2024-04-01'],
    ['between 2021 and 2023', '2021-01-01', '2024-01-01'],
    ['2021年到2023年的费用', '2021-01-01', '2024-01-01'],
    ['last year', '2024-01-01', '2025-01-01'],
    ['去年的停机时间', '2024-01-01', '2025-01-01'],
    ['今年的工单', '2025-01-01', '2026-01-01'],
    ['Q2 2024', '2024-04-01', '2024-07-01'],
    ['2024年第二季度', '2024-04-01', '2024-07-01'],
    ['on 2024-02-05', '2024-02-05', '2024-02-06'],
    ['2024年2月5日', '2024-02-05', '2024-02-06'],
    ['before 2022', '1970-01-01', '2022-01-01'],
    ['orders from 2023', '2023-01-01', '2024-01-01'],
    ['orders that are not from March 2023', '2023-03-01', '2023-04-01'],
    ['from 2023 on', '2023-01-01', '2025-07-15'],
    ['since March 2023', '2023-03-01', '2025-07-15'],
    ['after 2023', '2024-01-01', '2025-07-15'],
    ['after March 2023', '2023-04-01', '2025-07-15'],
    ['上个月', '2025-06-01', '2025-07-01'],
    ['between April and June 2007', '2007-04-01', '2007-07-01'],
    ['from Nov 2006 to February 2007', '2006-11-01', '2007-03-01'],
    ['April - June last year', '2024-04-01', '2024-07-01'],
    ['2007年4月到6月', '2007-04-01', '2007-07-01'],
    ['2007年4至6月份', '2007-04-01', '2007-07-01'],
    ['去年十一月到今年二月', '2024-11-01', '2025-03-01'],
    ['2007年4月3日到2007年6月5日', '2007-04-03', '2007-06-06'],
    ['the third quarter of 2007', '2007-07-01', '2007-10-01'],
    ['Q3 last year', '2024-07-01', '2024-10-01'],
    ['去年第三季度', '2024-07-01', '2024-10-01'],
    ['first half of this year', '2025-01-01', '2025-07-01'],
    ['今年上半年', '2025-01-01', '2025-07-01'],
    ['前年下半年', '2023-07-01', '2024-01-01'],
    ['March last year', '2024-03-01', '2024-04-01'],
    ['去年3月', '2024-03-01', '2024-04-01'],
  ])('%s', (text, from, to) => expect(range(text)).toEqual([from, to]));

  it('counts relative words from the clock it is given', () => {
    expect(range('in the last 6 months')).toEqual(['2025-01-15', '2025-07-15']);
    expect(range('最近三个月')).toEqual(['2025-04-15', '2025-07-15']);
  });

  it('is none where a number is no year', () => {
    expect(range('set it to 2000 h')).toBeUndefined();
    expect(range('P-2023 的流量')).toBeUndefined();
  });

  it('is both of two months that nothing joins to a stretch', () => {
    expect(timeRanges('in March 2006 and June 2007', NOW).map(({ from }) => new Date(from).toISOString().slice(0, 7))).toEqual([
      '2006-03',
      '2007-06',
    ]);
  });

  it('says which words it took', () => {
    const text = '2023年 P-101A 停机多久？';
    const found = timeRange(text, NOW);
    expect(text.slice(found?.start, found?.end)).toBe('2023年');
  });
});
