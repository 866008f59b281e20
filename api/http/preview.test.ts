import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exported } from '../../ledger/test-support/sample-documents.fixture.ts';
import { decisionListSchema } from '../contract/decision.ts';
import { decisionEffectSchema } from '../contract/decision-effect.ts';
import { reviewListSchema } from '../contract/review.ts';
import { jsonPost, openReadingService } from './test-support/open-reading-service.ts';
import type { TestService } from './test-support/open-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await openReadingService();
});
afterEach(() => service.close());

type Effect = z.infer<typeof decisionEffectSchema>;

async function review(kind: string) {
  const [found] = (await service.ask(reviewListSchema, `/v1/reviews?state=open&kind=${kind}`)).reviews;
  if (found === undefined) throw new Error(`nothing of ${kind} is open`);
  return found;
}

/** What a decision would change; that nothing was changed by asking is looked at each time. */
async function preview<Kind extends Effect['kind']>(kind: Kind, decision: unknown): Promise<Extract<Effect, { kind: Kind }>> {
  const before = await exported(service.application.ledger);
  const effect = await service.ask(decisionEffectSchema, '/v1/decisions/preview', jsonPost({ decision }), 200);
  expect(await exported(service.application.ledger)).toEqual(before);
  expect((await service.ask(decisionListSchema, '/v1/decisions')).decisions).toEqual([]);
  if (effect.kind !== kind) throw new Error(`the effect is of ${effect.kind}`);
  return effect as Extract<Effect, { kind: Kind }>;
}

describe('what saying the meaning of a column would change', () => {
  for (const [language, header, row] of [
    ['Chinese', '工单,设备,日期,描述,Zlp', 'P-101A,2024-01-0N,密封泄漏'],
    ['English', 'Work order,Asset,Date,Description,Zlp', 'P-101A,2024-01-0N,seal leak'],
  ] as const) {
    const table = (name: string, cells: readonly string[]) =>
      `${header}\n${cells.map((cell, at) => `${name}${at},${row.replace('N', String(at + 1))},${cell}`).join('\n')}\n`;

    it(`is told of every document of its form, with cells as they are read and as they would be (${language})`, async () => {
      await service.ingest('january.csv', table('A', ['12', '7', 'x']));
      await service.ingest('february.csv', table('B', ['3', '7']));
      const { subject } = await review('doubtful-column');
      if (subject.kind !== 'doubtful-column') throw new Error('the filter gave another kind');
      const { version, table: sheet, column } = subject;
      const asked = { kind: 'correct-column', version, table: sheet, column };
      const effect = await preview('rows', { ...asked, role: 'duration', unit: 'min' });
      expect(effect).toMatchObject({ total: 2, rows: 5 });
      expect(effect.documents.map(({ rows }) => rows).sort()).toEqual([2, 3]);
      expect(effect.changed).toBe(effect.looked);
      const cells = effect.samples.flatMap((sample) => sample.cells);
      expect(cells.every((cell) => cell.column === column && cell.before.role === undefined && cell.after.role === 'duration')).toBe(true);
      expect(cells[0]?.before.value).toMatchObject({ text: cells[0]?.printed });
      expect(cells[0]?.after.value).toMatchObject({ kind: 'quantity', quantity: { unit: 'min' } });
      const failed = effect.samples.filter(({ fault }) => fault.after !== undefined);
      expect(effect.faulty).toEqual({ before: 0, after: failed.length });
      const explained = await preview('rows', { ...asked, codes: { '7': '密封 seal' } });
      expect(explained.samples.flatMap((sample) => sample.cells)).toMatchObject([
        { printed: '7', before: { text: '7' }, after: { text: '密封 seal', value: { text: '密封 seal' } } },
      ]);
    });

    it(`is what is read once it is decided (${language})`, async () => {
      await service.ingest('january.csv', table('A', ['12', '7']));
      const { subject } = await review('doubtful-column');
      if (subject.kind !== 'doubtful-column') throw new Error('the filter gave another kind');
      const { version, table: sheet, column } = subject;
      const decision = { kind: 'correct-column', version, table: sheet, column, role: 'duration', unit: 'min' };
      const { samples } = await preview('rows', decision);
      await service.ask(z.unknown(), '/v1/decisions', jsonPost({ decision, reason: '停机分钟 minutes of downtime' }), 201);
      await service.work();
      const lines = (await exported(service.application.ledger)).filter((line) => line.includes('"line":"record"'));
      for (const { cells } of samples)
        for (const { after } of cells) expect(lines.join('\n')).toContain(`"text":${JSON.stringify(after.value?.text)}`);
      expect(samples).toHaveLength(2);
    });
  }

  it('counts no document that its caller may not read, and tells nothing of one', async () => {
    const open = await service.ingest('open.csv', 'Work order,Asset,Date,Zlp\nA1,P-101A,2024-01-01,7\n', { uri: 'open' });
    await service.ingest('secret.csv', 'Work order,Asset,Date,Zlp\nB1,P-102A,2024-01-01,8\n', { labels: 'secret' });
    const { ledger, config } = service.application;
    const access = await ledger.accessFor(config.tenant, []);
    const found = await ledger.documents.find(config.tenant, open.versionId as never);
    if (found === undefined) throw new Error('the version is there');
    const decision = { kind: 'correct-column', version: found.version.id, document: found.document.id, table: '', column: 'Zlp' } as const;
    expect((await ledger.reviews.reached(access, decision)).map(({ title, rows }) => [title, rows])).toEqual([['open.csv', 1]]);
  });
});

describe('what a correction of words would change', () => {
  for (const [language, header, place] of [
    ['Chinese', '工单,设备,日期,描述', '日期'],
    ['English', 'Work order,Asset,Date,Description', 'Date'],
  ] as const) {
    it(`is told of the row that holds them (${language})`, async () => {
      await service.ingest('orders.csv', `${header}\nA1,P-101A,2024-13-45,密封 seal\nA2,P-101A,2024-01-02,轴承 bearing\n`);
      const { subject, evidence } = await review('doubtful-row');
      if (subject.kind !== 'doubtful-row') throw new Error('the filter gave another kind');
      const { version, passage } = subject;
      const start = evidence[0]?.quote.indexOf('2024-13-45') ?? -1;
      const words = { start, end: start + 10, read: '2024-13-45', text: '2024-03-05' };
      const effect = await preview('rows', { kind: 'correct-text', version, passage, ...words });
      expect(effect).toMatchObject({ total: 1, rows: 1, looked: 1, changed: 1, faulty: { before: 1, after: 0 } });
      expect(effect.samples[0]?.cells).toMatchObject([
        {
          column: place,
          printed: '2024-13-45',
          before: { value: { kind: 'text' } },
          after: { text: '2024-03-05', value: { kind: 'date' } },
        },
      ]);
    });
  }

  it('is told of the text that holds them', async () => {
    const { versionId: version, id } = await service.ingest('note.md', 'P-1O1A 的额定流量为 80 m³/h。');
    const list = z.object({ passages: z.array(z.object({ id: z.string() })) });
    const [passage] = (await service.ask(list, `/v1/documents/${id}/passages`)).passages;
    const words = { start: 0, end: 6, read: 'P-1O1A', text: 'P-101A' };
    expect(await preview('text', { kind: 'correct-text', version, passage: passage?.id, ...words })).toMatchObject({
      before: 'P-1O1A 的额定流量为 80 m³/h。',
      after: 'P-101A 的额定流量为 80 m³/h。',
    });
  });
});

describe('what a decision on a name would change', () => {
  for (const [language, name, one, two] of [
    ['Chinese', '冷却水泵', '冷却水泵 P-101A 振动偏大。', '冷却水泵 P-101B 运行正常。'],
    ['English', 'Cooling water pump', 'Cooling water pump P-101A vibrates.', 'Cooling water pump P-101B runs well.'],
  ] as const) {
    it(`is which names are one thing then, and how much is known of it (${language})`, async () => {
      await service.ingest('one.md', one);
      await service.ingest('two.md', two);
      const { proposals } = await review('ambiguous-name');
      const link = proposals.find(({ kind }) => kind === 'must-link');
      const { before, after } = await preview('things', link);
      expect(before).toHaveLength(2);
      expect(before.map(({ names }) => names)).toContainEqual([name]);
      expect(after).toHaveLength(1);
      expect([...(after[0]?.names ?? [])].sort()).toEqual([...before.flatMap(({ names }) => names)].sort());
      expect(after[0]?.facts).toBe(before.reduce((sum, { facts }) => sum + facts, 0));
      const part = proposals.find(({ kind }) => kind === 'cannot-link');
      expect((await preview('things', part)).after).toHaveLength(2);
    });
  }
});

describe('what a decision on a fact in quarantine would change', () => {
  for (const [language, table] of [
    ['Chinese', '失效模式,影响,严重度\n外部泄漏,停机,7\n'],
    ['English', 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n'],
  ] as const) {
    it(`is whether it counts, and where it is stated (${language})`, async () => {
      await service.ingest('modes.csv', table, { title: 'Modes' });
      const { proposals, touches } = await review('quarantined-fact');
      const [accept, reject] = proposals;
      expect(await preview('fact', accept)).toMatchObject({ places: touches, counts: { before: false, after: true } });
      expect(await preview('fact', reject)).toMatchObject({ counts: { before: false, after: false } });
    });
  }
});

describe('a decision that cannot be made', () => {
  it('is refused before it is tried, in the words of the refusal', async () => {
    const key = `key_${'0'.repeat(32)}`;
    const refused = await service.problem('/v1/decisions/preview', jsonPost({ decision: { kind: 'must-link', a: key, b: key } }));
    expect(refused).toMatchObject({ code: 'invalid-request' });
    const fact = `fct_${'0'.repeat(32)}`;
    expect(await service.problem('/v1/decisions/preview', jsonPost({ decision: { kind: 'accept-fact', fact } }))).toMatchObject({
      code: 'not-found',
    });
  });
});
