import { describe, expect, it } from 'vitest';
import { timeRange } from './time-range.ts';

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
  ])('%s', (text, from, to) => expect(range(text)).toEqual([from, to]));

  it('counts relative words from the clock it is given', () => {
    expect(range('in the last 6 months')).toEqual(['2025-01-15', '2025-07-15']);
    expect(range('最近三个月')).toEqual(['2025-04-15', '2025-07-15']);
  });

  it('is none where a number is no year', () => {
    expect(range('set it to 2000 h')).toBeUndefined();
    expect(range('P-2023 的流量')).toBeUndefined();
  });

  it('says which words it took', () => {
    const text = '2023年 P-101A 停机多久？';
    const found = timeRange(text, NOW);
    expect(text.slice(found?.start, found?.end)).toBe('2023年');
  });
});
