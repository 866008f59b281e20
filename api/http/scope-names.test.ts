import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { documentListSchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const FIELDS = { product: '冷却泵、Coolant pump', productVersion: '3.1', serialRange: '1000-1499, 1700-1999' };
const NAMES = [
  { kind: 'product', text: '冷却泵', source: 'sender' },
  { kind: 'product', text: 'Coolant pump', source: 'sender' },
  { kind: 'version', text: '3.1', source: 'sender' },
  { kind: 'serial-range', text: '1000-1499, 1700-1999', source: 'sender' },
];

describe.each([
  {
    language: 'zh',
    model: 'KX730',
    other: 'KX940',
    text: (torque: number) => `# 维护说明\n\n端盖螺栓的拧紧力矩为 ${torque} N·m。\n`,
    ask: (model: string) => `${model} 端盖螺栓的拧紧力矩是多少？`,
  },
  {
    language: 'en',
    model: 'ZR510',
    other: 'ZR620',
    text: (torque: number) => `# Service notes\n\nThe tightening torque of the cover bolts is ${torque} N·m.\n`,
    ask: (model: string) => `What is the tightening torque of the cover bolts of ${model}?`,
  },
])('what a sender says a document is about ($language)', ({ language, model, other, text, ask }) => {
  it('is kept with the version, shown with it, and answered by', async () => {
    const { id, outcome, reason } = await service.ingest(`${language}-1.md`, text(17), { uri: `${language}-1`, ...FIELDS, model });
    expect([outcome, reason]).toEqual(['visible', undefined]);
    await service.ingest(`${language}-2.md`, text(29), { uri: `${language}-2`, model: other });
    const { documents } = await service.ask(documentListSchema, '/v1/documents');
    const named = documents.find((document) => document.id === id)?.scopeNames ?? [];
    expect(named).toEqual(expect.arrayContaining([...NAMES, { kind: 'model', text: model, source: 'sender' }]));
    const said = async (asked: string) => {
      const { content } = await service.post(answerSchema, '/v1/answers', { question: ask(asked) });
      return content.claims.map((claim) => claim.text).join(' ');
    };
    expect(await said(model)).toContain('17 N·m');
    expect(await said(model)).not.toContain('29 N·m');
    expect(await said(other)).toContain('29 N·m');
  });
});

describe('a name of scope that is too long', () => {
  it('is refused with what is wrong, and nothing is taken in', async () => {
    const form = new FormData();
    form.set('uri', 'too-long');
    form.set('model', `X200, ${'泵'.repeat(81)}`);
    form.set('file', new File(['x'], 'a.txt'));
    const problem = await service.problem('/v1/documents', { method: 'POST', body: form });
    expect([problem.code, problem.detail]).toEqual([
      'invalid-request',
      expect.stringContaining('longer than the 80 characters of a model'),
    ]);
    const { documents } = await service.ask(documentListSchema, '/v1/documents');
    expect(documents.map(({ uri }) => uri)).not.toContain('too-long');
  });
});
