import { describe, expect, it } from 'vitest';
import type { Filter } from '../../kernel/index.ts';
import { CALLER, ingest, NEVER, withApplication } from '../test-support/workspace.ts';
import { getReliability } from './get-reliability.ts';

const LOGS = [
  {
    language: 'en',
    uri: 'orders.csv',
    head: 'Work order,Date,Finish date,Asset,Description,Type',
    kinds: ['Corrective', 'Preventive'],
    text: 'Seal leaks',
  },
  {
    language: 'zh',
    uri: '工单.csv',
    head: '工单号,日期,完成日期,设备,故障描述,工单类型',
    kinds: ['故障维修', '计划保养'],
    text: '机封泄漏',
  },
] as const;

describe.each(LOGS)('reliability figures of a log in $language', ({ uri, head, kinds: [corrective, preventive], text }) => {
  const rows = [
    ['W1', '2024-01-01 08:00', '2024-01-01 12:00', 'P-101', corrective],
    ['W2', '2024-01-11 08:00', '2024-01-11 10:00', 'P-101', corrective],
    ['W3', '2024-01-16 08:00', '', 'p101', corrective],
    ['W4', '2024-02-20 08:00', '2024-02-20 09:00', 'P-101', corrective],
    ['W5', '2024-01-20 08:00', '2024-01-20 09:00', 'P-102', corrective],
    ['W6', '2024-01-21 08:00', '2024-01-21 09:00', 'P-102', preventive],
    ['W7', '', '', 'P-102', corrective],
    ['W8', '2024-01-30 08:00', '', '', corrective],
  ];
  const log = {
    uri,
    text: [head, ...rows.map(([order, from, to, asset, kind]) => [order, from, to, asset, text, kind].join(','))].join('\n'),
  };
  const isCorrective: Filter = { kind: 'equals', field: 'work-type', value: corrective };
  const figures = (where: Filter) =>
    withApplication(async (application) => {
      await ingest(application, log);
      return getReliability(application, CALLER, { query: { from: 'work-order', where }, within: 10 }, NEVER);
    });

  it('are over the rows that meet the condition, by asset however it is written', async () => {
    const { assets, matched, withoutAsset, withoutDate, period } = await figures(isCorrective);
    expect([matched, withoutAsset, withoutDate]).toEqual([7, 1, 1]);
    expect(period).toEqual({ from: Date.UTC(2024, 0, 1, 8), to: Date.UTC(2024, 1, 20, 8) });
    expect(assets.map(({ asset, failures, share, cumulative }) => [asset, failures, share, cumulative])).toEqual([
      ['P-101', 4, 0.8, 0.8],
      ['P-102', 1, 0.2, 1],
    ]);
    const [pump, other] = assets;
    expect(pump?.meanDaysBetween).toBeCloseTo(50 / 3, 9);
    expect(pump?.repeats).toBe(2);
    expect(pump?.perYear).toBeCloseTo((4 / 50) * 365.25, 9);
    expect(pump?.repair).toEqual({ meanHours: 7 / 3, of: 3 });
    expect(other?.meanDaysBetween).toBeUndefined();
  });

  it('change with the condition', async () => {
    const { assets } = await figures({ kind: 'all', filters: [] });
    expect(assets.map(({ asset, failures }) => [asset, failures])).toEqual([
      ['P-101', 4],
      ['P-102', 2],
    ]);
    expect(assets[1]?.meanDaysBetween).toBe(1);
  });
});
