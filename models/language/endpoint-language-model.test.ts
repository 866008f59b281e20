import { describe, expect, it, test } from 'vitest';
import { type AskedChat, type ScriptedReply, startChatEndpoint } from './chat-endpoint.test-support.ts';
import { openEndpointLanguageModel, type ReplyFormat } from './endpoint-language-model.ts';

const never = () => new AbortController().signal;
const PROMPT = { task: 'Say Yes or No.', content: '压力表是否要校验？' };
const REPLIES = ['Yes', 'No'];

async function choosing(replyTo: (asked: AskedChat) => ScriptedReply, key?: string) {
  const endpoint = await startChatEndpoint(replyTo);
  const options = {
    url: endpoint.url,
    model: 'some-model',
    milliseconds: 60_000,
    attempts: 2,
    pause: async () => undefined,
    replyForm: 'schema',
  } as const;
  const model = openEndpointLanguageModel(key === undefined ? options : { ...options, key });
  try {
    const outcome = await model.choose(PROMPT, REPLIES, never()).catch((error: unknown) => error);
    return { outcome, asked: endpoint.asked };
  } finally {
    await endpoint.close();
  }
}

const FORM = { name: 'wording', schema: { type: 'object' }, mostTokens: 50 };

async function writing(replyForm: ReplyFormat, reply: ScriptedReply) {
  const endpoint = await startChatEndpoint(() => reply);
  const options = { url: endpoint.url, model: 'some-model', milliseconds: 60_000, attempts: 1, pause: async () => undefined, replyForm };
  try {
    const written = await openEndpointLanguageModel(options)
      .write(PROMPT, FORM, never())
      .catch((error: unknown) => error);
    return { written, asked: endpoint.asked };
  } finally {
    await endpoint.close();
  }
}

describe('a language model that writes', () => {
  it.each<[ReplyFormat, unknown]>([
    ['schema', { type: 'json_schema', json_schema: { name: 'wording', strict: true, schema: { type: 'object' } } }],
    ['object', { type: 'json_object' }],
    ['text', undefined],
  ])('is asked for JSON in the way that its endpoint knows: %s', async (replyForm, format) => {
    const { written, asked } = await writing(replyForm, { text: '{"sentences":[]}' });
    expect(written).toBe('{"sentences":[]}');
    expect(asked[0]).toMatchObject({ ...PROMPT, isChoice: false });
    expect(asked[0]?.format).toEqual(format);
  });

  it('says so when it is away, and tells no prompt', async () => {
    const { written } = await writing('schema', { status: 503, body: '压力表' });
    expect(written).toMatchObject({ code: 'store-unavailable', message: expect.not.stringContaining('压力表') });
  });
});

describe('a language model behind an OpenAI-compatible endpoint', () => {
  it('is asked once for one token, with the task as system message and the key as bearer', async () => {
    const { asked } = await choosing(() => ({ tokens: { Yes: 0.9, No: 0.1 } }), 'sk-secret');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', model: 'some-model', ...PROMPT });
    expect(asked[0]?.headers.authorization).toBe('Bearer sk-secret');
  });

  it('shares the likelihoods of the replies, whatever their case and blanks, and leaves other tokens out', async () => {
    const { outcome } = await choosing(() => ({ tokens: { Yes: 0.3, ' yes': 0.2, NO: 0.1, Maybe: 0.4 } }));
    expect(outcome).toEqual([expect.closeTo(5 / 6, 6), expect.closeTo(1 / 6, 6)]);
  });

  it('takes the reply alone where no likelihoods are told', async () => {
    expect((await choosing(() => ({ text: 'No' }))).outcome).toEqual([0, 1]);
  });

  it('has no opinion where it replies with something else', async () => {
    expect((await choosing(() => ({ text: '也许' }))).outcome).toBeUndefined();
    expect((await choosing(() => ({ tokens: { Perhaps: 1 } }))).outcome).toBeUndefined();
  });

  test.each<[string, ScriptedReply, string, string]>([
    ['is overloaded', { status: 503, body: 'sk-secret 压力表' }, 'store-unavailable', 'language model'],
    ['refuses the key', { status: 401, body: 'sk-secret 压力表' }, 'invalid-configuration', 'FAULTLINE_CHAT_KEY'],
    ['knows no such model', { status: 404, body: '' }, 'invalid-configuration', 'FAULTLINE_CHAT_MODEL'],
    ['answers with no JSON', { body: '<html>' }, 'invalid-configuration', 'JSON'],
    ['answers with another form', { body: '{"choices":[]}' }, 'invalid-configuration', 'no reply'],
    ['answers without end', { body: ' '.repeat(1_000_000) }, 'invalid-configuration', 'more than was asked for'],
  ])('says so when it %s, and tells neither key nor prompt', async (_, reply, code, told) => {
    const { outcome } = await choosing(() => reply, 'sk-secret');
    expect(outcome).toMatchObject({ code, message: expect.stringContaining(told) });
    expect(`${String(outcome)} ${outcome instanceof Error ? String(outcome.cause) : ''}`).not.toMatch(/sk-secret|压力表/);
  });
});
