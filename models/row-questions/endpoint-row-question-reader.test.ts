import { describe, expect, it } from 'vitest';
import { type ScriptedReply, startChatEndpoint } from '../language/chat-endpoint.test-support.ts';
import { openEndpointRowQuestionReader } from './endpoint-row-question-reader.ts';

const COLUMNS = [
  { header: '设备', values: ['1#空压机', 'P-101A'] },
  { header: '备注', values: [] },
];

async function reading(reply: ScriptedReply) {
  const endpoint = await startChatEndpoint(() => reply);
  const options = { url: endpoint.url, model: 'taught', milliseconds: 60_000, attempts: 1, pause: async () => undefined };
  try {
    const outcome = await openEndpointRowQuestionReader(options)
      .read('1#空压机 修了\n几次', COLUMNS, new AbortController().signal)
      .catch((error: unknown) => error);
    return { outcome, asked: endpoint.asked };
  } finally {
    await endpoint.close();
  }
}

function replied(content: string, logprobs: object | null, end = 'stop'): ScriptedReply {
  return { body: JSON.stringify({ choices: [{ message: { content }, finish_reason: end, logprobs }] }) };
}

const one = (token: string, chance: number) => ({ token, logprob: Math.log(chance) });
const TOKENS = { content: [one('[V1.1]1#空压机 [M]几次', 0.1), one('\n', 0.9), one('count where', 0.5), one(' 1 =', 0.8), one('', 1)] };

describe('a language model that reads questions over rows', () => {
  it('is shown the columns with their values, a line each, and the question on one', async () => {
    const { asked } = await reading(replied('other', TOKENS));
    expect(asked[0]).toMatchObject({ model: 'taught', content: '1 设备: 1#空压机; P-101A\n2 备注\nQuestion: 1#空压机 修了 几次' });
  });

  it('gives one reading, as likely as its query given the words that it marked', async () => {
    const { outcome } = await reading(replied('[V1.1]1#空压机 [M]几次\ncount where 1 =', TOKENS));
    expect(outcome).toEqual([expect.objectContaining({ ask: 'count', chance: expect.closeTo(0.4, 10) })]);
  });

  it.each([
    ['is no reading', replied('I would count.', TOKENS)],
    ['was cut short', replied('count', TOKENS, 'length')],
  ])('gives none where what it wrote %s', async (_, reply) => {
    expect((await reading(reply)).outcome).toEqual([]);
  });

  it('says so when its endpoint tells no likelihoods, for nothing tells then how sure it is', async () => {
    const { outcome } = await reading(replied('count', null));
    expect(outcome).toMatchObject({ code: 'invalid-configuration', message: expect.stringContaining('logprobs') });
  });

  it('says so when it is away, and tells no question', async () => {
    const { outcome } = await reading({ status: 503, body: '空压机' });
    expect(outcome).toMatchObject({ code: 'store-unavailable', message: expect.not.stringContaining('空压机') });
  });
});
