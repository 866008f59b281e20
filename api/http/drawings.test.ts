import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countMarked } from '../../ingest/picture/count-marked.test-support.ts';
import { plantSheet, type SheetLanguage } from '../../ingest/test-support/plant-sheet.ts';
import { writeDxf } from '../../ingest/test-support/write-dxf.ts';
import { answerSchema } from '../contract/answer.ts';
import { entityListSchema, neighbourhoodSchema } from '../contract/entity.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const ANSWERS: Readonly<Record<SheetLanguage, { readonly question: string; readonly claims: readonly string[] }>> = {
  zh: {
    question: 'P-101A 画在哪张图上？',
    claims: ['P-101A 冷却水泵', '图号: CWS-PID-101', '张次: 1/2', '图名: 冷却水泵组管道仪表图', '版次: B'],
  },
  en: {
    question: 'Where is P-101A drawn?',
    claims: ['P-101A COOLING WATER PUMP', 'DWG. NO.: CWS-PID-101', 'SHEET: 1 OF 2', 'TITLE: COOLING WATER PUMP SKID P&ID', 'REV.: B'],
  },
};

describe.each(['zh', 'en'] as const)('a drawing among the documents (%s)', (language) => {
  let service: TestService;
  beforeAll(async () => {
    service = await openService();
    await service.ingest('manual.md', '# Pump P-101A\n\nThe rated flow of P-101A is 120 m³/h.\n');
    await service.ingest('sheet.dxf', writeDxf(plantSheet(language)));
  });
  afterAll(() => service.close());

  async function picture(address: string): Promise<Buffer> {
    const response = await service.http.request(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    return Buffer.from(await response.arrayBuffer());
  }

  it('says on which drawing and sheet a tag is, with the place', async () => {
    const { question, claims } = ANSWERS[language];
    const { content } = await service.post(answerSchema, '/v1/answers', { question });
    expect([content.decision, content.intent, content.claims.map(({ text }) => text)]).toEqual(['answered', 'where-drawn', claims]);
    const [label] = content.citations;
    expect(label).toMatchObject({ documentNumber: 'CWS-PID-101', revision: 'B', quote: claims[0] });
    expect(label?.anchors[0]).toMatchObject({ kind: 'drawing', layout: 'Model', entity: expect.stringMatching(/^[0-9A-F]+$/) });
  });

  it('draws the sheet with the cited label marked, and sheets by their number', async () => {
    const { content } = await service.post(answerSchema, '/v1/answers', { question: ANSWERS[language].question });
    const [label] = content.citations;
    const marked = await picture(`/v1/passages/${label?.passageId}/picture?start=${label?.start}&end=${label?.end}`);
    expect(await countMarked(marked)).toBeGreaterThan(500);
    const box = label?.anchors.flatMap((anchor) => (anchor.kind === 'drawing' ? [anchor.box] : []))[0];
    const boxes = [box?.x0, box?.y0, box?.x1, box?.y1].join(',');
    expect(await countMarked(await picture(`/v1/documents/${label?.documentId}/pages/1?boxes=${boxes}`))).toBeGreaterThan(300);
    expect(await countMarked(await picture(`/v1/documents/${label?.documentId}/pages/1`))).toBe(0);
    expect((await service.problem(`/v1/documents/${label?.documentId}/pages/2`)).code).toBe('no-page-image');
  });

  it('finds a tag that a balloon prints in two lines', async () => {
    const question = ANSWERS[language].question.replace('P-101A', 'PT-1003');
    const { content } = await service.post(answerSchema, '/v1/answers', { question });
    expect(content.claims[0]?.text).toBe('PT1003');
  });

  it('names the document that tells of a drawing where no drawing bears the tag', async () => {
    const told = { zh: 'P-300 的布置见图纸 LAY-300。', en: 'The layout of P-300 is shown on drawing LAY-300.' }[language];
    await service.ingest('layout.md', `# P-300\n\n${told}\n`);
    const question = { zh: 'P-300 的布置画在哪张图上？', en: 'On which drawing is the layout of P-300 shown?' }[language];
    const { content } = await service.post(answerSchema, '/v1/answers', { question });
    expect([content.decision, content.intent]).toEqual(['answered', 'where-drawn']);
    expect(content.claims.map(({ text }) => text)).toContain(told);
  });

  it('knows the tag of drawing and manual as one thing, drawn on the drawing', async () => {
    const { entities } = await service.ask(entityListSchema, '/v1/entities?name=P-101A');
    const pumps = entities.filter(({ type }) => type === 'FunctionalLocation');
    expect(pumps).toHaveLength(1);
    const { facts, entities: near } = await service.ask(neighbourhoodSchema, `/v1/entities/${pumps[0]?.id}/neighbourhood`);
    const drawn = facts.filter(({ predicate }) => predicate === 'DEPICTED_ON');
    expect(drawn.flatMap(({ evidence }) => evidence.map(({ quote, anchors }) => [quote, anchors[0]?.kind]))).toEqual([
      ['P-101A', 'drawing'],
    ]);
    expect(near.filter(({ type }) => type === 'Drawing').map(({ name }) => name)).toEqual(['CWS-PID-101']);
  });
});
