import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { answerFileSchema } from '../contract/answer-file.ts';
import { jsonPost, openReadingService } from './test-support/open-reading-service.ts';
import type { TestService } from './test-support/open-service.ts';

const TEXT =
  '# Pump P-701 泵\n\nThe tightening torque of the casing bolts of P-701 is 48 N·m.\n\nP-701 振动过大的原因是轴承磨损。\n\n![x](http://elsewhere/x.png) The colour of P-701 is <b>blue</b> [1].\n';

let service: TestService;
beforeAll(async () => {
  service = await openReadingService();
  await service.ingest('manual.md', TEXT);
});
afterAll(() => service.close());

async function fileOf(question: string, change: Record<string, unknown> = {}) {
  const { content, digest } = await service.post(answerSchema, '/v1/answers', { question });
  return service.http.request('/v1/answers/file', jsonPost({ question, content, digest, ...change }));
}

describe('the file of an answer', () => {
  it.each([
    ['What is the tightening torque of the casing bolts of P-701?', 'lang: en', '**Answer**', 'supported by its source', '> Quotation: '],
    ['P-701 振动过大的原因是什么？', 'lang: zh-CN', '**回答**', '来源支持', '> 引用：'],
  ])('says in Markdown what was asked and said, with verdicts, sources and labels: %s', async (question, ...parts) => {
    const response = await fileOf(question);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="answer-[0-9a-f]{12}\.md"$/);
    const text = await response.text();
    expect(text).toMatch(/^---\nAIGC: \{"Label":"","ContentProducer":"Faultline","ProduceID":"[0-9a-f]{64}",/);
    for (const part of [...parts, `# ${question}`, '1. **']) expect(text).toContain(part);
  });

  it('is the answer with its labels in JSON', async () => {
    const response = await fileOf('P-701 振动过大的原因是什么？', { form: 'json' });
    const file = answerFileSchema.parse(await response.json());
    expect(file.aigc.ProduceID).toBe(file.digest);
    expect(file.content.claims.map(({ verdict }) => verdict)).toEqual(['supported']);
  });

  it('holds nothing of a document that Markdown would run or load', async () => {
    const text = await (await fileOf('What is the colour of P-701?')).text();
    expect(text).toContain('blue');
    expect(text).not.toMatch(/(^|[^\\])<b>|(^|[^\\])!\[/);
  });

  it('is written of nothing that the service did not say to whoever asks for it', async () => {
    const question = 'P-701 振动过大的原因是什么？';
    const { content, digest } = await service.post(answerSchema, '/v1/answers', { question });
    const changed = { ...content, missing: 'made up' };
    expect((await service.problem('/v1/answers/file', jsonPost({ question, content: changed, digest }))).code).toBe('conflict');
    expect((await service.problem('/v1/answers/file', jsonPost({ question: 'another?', content, digest }))).code).toBe('not-found');
  });
});
