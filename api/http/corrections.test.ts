import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { exported } from '../../ledger/test-support/sample-documents.fixture.ts';
import { answerSchema } from '../contract/answer.ts';
import { madeDecisionSchema } from '../contract/decision.ts';
import { passageListSchema } from '../contract/document.ts';
import { reviewDecidedSchema, reviewListSchema } from '../contract/review.ts';
import { jsonPost, openReadingService } from './test-support/open-reading-service.ts';
import type { TestService } from './test-support/open-service.ts';

const NOTE = '对照铭牌 as on the name plate';

let service: TestService;
beforeEach(async () => {
  service = await openReadingService();
});
afterEach(() => service.close());

const knowledge = () => exported(service.application.ledger);
const ask = async (question: string) => (await service.post(answerSchema, '/v1/answers', { question })).content;
const said = (content: z.infer<typeof answerSchema>['content']) => content.claims.map(({ text }) => text).join(' ');
const reviews = async (query: string) => (await service.ask(reviewListSchema, `/v1/reviews${query}`)).reviews;

/** Makes a decision and has its job done. */
async function decide(decision: unknown) {
  const made = await service.ask(madeDecisionSchema, '/v1/decisions', jsonPost({ decision, reason: NOTE }), 201);
  await service.work();
  return made;
}

async function undo(id: string): Promise<void> {
  await service.ask(madeDecisionSchema, `/v1/decisions/${id}/undo`, jsonPost({ reason: 'it was right 原文无误' }), 201);
  await service.work();
}

/** Where some words of a document stand: its first passage that holds them. */
async function placeOf(versionId: string, read: string) {
  const { ledger, config } = service.application;
  const access = await ledger.accessFor(config.tenant, 'all');
  const stored = (await ledger.passages.range(access, versionId as never, 0, 1_000)).find(({ passage }) => passage.text.includes(read));
  if (stored === undefined) throw new Error(`no passage reads ${read}`);
  const start = stored.passage.text.indexOf(read);
  return { version: versionId, passage: stored.passage.id, start, end: start + read.length, read };
}

describe('a misread cell', () => {
  for (const [language, text, question] of [
    ['Chinese', '# 冷却水泵 P-101A\n\n| 参数 | 数值 | 单位 |\n|---|---|---|\n| 设计压力 | 1.6 | MPa |\n', 'P-101A 的设计压力是多少？'],
    [
      'English',
      '# Cooling water pump P-101A\n\n| Parameter | Value | Unit |\n|---|---|---|\n| Design pressure | 1.6 | MPa |\n',
      'What is the design pressure of P-101A?',
    ],
  ] as const) {
    it(`is answered as a person says, quoted as printed, and as before once that is undone (${language})`, async () => {
      const { versionId: version, id } = await service.ingest('pump.md', text, { uri: 'pump' });
      const before = await knowledge();
      expect(said(await ask(question))).toContain('1.6 MPa');
      const place = await placeOf(version, '1.6');
      const made = await decide({ kind: 'correct-text', ...place, text: '16' });
      const corrected = await ask(question);
      expect(said(corrected)).toContain('16 MPa');
      expect(said(corrected)).not.toContain('1.6');
      expect(corrected.claims.map(({ verdict }) => verdict)).toEqual(['supported']);
      expect(corrected.citations).toMatchObject([
        {
          quote: expect.stringContaining('1.6'),
          corrections: [
            { kind: 'text', read: '1.6', text: '16', actor: 'local', reason: NOTE, decision: made.id, at: Date.parse(made.at) },
          ],
        },
      ]);
      const { passages } = await service.ask(passageListSchema, `/v1/documents/${id}/passages?limit=100`);
      expect(passages.find((passage) => passage.id === place.passage)).toMatchObject({
        text: expect.stringContaining('1.6'),
        corrections: [{ decision: made.id, text: '16' }],
      });
      const after = await knowledge();
      expect(after.filter((line) => line.includes('"line":"support"') && line.includes('"kind":"decision"'))).not.toEqual([]);

      await service.http.request(`/v1/documents/${id}`, { method: 'DELETE' });
      expect((await service.ask(madeDecisionSchema, `/v1/decisions/${made.id}`)).dormant).toBe(true);
      await service.ingest('pump.md', text, { uri: 'pump' });
      expect(await knowledge()).toEqual(after);
      await undo(made.id);
      expect(await knowledge()).toEqual(before);
      expect((await ask(question)).citations.map(({ corrections }) => corrections)).toEqual([undefined]);
    });
  }
});

describe('a misread tag', () => {
  for (const [language, text, question] of [
    ['Chinese', 'P-1O1A 的额定流量为 80 m³/h。', 'P-101A 的额定流量是多少？'],
    ['English', 'The rated flow of P-1O1A is 80 m³/h.', 'What is the rated flow of P-101A?'],
  ] as const) {
    it(`leads to what is said of the thing once a person corrects it (${language})`, async () => {
      const { versionId } = await service.ingest('note.md', text);
      const before = await knowledge();
      expect(said(await ask(question))).not.toContain('80');
      const made = await decide({ kind: 'correct-text', ...(await placeOf(versionId, 'P-1O1A')), text: 'P-101A' });
      const content = await ask(question);
      expect(said(content)).toContain('80 m³/h');
      expect(content.citations).toMatchObject([{ quote: text, corrections: [{ read: 'P-1O1A', text: 'P-101A', decision: made.id }] }]);
      await undo(made.id);
      expect(await knowledge()).toEqual(before);
    });
  }
});

describe('a column whose meaning is not known', () => {
  for (const [language, table, column] of [
    ['Chinese', '日期,设备,经过\n2024-01-05,P-101A,密封泄漏，更换\n2024-02-05,P-101A,轴承磨损\n', '经过'],
    ['English', 'Date,Equipment,Happening\n2024-01-05,P-101A,seal leak\n2024-02-05,P-101A,bearing wear\n', 'Happening'],
  ] as const) {
    it(`makes rows count once a person says what it holds (${language})`, async () => {
      await service.ingest('log.csv', table.replace('，更换', ''));
      const before = await knowledge();
      const counted = async () =>
        (await service.http.request('/v1/records/aggregate', jsonPost({ from: 'work-order' }))).json() as Promise<{
          aggregate: { matched: number };
        }>;
      expect((await counted()).aggregate.matched).toBe(0);
      const [review] = await reviews('?kind=doubtful-column&state=open');
      if (review?.subject.kind !== 'doubtful-column') throw new Error('the column is asked about');
      expect(review.subject.column).toBe(column);
      expect(review.evidence).toHaveLength(2);
      const { version, table: sheet } = review.subject;
      const { decision } = await service.ask(
        reviewDecidedSchema,
        `/v1/reviews/${review.id}/decision`,
        jsonPost({ decision: { kind: 'correct-column', version, table: sheet, column, role: 'text' }, reason: NOTE }),
        201,
      );
      await service.work();
      expect((await counted()).aggregate.matched).toBe(2);
      expect(await reviews('?kind=doubtful-column')).toMatchObject([{ id: review.id, state: 'decided', decisions: [{ id: decision.id }] }]);
      await undo(decision.id);
      expect(await knowledge()).toEqual(before);
      expect(await reviews('?kind=doubtful-column')).toEqual([review]);
    });
  }
});

describe('a row with an unreadable date', () => {
  for (const [language, header, what] of [
    ['Chinese', '日期,设备,故障描述', '密封泄漏'],
    ['English', 'Date,Equipment,Description', 'seal leak'],
  ] as const) {
    it(`is asked about and counts in its year once corrected (${language})`, async () => {
      const rows = ['2024-01-05', '2024-02-06', '2024-13-45', '2024-04-08', '2024-05-09', '2024-06-10'];
      const { versionId } = await service.ingest('log.csv', `${header}\n${rows.map((date) => `${date},P-101A,${what}`).join('\n')}\n`);
      const before = await knowledge();
      const [review] = await reviews('?kind=doubtful-row');
      expect(review?.evidence.map(({ quote }) => quote)).toEqual([`2024-13-45\tP-101A\t${what}`]);
      const place = await placeOf(versionId, '2024-13-45');
      const made = await decide({ kind: 'correct-text', ...place, text: '2024-03-15' });
      expect(await reviews('?kind=doubtful-row')).toMatchObject([{ id: review?.id, state: 'decided', decisions: [{ id: made.id }] }]);
      const march = { from: 'work-order', where: { kind: 'between', field: 'date', from: Date.UTC(2024, 2, 1), to: Date.UTC(2024, 3, 1) } };
      const figure = (await (await service.http.request('/v1/records/aggregate', jsonPost(march))).json()) as {
        aggregate: { matched: number };
      };
      expect(figure.aggregate.matched).toBe(1);
      await undo(made.id);
      expect(await knowledge()).toEqual(before);
    });
  }
});

describe('a correction', () => {
  it('is refused in words where it does not fit the document', async () => {
    const { versionId } = await service.ingest('log.csv', 'Date,Equipment,Description\n2024-01-05,P-101A,leak\n2024-01-06,P-101A,wear\n');
    const place = await placeOf(versionId, 'leak');
    const problem = (change: object) =>
      service.problem('/v1/decisions', jsonPost({ decision: { kind: 'correct-text', ...place, text: 'x', ...change }, reason: NOTE }));
    expect(await problem({ read: 'seal' })).toMatchObject({ code: 'conflict' });
    expect(await problem({ text: 'leak' })).toMatchObject({ code: 'invalid-request' });
    expect(await problem({ text: 'a\tb' })).toMatchObject({ code: 'invalid-request' });
    expect(await problem({ start: 0, read: '2024-01-05\tP-101A\tleak' })).toMatchObject({ code: 'invalid-request' });
    expect(await problem({ version: `ver_${'0'.repeat(32)}` })).toMatchObject({ code: 'not-found' });
    const column = { kind: 'correct-column', version: place.version, table: 'nowhere', column: 'Date', role: 'text' };
    expect(await service.problem('/v1/decisions', jsonPost({ decision: column, reason: NOTE }))).toMatchObject({ code: 'not-found' });
  });
});
