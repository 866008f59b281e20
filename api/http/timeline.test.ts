import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTimeline } from '../../app/index.ts';
import { entityListSchema, timelineSchema } from '../contract/entity.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const NEVER = new AbortController().signal;

const PLANTS = {
  zh: {
    manual: '# 循环泵 P-910 手册\n\n| 参数 | 数值 |\n|---|---|\n| 额定流量 | {flow} m³/h |\n',
    undated: '# 备忘\n\n| 设备 | 参数 | 数值 |\n|---|---|---|\n| P-910 | 额定转速 | 1450 r/min |\n',
    orders: '工单号,日期,设备,描述\nW-1,2023-02-01,P-910,机封渗漏\nW-2,2024-03-01,P-910,更换机械密封\nW-3,2024-05-01,P-911,轴承过热\n',
    alarms: '报警时间,设备,报警代码,报警内容\n2023-06-01 08:00,P-910,E-07,轴承温度高\n',
    secret: '工单号,日期,设备,描述\nW-9,2024-07-01,P-910,保密改造\n',
  },
  en: {
    manual: '# Circulating pump P-910 manual\n\n| Parameter | Value |\n|---|---|\n| Rated flow | {flow} m³/h |\n',
    undated: '# Memo\n\n| Equipment | Parameter | Value |\n|---|---|---|\n| P-910 | Rated speed | 1450 r/min |\n',
    orders:
      'WO No,Date,Asset,Description\nW-1,2023-02-01,P-910,seal leaks\nW-2,2024-03-01,P-910,seal renewed\nW-3,2024-05-01,P-911,bearing hot\n',
    alarms: 'Time,Asset,Alarm code,Alarm text\n2023-06-01 08:00,P-910,E-07,bearing temperature high\n',
    secret: 'WO No,Date,Asset,Description\nW-9,2024-07-01,P-910,secret change\n',
  },
} as const;

describe.each(['zh', 'en'] as const)('the time line of an asset (%s)', (language) => {
  let service: TestService;
  let path = '';
  beforeAll(async () => {
    const { manual, undated, orders, alarms, secret } = PLANTS[language];
    service = await openService();
    const revision = { documentNumber: 'OM-910' };
    await service.ingest('manual-a.md', manual.replace('{flow}', '60'), { ...revision, revision: 'A', effective: '2022-01-10' });
    await service.ingest('manual-b.md', manual.replace('{flow}', '65'), { ...revision, revision: 'B', effective: '2023-08-01' });
    await service.ingest('memo.md', undated);
    await service.ingest('orders.csv', orders);
    await service.ingest('alarms.csv', alarms);
    await service.ingest('secret.csv', secret, { labels: 'secret' });
    const { entities } = await service.ask(entityListSchema, '/v1/entities?name=P-910&type=FunctionalLocation');
    path = `/v1/entities/${entities[0]?.id}/timeline`;
  });
  afterAll(() => service.close());

  it('has orders, alarms and revisions together, newest first, documents without a date last, each with its place', async () => {
    const { entries, matched } = await service.ask(timelineSchema, path);
    const told = entries.map(({ kind, at, revision }) => [at === undefined ? '' : new Date(at).toISOString().slice(0, 10), kind, revision]);
    expect(told).toEqual([
      ['2024-07-01', 'work-order', undefined],
      ['2024-03-01', 'work-order', undefined],
      ['2023-08-01', 'document', 'B'],
      ['2023-06-01', 'alarm', undefined],
      ['2023-02-01', 'work-order', undefined],
      ['2022-01-10', 'document', 'A'],
      ['', 'document', undefined],
    ]);
    expect(matched).toBe(told.length);
    expect(entries.map(({ superseded }) => superseded)).toEqual([false, false, false, false, false, true, false]);
    for (const { passageId, quote, anchors } of entries) {
      expect([quote === '', anchors.length === 0]).toEqual([false, false]);
      expect((await service.http.request(`/v1/passages/${passageId}/picture`)).status).toBe(200);
    }
  });

  it('comes page by page, each entry once', async () => {
    const all = (await service.ask(timelineSchema, path)).entries;
    const paged = [];
    let next: string | undefined;
    do {
      const page = await service.ask(timelineSchema, `${path}?limit=2${next === undefined ? '' : `&cursor=${next}`}`);
      paged.push(...page.entries);
      next = page.next;
    } while (next !== undefined);
    expect(paged).toEqual(all);
    expect(await service.problem(`${path}?cursor=bm8`)).toMatchObject({ code: 'invalid-request' });
  });

  it('of who may not read a log is that of a plant without it', async () => {
    const { application } = service;
    const { tenant } = application.config;
    const caller = { tenant, actor: 'reader', labels: [], role: 'reader' } as const;
    const { entries, matched } = await getTimeline(application, caller, { of: 'P-910', offset: 0, limit: 50 }, NEVER);
    expect([entries.length, matched]).toEqual([6, 6]);
    expect(entries.every(({ quote }) => !quote.includes('W-9'))).toBe(true);
  });

  it('is not there for what no document names', async () => {
    expect((await service.problem(`/v1/entities/ent_${'0'.repeat(32)}/timeline`)).code).toBe('not-found');
  });
});
