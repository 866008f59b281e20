import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('blower.md', MANUAL_EN);
  await service.ingest('fan.md', MANUAL_ZH);
  await service.ingest('orders.csv', ORDERS);
});
afterAll(() => service.close());

const MANUAL_EN = `# Blower K-640 manual

## Faults

| Symptom | Possible cause | Check | Remedy |
|---|---|---|---|
| Blower delivers no air | Inlet filter clogged | Inspect the filter mat | Clean the inlet filter |
| Blower delivers no air | Belt torn | Inspect the belt | Replace the belt |
| Blower delivers no air | Impeller loose on the shaft | Measure the shaft speed at the impeller | Replace the impeller |

## Isolation

WARNING: The blower coasts for two minutes. Lock the isolator before the guard is opened.
`;
const MANUAL_ZH = `# 风机 K-730 手册

## 故障处理

| 故障现象 | 可能原因 | 检查方法 | 处理措施 |
|---|---|---|---|
| 风机振动大 | 叶轮积灰 | 目视检查叶轮 | 清理叶轮 |
| 风机振动大 | 地脚螺栓松动 | 检查地脚螺栓 | 紧固地脚螺栓 |
| 风机振动大 | 轴承磨损 | 测量轴承温度 | 更换轴承 |
`;
const ORDERS = `Work order,Asset,Date,Description
WO-1,K-640,2024-01-02,belt torn again
WO-2,K-640,2024-03-02,belt torn
WO-3,K-641,2024-03-04,belt torn
`;

const diagnose = (fault: string, ...seen: readonly (readonly [check: string, outcome: string])[]) =>
  service.post(diagnosisSchema, '/v1/diagnoses', { fault, observations: seen.map(([check, outcome]) => ({ check, outcome })) });

describe('a diagnosis', () => {
  it('lists the documented causes, each cited and held by the gate, with earlier orders of the machine counted in', async () => {
    const { state, causes, citations, next } = await diagnose('K-640: blower delivers no air');
    expect(state).toBe('open');
    expect(causes.map(({ text, standing }) => [text, standing])).toEqual([
      ['Belt torn', 'open'],
      ['Inlet filter clogged', 'open'],
      ['Impeller loose on the shaft', 'open'],
    ]);
    expect(causes.map(({ earlier, chance }) => [earlier.atLeast, chance])).toEqual([
      [2, 3 / 5],
      [0, 1 / 5],
      [0, 1 / 5],
    ]);
    const all = causes.flatMap((cause) => [cause, ...cause.remedies]);
    for (const { text, claim } of all) {
      expect(claim.verdict).toBe('supported');
      expect(claim.citations.some((at) => citations[at]?.quote.includes(text))).toBe(true);
    }
    expect(next).toMatchObject({ told: { text: 'Inspect the belt' }, effort: 'look', causes: [causes[0]?.id] });
  });

  it.each([
    ['K-640: blower delivers no air', ['Inspect the belt', 'Inspect the filter mat', 'Measure the shaft speed at the impeller']],
    ['风机振动大', ['目视检查叶轮', '检查地脚螺栓', '测量轴承温度']],
  ])('asks for one check after the other until every cause is ruled out: %s', async (fault, checks) => {
    const seen: [string, string][] = [];
    for (const check of checks) {
      const { next, state } = await diagnose(fault, ...seen);
      expect([state, next?.told?.text]).toEqual(['open', check]);
      seen.push([next?.id ?? '', 'not-found']);
    }
    const { state, missing, next } = await diagnose(fault, ...seen);
    expect([state, next]).toEqual(['exhausted', undefined]);
    expect(missing).not.toBe('');
  });

  it('ends with the cause that was found and its remedy, and says the same of the same', async () => {
    const { next } = await diagnose('风机振动大');
    const found = await diagnose('风机振动大', [next?.id ?? '', 'found']);
    expect(found.state).toBe('found');
    expect(found.causes[0]).toMatchObject({ text: '叶轮积灰', standing: 'found', chance: 1, remedies: [{ text: '清理叶轮' }] });
    expect(await diagnose('风机振动大', [next?.id ?? '', 'found'])).toEqual(found);
  });

  it.each([
    ['K-640: blower delivers no air', 'Quotation: '],
    ['风机振动大', '引用：'],
    ['洗衣机变成粉红色', '引用：'],
  ])('says that it is quoted and not generated, under a number of its own: %s', async (fault, words) => {
    const { notice, aigc } = await diagnose(fault);
    expect(notice.startsWith(words)).toBe(true);
    expect(aigc).toMatchObject({ origin: 'quotation', Label: '', ContentProducer: 'Faultline' });
    expect(aigc.ProduceID).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['K-640: blower delivers no air', 'Blower delivers no air'])(
    'shows the warnings for making the machine safe: %s',
    async (fault) => {
      const { safety } = await diagnose(fault);
      expect(safety.map(({ text }) => text).join(' ')).toContain('Lock the isolator');
    },
  );

  it.each(['The washing machine is pink', '洗衣机变成粉红色'])('says that no table of causes was found: %s', async (fault) => {
    const { state, reason, causes, missing } = await diagnose(fault);
    expect([state, reason, causes]).toEqual(['abstained', 'not-found', []]);
    expect(missing).not.toBe('');
  });

  it('refuses an observation of a check that it does not have, and one that is no observation', async () => {
    const fault = '风机振动大';
    const post = (body: unknown) =>
      service.problem('/v1/diagnoses', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    const unknown = await post({ fault, observations: [{ check: 'gone', outcome: 'found' }] });
    expect(unknown).toMatchObject({ status: 400, detail: expect.stringContaining('documents may have changed') });
    expect((await post({ fault, observations: [{ check: 'gone', outcome: 'perhaps' }] })).status).toBe(400);
    expect((await post({ fault: ' ' })).status).toBe(400);
  });

  it.each([
    [
      'K-730 风机振动大',
      ['## 已检查的内容', /^1\. 叶轮积灰 \[\d\]: 不是$/m, '处理: 紧固地脚螺栓', '## 来源', /^- 叶轮积灰 \[\d\] — 已排除$/m],
    ],
    [
      'K-640: blower delivers no air',
      [
        '## What was seen',
        /^1\. Belt torn \[\d\]: not found$/m,
        'Remedy: Clean the inlet filter',
        '## Sources',
        /^- Belt torn \[\d\] — ruled out/m,
      ],
    ],
  ])('of %s is a report with its path, sources and labels', async (fault, lines) => {
    const check = (await diagnose(fault)).causes[0]?.check ?? '';
    const seen = [[check, 'not-found']] as const;
    const { aigc, notice, citations } = await diagnose(fault, ...seen);
    const response = await service.http.request('/v1/diagnoses', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/markdown' },
      body: JSON.stringify({ fault, observations: seen.map(([id, outcome]) => ({ check: id, outcome })) }),
    });
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="diagnosis-${aigc.ProduceID.slice(0, 12)}.md"`);
    const text = await response.text();
    for (const one of lines) expect(text.replaceAll('\\', '')).toMatch(one);
    expect(text).toContain(`AIGC: {`);
    expect(text).toContain(aigc.ProduceID);
    expect(text).toContain(notice.slice(0, 8));
    expect(text.match(/^\d+\. \*\*/gm)).toHaveLength(citations.length);
  });
});
