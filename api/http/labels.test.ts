import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { documentHistorySchema, documentLabelsSchema, documentListSchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

/** The same folder would need two services; this one's caller holds these labels and no others. */
const HELD = 'day,night';
let service: TestService;
beforeAll(async () => {
  service = await openService({ labels: HELD });
});
afterAll(() => service.close());

const put = (id: string, labels: unknown) => ({
  path: `/v1/documents/${id}/labels`,
  init: { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ labels }) },
});
const set = (id: string, labels: readonly string[]) => {
  const { path, init } = put(id, labels);
  return service.ask(documentLabelsSchema, path, init);
};
const refusal = async (id: string, labels: unknown) => {
  const { path, init } = put(id, labels);
  return (await service.problem(path, init)).code;
};
const isReadBy = async (labels: readonly string[], uri: string) => {
  const { ledger, config } = service.application;
  const listed = await ledger.documents.list(await ledger.accessFor(config.tenant, labels));
  return listed.some(({ document }) => document.uri === uri);
};

describe.each([
  { language: 'zh', text: 'K-640 地脚螺栓的拧紧力矩为 125 N·m。', question: 'K-640 地脚螺栓的拧紧力矩是多少？', value: '125 N·m' },
  {
    language: 'en',
    text: 'The tightening torque of the coupling bolts of P-730 is 48 N·m.',
    question: 'What is the tightening torque of the coupling bolts of P-730?',
    value: '48 N·m',
  },
])('the labels of a document ($language)', ({ language, text, question, value }) => {
  it('are set by whoever reads it and holds them, sent anew with its bytes, and told in the audit trail', async () => {
    const { id } = await service.ingest('a.txt', text, { uri: language });
    expect(await isReadBy([], language)).toBe(true);
    expect(await set(id, ['night', 'day'])).toEqual({ documentId: id, labels: ['day', 'night'] });
    expect([await isReadBy(['day'], language), await isReadBy(['day', 'night'], language)]).toEqual([false, true]);
    expect((await service.ask(documentHistorySchema, `/v1/documents/${id}`)).labels).toEqual(['day', 'night']);
    const { documents } = await service.ask(documentListSchema, '/v1/documents');
    expect(documents.find((one) => one.id === id)?.labels).toEqual(['day', 'night']);
    expect((await service.post(answerSchema, '/v1/answers', { question })).content.claims[0]?.text).toContain(value);

    const again = await service.send('a.txt', text, { uri: language, labels: 'day' });
    expect([again.status, await isReadBy(['day'], language)]).toEqual(['relabelled', true]);
    expect((await service.send('a.txt', text, { uri: language })).status).toBe('duplicate');

    const events = await service.application.ledger.audit.list(service.application.config.tenant, { limit: 100 });
    const told = events.filter(({ action, subject }) => action === 'labels-set' && subject === id).map(({ detail }) => detail.after);
    expect(new Set(told.map((after) => JSON.stringify(after)))).toEqual(new Set(['["day"]', '["day","night"]']));
  });

  it('are refused when they are not held, are none, or the document is not there', async () => {
    const { id } = await service.ingest('b.txt', `${text} (2)`, { uri: `${language}/2` });
    expect(await refusal(id, ['secret'])).toBe('forbidden');
    expect(await refusal(id, ['no label!'])).toBe('invalid-request');
    expect(await refusal(id, 'day')).toBe('invalid-request');
    expect(await refusal(`doc_${'0'.repeat(32)}`, [])).toBe('not-found');
    expect(await isReadBy([], `${language}/2`)).toBe(true);
  });
});
