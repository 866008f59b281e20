import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refineChunks } from '../../app/pipeline/refine-chunks.ts';
import { readHere } from '../../ingest/index.ts';
import { startChatEndpoint } from '../../models/language/chat-endpoint.test-support.ts';
import { presentAnswer } from '../cli/present-answer.ts';
import { answerSchema } from '../contract/answer.ts';
import { openService, type TestService } from './test-support/open-service.ts';
import { readEvents } from './test-support/read-events.ts';

const QUESTIONS = {
  en: 'What is the rated flow of the coolant pump KP-20?',
  zh: '泵 KP-20 的泵壳螺栓拧紧力矩是多少？',
};
const MANUAL = `# Coolant pump KP-20

## Ratings

The rated flow of the coolant pump KP-20 is 42 m³/h at a speed of 1450 rpm.

# 泵 KP-20

泵 KP-20 的泵壳螺栓拧紧力矩为 45 N·m。
`;

/** Long: what is asked here is what is spent, and a model that a busy machine is too late for is not asked. */
const PATIENT = { answerMilliseconds: 600_000, chatMilliseconds: 600_000, chatWordingMilliseconds: 600_000 };

let folder = '';
let endpoint: Awaited<ReturnType<typeof startChatEndpoint>>;
/** What is written, reply by reply; the last one again. */
let replies: string[] = [];
let service: TestService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-budget-'));
  await writeFile(join(folder, 'prices.json'), '{"currency":"CNY","models":{"paid":{"input":1000,"output":4000}}}');
  endpoint = await startChatEndpoint(({ isChoice }) => {
    const content = isChoice ? 'Yes' : replies.length > 1 ? (replies.shift() ?? '') : (replies[0] ?? '');
    const usage = { prompt_tokens: 100, completion_tokens: 10 };
    return { body: JSON.stringify({ choices: [{ index: 0, message: { content } }], usage }) };
  });
});
afterEach(async () => {
  await service.close();
  await endpoint.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(chatBudget?: number) {
  const settings = { ...PATIENT, chatUrl: endpoint.url, chatModel: 'paid', chatPrices: join(folder, 'prices.json'), chatBudget };
  service = await openService(settings, (application) => ({
    ...application,
    read: (request, signal) => readHere(request, signal, refineChunks),
  }));
  await service.ingest('pump.md', MANUAL);
}

/** One call as the endpoint counts it. */
const CALL = (100 * 1000 + 10 * 4000) / 1_000_000;
const written = () => endpoint.asked.filter(({ isChoice }) => !isChoice).length;

it.each(['en', 'zh'] as const)('tells what an answer has spent, repair included, as a whole and piece by piece (%s)', async (language) => {
  await open();
  const question = QUESTIONS[language];
  replies = ['no JSON at all', '{"sentences":[]}'];
  const answer = await service.post(answerSchema, '/v1/answers', { question, mode: 'model' });
  expect(written()).toBe(2);
  const { spending } = answer.envelope;
  expect(spending).toMatchObject({ currency: 'CNY', calls: endpoint.asked.length, notMade: 0 });
  expect(spending?.spent).toBeCloseTo(CALL * endpoint.asked.length, 9);
  expect(presentAnswer(answer as Parameters<typeof presentAnswer>[0])).toMatch(
    language === 'zh' ? /语言模型：花费/ : /language model: .* CNY/,
  );
  const stream = await service.http.request('/v1/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ question, mode: 'model' }),
  });
  const whole = answerSchema.parse(readEvents(await stream.text()).at(-1)?.data);
  // What was said before is known and costs nothing, so the same answer is free.
  expect(whole.digest).toBe(answer.digest);
  expect(whole.envelope.spending).toMatchObject({ spent: expect.any(Number), currency: 'CNY' });
});

it('makes no call that might pass the budget, and answers in the words of the documents', async () => {
  await open(0);
  replies = ['{"sentences":[]}'];
  const answer = await service.post(answerSchema, '/v1/answers', { question: QUESTIONS.en, mode: 'model' });
  expect(endpoint.asked).toEqual([]);
  expect(answer.content).toMatchObject({ decision: 'answered', mode: 'extractive', degraded: ['no-model'] });
  expect(answer.envelope.spending).toMatchObject({ spent: 0, budget: 0, calls: 0 });
  expect(answer.envelope.spending?.notMade).toBeGreaterThan(0);
  expect(answer.envelope.spending?.notMadeMost).toBeGreaterThan(0);
});
