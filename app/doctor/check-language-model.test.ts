import { expect, it } from 'vitest';
import { type ScriptedReply, startChatEndpoint } from '../../models/language/chat-endpoint.test-support.ts';
import { loadConfig } from '../config.ts';
import { checkLanguageModel } from './check-language-model.ts';

async function check(reply: ScriptedReply) {
  const endpoint = await startChatEndpoint(() => reply);
  try {
    const config = loadConfig({ chatUrl: endpoint.url, chatModel: 'some-model' }, {});
    return (await checkLanguageModel({ config, clock: { now: () => 0 } })).map(({ level, detail }) => `${level}: ${detail}`);
  } finally {
    await endpoint.close();
  }
}

it('says nothing where no language model is configured', async () => {
  expect(await checkLanguageModel({ config: loadConfig({}, {}), clock: { now: () => 0 } })).toEqual([]);
});

it('says of each of two models whether it answers', async () => {
  const endpoint = await startChatEndpoint(({ model }) => (model === 'reader' ? { text: '水' } : { tokens: { Yes: 0.9, No: 0.1 } }));
  try {
    const config = loadConfig({ chatUrl: endpoint.url, chatModel: 'writer', chatReadingModel: 'reader' }, {});
    const lines = await checkLanguageModel({ config, clock: { now: () => 0 } });
    expect(lines.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('endpoint:writer answers'),
      expect.stringContaining('endpoint:reader replies neither'),
    ]);
  } finally {
    await endpoint.close();
  }
});

it.each<[string, ScriptedReply, string]>([
  ['answers with likelihoods', { tokens: { Yes: 0.9, No: 0.1 } }, 'ok: endpoint:some-model answers in 0 ms'],
  ['tells no likelihoods', { text: 'Yes' }, 'warn: endpoint:some-model answers in 0 ms and tells no likelihoods'],
  ['replies with something else', { text: '水' }, 'warn: endpoint:some-model replies neither'],
  ['does not take the key', { status: 401, body: '' }, 'warn: The language model 127.0.0.1'],
])('says of a language model that it %s', async (_, reply, line) => {
  expect(await check(reply)).toEqual([expect.stringContaining(line)]);
});
