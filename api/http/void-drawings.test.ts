import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantSheet } from '../../ingest/test-support/plant-sheet.ts';
import { text, writeDxf } from '../../ingest/test-support/write-dxf.ts';
import { answerSchema } from '../contract/answer.ts';
import { documentQualitySchema, documentSchema } from '../contract/document.ts';
import { entityListSchema, neighbourhoodSchema } from '../contract/entity.ts';
import { searchAnswerSchema } from '../contract/search.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const QUESTIONS = {
  zh: ['P-101B 画在哪张图上？', '40-2217-03 是什么？', '就地仪表应安装在哪里？', '图纸 CWS-PID-101 的版次是多少？'],
  en: [
    'Where is P-101B drawn?',
    'What is part number 40-2217-03?',
    'Where are local gauges to be mounted?',
    'What is the revision of drawing CWS-PID-101?',
  ],
};

describe.each([
  ['zh', '作 废'],
  ['en', 'VOID'],
] as const)('a sheet that is stamped as out of use (%s)', (language, stamp) => {
  let service: TestService;
  let document: Awaited<ReturnType<TestService['ingest']>>;
  beforeAll(async () => {
    service = await openService();
    await service.ingest('manual.md', '# Pump P-101B\n\nThe rated flow of P-101B is 120 m³/h.\n');
    const sheet = plantSheet(language);
    document = await service.ingest('sheet.dxf', writeDxf({ ...sheet, parts: [...sheet.parts, text(200, 100, 15, stamp)] }));
  });
  afterAll(() => service.close());

  it.each(QUESTIONS[language])('does not answer %s', async (question) => {
    const { content } = await service.post(answerSchema, '/v1/answers', { question });
    expect(content.citations.filter(({ documentId }) => documentId === document.id)).toEqual([]);
  });

  it('is found by a search, which says so', async () => {
    const content = await service.post(searchAnswerSchema, '/v1/search', { query: 'P-101B' });
    const hits = content.hits.filter(({ documentId }) => documentId === document.id);
    expect(new Set(hits.map((hit) => hit.stamp))).toEqual(new Set(['void']));
    expect(content.hits.filter(({ documentId }) => documentId !== document.id).every((hit) => hit.stamp === undefined)).toBe(true);
  });

  it('is listed with its stamp', async () => {
    const stamps = [{ sheet: 'Model', status: 'void' }];
    expect(await service.ask(documentSchema, `/v1/documents/${document.id}`)).toMatchObject({ outcome: 'visible', stamps });
    expect((await service.ask(documentQualitySchema, `/v1/documents/${document.id}/quality`)).report).toMatchObject({ stamps });
  });

  it('says nothing of the plant', async () => {
    const { entities } = await service.ask(entityListSchema, '/v1/entities?name=P-101B');
    const pump = entities.find(({ type }) => type === 'FunctionalLocation');
    const { facts } = await service.ask(neighbourhoodSchema, `/v1/entities/${pump?.id}/neighbourhood`);
    expect(facts.flatMap(({ evidence }) => evidence).filter(({ documentId }) => documentId === document.id)).toEqual([]);
  });
});
