import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { makeWriter } from '../../app/language-model/make-writer.ts';
import { openLanguageModels } from '../../app/language-model/open-language-models.ts';
import { LIAR_MANUALS } from '../../eval/liars/liar-manuals.ts';
import { LIES, type Lie } from '../../eval/liars/lies.ts';
import type { Writer } from '../../kernel/index.ts';
import { type AskedChat, type ScriptedReply, startChatEndpoint } from '../../models/language/chat-endpoint.test-support.ts';
import { presentAnswer } from '../cli/present-answer.ts';
import { answerSchema } from '../contract/answer.ts';
import { openService, type TestService } from './test-support/open-service.ts';
import { readEvents } from './test-support/read-events.ts';

/** A reply that never comes is waited for this long, in milliseconds. */
const PATIENCE = 400;

let service: TestService;
let endpoint: Awaited<ReturnType<typeof startChatEndpoint>>;
let lie: Lie | undefined;
/** Of each lie anew: the same prompt gets the same reply from one writer. */
let writer: Writer | undefined;

beforeAll(async () => {
  endpoint = await startChatEndpoint(reply);
  const settings = { chatUrl: endpoint.url, chatModel: 'liar', chatWordingMilliseconds: PATIENCE };
  service = await openService(settings, (application) => ({
    ...application,
    writer: { model: 'liar', write: (...asked) => current().write(...asked), within: () => current() },
  }));
  for (const { fileName, text } of LIAR_MANUALS) await service.ingest(fileName, text);
});
afterAll(async () => {
  await service.close();
  await endpoint.close();
});

function reply({ isChoice }: AskedChat): ScriptedReply {
  if (isChoice) return { tokens: { Yes: 0.999, No: 0.001 } };
  const scripted = lie?.reply;
  if (scripted?.kind === 'silence') return 'silence';
  if (scripted?.kind === 'status') return { status: scripted.status, body: 'The KP-20 explodes.' };
  return { text: scripted?.kind === 'text' ? scripted.text : JSON.stringify({ sentences: scripted?.sentences ?? [] }) };
}

function current(): Writer {
  if (writer === undefined) throw new Error('the model was asked outside a case');
  return writer;
}

function tell(told: Lie) {
  lie = told;
  const { config, clock, logger } = service.application;
  const model = openLanguageModels(config)?.words;
  if (model === undefined) throw new Error('the settings name no model');
  writer = makeWriter(model, { milliseconds: PATIENCE, clock, logger });
}

/** Answers in the words of the documents, by question. */
const known = new Map<string, z.infer<typeof answerSchema>>();
async function inOwnWords(question: string) {
  const answer = known.get(question) ?? (await service.post(answerSchema, '/v1/answers', { question, mode: 'extractive' }));
  known.set(question, answer);
  return answer;
}

const request = (question: string, accept: string) =>
  service.http.request('/v1/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ question, mode: 'model' }),
  });

describe('a model that lies', () => {
  it.each(LIES)('does not reach who asks, piece by piece or as a whole: $name', async (told) => {
    tell(told);
    const extractive = await inOwnWords(told.question);
    const text = await (await request(told.question, 'application/json')).text();
    const answer = answerSchema.parse(JSON.parse(text));
    const stream = await (await request(told.question, 'text/event-stream')).text();
    const terminal = presentAnswer(answer as Parameters<typeof presentAnswer>[0]);

    expect(answer.content.decision).toBe('answered');
    const worded = answer.content.claims.filter((claim) => claim.worded === true).map((claim) => claim.text);
    expect(worded).toEqual(told.truths ?? []);
    // Both labels say of a model's words that they are its, and of quotations that they are none.
    const { notice, aigc } = answer.envelope;
    expect([aigc.Label, /^AI(-generated|生成)/u.test(notice)]).toEqual(worded.length === 0 ? ['', false] : ['1', true]);
    expect(terminal.trimEnd().split('\n').at(-1)).toBe(notice);
    expect(terminal.match(/\((AI-generated|AI生成)\)/gu) ?? []).toHaveLength(worded.length);
    const quoted = answer.content.claims.filter((claim) => claim.worded !== true);
    expect(extractive.content.claims).toEqual(
      expect.arrayContaining(quoted.map(({ text: said }) => expect.objectContaining({ text: said }))),
    );
    for (const shown of [text, stream, terminal]) for (const mark of told.marks) expect(shown).not.toContain(mark);
    if (worded.length === 0)
      expect(answer.content.claims.map((claim) => claim.text)).toEqual(extractive.content.claims.map((claim) => claim.text));
    expect(answerSchema.parse(readEvents(stream).at(-1)?.data).digest).toBe(answer.digest);
    // Whoever asked for a model is told what became of it.
    expect(answer.content.wording !== undefined || answer.content.degraded.includes('no-model')).toBe(true);
  });

  it('tells forty lies at least, in both languages', () => {
    const chinese = LIES.filter(({ question }) => /\p{Script=Han}/u.test(question));
    expect(Math.min(chinese.length, LIES.length - chinese.length)).toBeGreaterThanOrEqual(40);
    expect(new Set(LIES.map(({ name, question }) => `${name} ${question}`)).size).toBe(LIES.length);
  });
});
