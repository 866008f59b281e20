import { expect, it } from 'vitest';
import { type ScriptedReply, startChatEndpoint } from '../../models/language/chat-endpoint.test-support.ts';
import { loadConfig } from '../config.ts';
import { checkRowReader } from './check-row-reader.ts';

async function check(reply: ScriptedReply) {
  const endpoint = await startChatEndpoint(() => reply);
  try {
    const config = loadConfig({ rowsUrl: endpoint.url, rowsModel: 'taught' }, {});
    return (await checkRowReader({ config, clock: { now: () => 0 } })).map(({ level, detail }) => `${level}: ${detail}`);
  } finally {
    await endpoint.close();
  }
}

function replied(content: string): ScriptedReply {
  return { body: JSON.stringify({ choices: [{ message: { content }, logprobs: { content: [{ token: content, logprob: 0 }] } }] }) };
}

it('says nothing where no reader of questions over rows is configured', async () => {
  expect(await checkRowReader({ config: loadConfig({}, {}), clock: { now: () => 0 } })).toEqual([]);
});

it.each<[string, ScriptedReply, string]>([
  ['reads', replied('[V1.1]P-101A\ncount where 1 ='), 'ok: endpoint:taught reads a question in 0 ms'],
  ['was not taught to', replied('There is one fault.'), 'warn: endpoint:taught writes no reading'],
  ['tells no likelihoods', { text: 'count' }, 'warn: The reader of questions over rows does not fit'],
  ['does not take the key', { status: 401, body: '' }, 'warn: The reader of questions over rows 127.0.0.1'],
])('says of a reader of questions over rows that it %s', async (_, reply, line) => {
  expect(await check(reply)).toEqual([expect.stringContaining(line)]);
});
