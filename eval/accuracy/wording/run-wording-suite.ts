import { type Answer, readReply } from '../../../answering/index.ts';
import { type Application, askQuestion, configuredCaller, loadConfig, openApplication, withoutServers } from '../../../app/index.ts';
import { createRandom } from '../../../datasets/index.ts';
import { FaultlineError, type Prompt, type Writer } from '../../../kernel/index.ts';
import type { FieldQuestion } from '../field/field-question.ts';
import { PATIENT } from '../patient.ts';
import type { WordedCase } from './worded-case.ts';

/** A small model on this machine takes its time. */
const LONGEST_WAIT = 240_000;

export interface WordingOptions {
  readonly questions: readonly FieldQuestion[];
  /** Answers that are worded at most. */
  readonly sample: number;
  readonly seed: number;
  readonly onCase: (done: number) => void;
}

export interface WordingRun {
  readonly model: string;
  readonly asked: number;
  readonly cases: readonly WordedCase[];
  /** Questions of which the model's reply could not be read, or did not come. */
  readonly withoutReply: readonly string[];
}

/**
 * Asks field questions in an order drawn by seed for answers in the words of the configured model, until so many were worded. What the
 * model said is kept beside what the gate let through, for people to read. It gives no opinion on evidence here, so that the quotes
 * are those of an answer without it. Questions that need others before them are left out.
 * @throws invalid-request where no model is configured
 */
export async function runWordingSuite(home: string, options: WordingOptions, signal: AbortSignal): Promise<WordingRun> {
  const application = await openApplication(loadConfig({ ...PATIENT, home, chatWordingMilliseconds: LONGEST_WAIT }, withoutServers()));
  try {
    return await wordAnswers(application, options, signal);
  } finally {
    await application.close();
  }
}

/** The same of an open application. */
export async function wordAnswers(application: Application, options: WordingOptions, signal: AbortSignal): Promise<WordingRun> {
  const { adviser: _, writer, ...rest } = application;
  if (writer === undefined)
    throw new FaultlineError('invalid-request', 'No language model is configured: set FAULTLINE_CHAT_URL and _MODEL.');
  const replies: Reply[] = [];
  const recorded: Application = {
    ...rest,
    writer: { ...recording(writer, replies), within: (spending) => recording(writer.within(spending), replies) },
  };
  const caller = configuredCaller(application.config);
  const drawn = createRandom(options.seed, 'wording').shuffle(options.questions.filter(({ turn }) => turn === 1));
  const cases: WordedCase[] = [];
  const withoutReply: string[] = [];
  let asked = 0;
  for (const { id, question } of drawn) {
    if (cases.length === options.sample) break;
    replies.length = 0;
    asked += 1;
    const answer = await askQuestion(recorded, caller, { question, mode: 'model' }, signal);
    const last = replies.at(-1);
    if (last === undefined) continue;
    const read = readReply(last.text);
    if (answer.content.wording === undefined || read.kind === 'unreadable') withoutReply.push(id);
    else cases.push(wordedCase(id, question, last, read.sentences, answer));
    options.onCase(cases.length);
  }
  return { model: writer.model, asked, cases, withoutReply };
}

interface Reply {
  readonly prompt: Prompt;
  /** Empty where none came. */
  readonly text: string;
}

function recording(writer: Writer, into: Reply[]): Writer {
  return {
    model: writer.model,
    async write(prompt, form, signal) {
      const written = await writer.write(prompt, form, signal);
      into.push({ prompt, text: written.kind === 'reply' ? written.text : '' });
      return written;
    },
  };
}

function wordedCase(
  id: string,
  question: string,
  { prompt }: Reply,
  sentences: readonly { readonly text: string; readonly cites: readonly number[] }[],
  { content }: Answer,
): WordedCase {
  const shown = content.claims.map((claim) => ({ text: claim.text, isWorded: claim.worded === true }));
  // What is a quote, or several, stands as those.
  const stands = solid(shown.map(({ text }) => text).join(''));
  return {
    id,
    question,
    offered: prompt.content,
    said: sentences.map((sentence) => ({ ...sentence, isShown: stands.includes(solid(sentence.text)) })),
    cut: content.wording?.cut.map(({ reasons }) => reasons) ?? [],
    shown,
  };
}

function solid(text: string): string {
  return text.replace(/\s+/gu, '');
}
