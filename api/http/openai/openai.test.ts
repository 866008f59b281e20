import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../contract/answer.ts';
import { openService, type TestService } from '../test-support/open-service.ts';

let service: TestService;
let client: OpenAI;
beforeAll(async () => {
  service = await openService();
  await service.ingest('手册.md', '# 泵 P-301\n\nP-301 振动过大的原因是轴承磨损。\n\nThe tightening torque of P-301 is 48 N·m.\n');
  client = new OpenAI({
    baseURL: 'http://localhost/v1',
    apiKey: 'none',
    maxRetries: 0,
    fetch: async (url, init) => service.http.request(String(url), init),
  });
});
afterAll(() => service.close());

const QUESTION = 'P-301 振动过大的原因是什么？';
const user = (content: string) => ({ role: 'user', content }) as const;

describe("OpenAI's own client", () => {
  it('is answered with text that bears its citations, and with the answer beside it', async () => {
    const completion = await client.chat.completions.create({
      model: 'any',
      messages: [{ role: 'system', content: 'Be brief.' }, user(QUESTION)],
    });
    const [choice] = completion.choices;
    expect(choice?.finish_reason).toBe('stop');
    expect(choice?.message.content).toMatch(/轴承磨损.* \[1\]\n引用：.*$/);
    const answer = answerSchema.parse('faultline' in completion ? completion.faultline : undefined);
    expect(answer.content.decision).toBe('answered');
    expect(answer.content.claims[0]?.verdict).toBe('supported');
    expect(answer.content.citations[0]?.quote).toContain('轴承磨损');
    expect(answer.envelope.aigc).toMatchObject({ origin: 'quotation', ProduceID: answer.digest });
  });

  it('gets the same text in a stream, and the answer in its last chunk', async () => {
    const whole = await client.chat.completions.create({ model: 'any', messages: [user(QUESTION)] });
    let text = '';
    let last: unknown;
    for await (const chunk of await client.chat.completions.create({ model: 'any', messages: [user(QUESTION)], stream: true })) {
      text += chunk.choices[0]?.delta.content ?? '';
      last = chunk;
    }
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(last).toMatchObject({ choices: [{ finish_reason: 'stop' }], faultline: { content: { decision: 'answered' } } });
  });

  it('has a question completed by those that the user asked before', async () => {
    const { choices } = await client.chat.completions.create({
      model: 'any',
      messages: [
        user('What is the tightening torque of P-302?'),
        { role: 'assistant', content: '…' },
        { role: 'user', content: [{ type: 'text', text: 'And of P-301?' }] },
      ],
    });
    expect(choices[0]?.message.content).toContain('48 N·m');
  });

  it('is told what nothing says, and why', async () => {
    const { choices } = await client.chat.completions.create({ model: 'any', messages: [user('What does alarm E-999 mean?')] });
    expect(choices[0]?.message.content).not.toBe('');
  });

  it('is told what is wrong with a request', async () => {
    await expect(client.chat.completions.create({ model: 'any', messages: [{ role: 'system', content: 'x' }] })).rejects.toMatchObject({
      status: 400,
    });
    await expect(
      client.chat.completions.create({ model: 'any', messages: [user('泵'.repeat(2_000))], stream: true }),
    ).rejects.toMatchObject({ status: 413 });
  });

  it('lists the model and gets vectors, as numbers and as bytes', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['faultline']);
    const input = ['轴承磨损', 'worn bearing'];
    const plain = await client.embeddings.create({ model: 'any', input, encoding_format: 'float' });
    const packed = await client.embeddings.create({ model: 'any', input });
    expect(plain.data.map(({ embedding }) => embedding.length)).toEqual([plain.data[0]?.embedding.length, plain.data[0]?.embedding.length]);
    expect(plain.data[0]?.embedding.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 3);
    expect(packed.data[1]?.embedding.map((value) => Math.fround(value))).toEqual(
      plain.data[1]?.embedding.map((value) => Math.fround(value)),
    );
  });
});
