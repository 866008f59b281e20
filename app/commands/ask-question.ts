import { type Answer, type AnswerEvent, type AnswerRequest, streamAnswer as composeAnswer } from '../../answering/index.ts';
import { type Adviser, type Caller, compareText, FaultlineError, sha256, type Writer } from '../../kernel/index.ts';
import type { AuditDetail } from '../../ledger/index.ts';
import { type RankedPassage, recallParts } from '../../retrieval/index.ts';
import { startAnswerTime } from '../answer-time.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type Spending, startSpending } from '../language-model/start-spending.ts';
import { writeInTime } from '../language-model/write-in-time.ts';
import { readerAccess } from '../reader-access.ts';
import { requestField } from '../request-field.ts';
import { revisionsIfUp } from '../revisions-if-up.ts';
import { stepsOf } from '../telemetry/steps-of.ts';
import { expiryOf } from './conversations.ts';

/** What a caller asks; with `conversationId` the earlier questions of that conversation of the caller's complete it, and not `history`. */
export type AskRequest = AnswerRequest & { readonly conversationId?: string };

/**
 * Answers a question from what the caller may read, within the time allowed.
 * @throws FaultlineError `invalid-request` for an empty question, `question-too-long`, `deadline-exceeded`.
 */
export async function askQuestion(application: Application, caller: Caller, request: AskRequest, signal: AbortSignal): Promise<Answer> {
  for await (const event of streamAnswer(application, caller, request, signal)) if (event.kind === 'done') return event.answer;
  throw new FaultlineError('internal', 'An answer ended before it was done.');
}

/** The same answer piece by piece, in the order of `AnswerEvent`. @throws what `askQuestion` throws. */
export async function* streamAnswer(
  application: Application,
  caller: Caller,
  request: AskRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const { config, logger } = application;
  checkText(request.question, config.maxQuestionLength);
  const began = application.clock.now();
  const time = startAnswerTime(application, signal);
  const spending = application.modelPrice === undefined ? undefined : startSpending(application.modelPrice, config.chatBudget);
  const timed = { ...application, ...time.stores };
  const models = modelsOf(application, spending);
  for await (const given of time.withinEach(composed(timed, models, caller, request, time.signal))) {
    const event = spending === undefined || given.kind !== 'done' ? given : { ...given, answer: toldSpending(given.answer, spending) };
    if (event.kind === 'done') {
      const { answer } = event;
      noteAudit(application, caller, 'question-answered', sha256(request.question), await describeAnswer(timed, answer));
      logger.event('answer', 'answered', {
        ...requestField(caller),
        decision: answer.content.decision,
        intent: answer.content.intent,
        digest: answer.digest,
      });
      traceAnswer(application, caller, began, answer);
    }
    yield event;
  }
}

/** What an answer took, step by step, under the request; of the answer itself only which kind it is. */
function traceAnswer({ traces, clock }: Application, caller: Caller, began: number, { content, envelope }: Answer): void {
  traces?.tell(
    {
      name: 'answer',
      kind: 'internal',
      began,
      ended: clock.now(),
      isFailed: false,
      attributes: {
        'faultline.decision': content.decision,
        'faultline.intent': content.intent,
        'faultline.mode': content.mode,
        ...(content.degraded.length === 0 ? {} : { 'faultline.degraded': content.degraded.join(',') }),
      },
      steps: stepsOf(began, envelope.timings),
    },
    caller.trace,
  );
}

type Models = Partial<Readonly<{ adviser: Adviser; writer: Writer }>>;

/** The models of one answer: within its time, and within its budget where there are prices. */
function modelsOf({ adviser, writer, config }: Application, spending: Spending | undefined): Models {
  const paid = writer === undefined || spending === undefined ? writer : writer.within(spending);
  return {
    ...(adviser === undefined ? {} : { adviser: spending === undefined ? adviser : adviser.within(spending) }),
    ...(paid === undefined ? {} : { writer: writeInTime(paid, config.answerMilliseconds) }),
  };
}

function toldSpending(answer: Answer, spending: Spending): Answer {
  return { ...answer, envelope: { ...answer.envelope, spending: spending.told() } };
}

async function* composed(
  application: Application,
  models: Models,
  caller: Caller,
  { conversationId, ...question }: AskRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const { conversations } = application.ledger;
  const turns = conversationId === undefined ? [] : await conversations.turns(caller, conversationId, expiryOf(application));
  const history = conversationId === undefined ? (question.history ?? []) : turns.map((turn) => turn.question);
  for (const earlier of history) checkText(earlier, application.config.maxQuestionLength);
  const asked: AnswerRequest = { ...question, ...modeOf(application, question), history };
  yield* composeAnswer({ ...answerDependencies(application), ...models }, await readerAccess(application, caller), asked, signal);
}

/** Where the settings have a model word answers usually, that is what who says nothing gets. */
function modeOf({ config, writer }: Application, { mode = 'auto' }: AnswerRequest): Pick<AnswerRequest, 'mode'> {
  return { mode: mode === 'auto' && writer !== undefined && config.chatWording === 'usual' ? 'model' : mode };
}

/** What the trail keeps of an answer: enough to tell on which state it stands and to know it again, none of its words. */
async function describeAnswer(application: Application, { content, digest }: Answer): Promise<AuditDetail> {
  const revisions = await revisionsIfUp(application);
  return {
    answer: digest,
    decision: content.decision,
    intent: content.intent,
    mode: content.mode,
    // Of answers that a model worded, or would have if anything of it had held; the extractive ones have neither.
    model: content.wording?.model ?? 'none',
    prompt: content.wording?.prompt ?? 'none',
    embedder: application.embedder.model,
    indexRevision: revisions.search,
    graphRevision: revisions.graph,
    // Of a follow-up: what it was completed to, so that it is known again by whoever says what it was.
    ...(content.resolution === undefined ? {} : { understood: sha256(content.resolution.question) }),
    passages: [...new Set(content.citations.map(({ passageId }) => passageId))].sort(compareText),
    ...(content.reason === undefined ? {} : { reason: content.reason }),
    ...(content.degraded.length === 0 ? {} : { degraded: content.degraded }),
  };
}

/** How much longer a question may be when signs that stand for several letters are written out. */
const MOST_WRITTEN_OUT = 2;

/** @throws FaultlineError `invalid-request`, `question-too-long`. */
export function checkText(text: string, maxLength: number): void {
  if (text.trim() === '') throw new FaultlineError('invalid-request', 'The question is empty.');
  if (text.length > maxLength) {
    throw new FaultlineError('question-too-long', `The question has ${text.length} characters; ${maxLength} are allowed.`);
  }
  // One sign may stand for a whole phrase, and everything is looked for in what is read.
  const { length } = text.normalize('NFKC');
  if (length > maxLength * MOST_WRITTEN_OUT) {
    throw new FaultlineError(
      'question-too-long',
      `The question has ${length} characters when its signs are written out; ${maxLength} are allowed.`,
    );
  }
}

/** What answering reads, bound to the stores of an application. */
export function answerDependencies(application: Application): Parameters<typeof composeAnswer>[0] {
  const {
    config,
    ledger,
    index,
    graph,
    embedder,
    phraseEmbedder,
    grammar,
    clock,
    crossEncoder,
    rowQuestions,
    rowAdviser,
    adviser,
    writer,
  } = application;
  const stores = { passages: ledger.passages, keys: ledger.keys, index, graph, embedder, grammar };
  return {
    passages: ledger.passages,
    keys: ledger.keys,
    records: ledger.records,
    embedder: phraseEmbedder,
    ...(crossEncoder === undefined ? {} : { crossEncoder }),
    ...(rowQuestions === undefined ? {} : { rowQuestions }),
    ...(rowAdviser === undefined ? {} : { rowAdviser }),
    ...(adviser === undefined ? {} : { adviser }),
    ...(writer === undefined ? {} : { writer }),
    contentProducer: config.contentProducer,
    grammar,
    clock,
    find: async (access, { identifiers, ...query }, signal) => {
      const found = await recallParts(stores, access, { ...query, identifiers: identifiers.map((folded) => ({ folded })) }, signal);
      const tells = embedder.readsOrder === true;
      const asFound = ({ stored, score, legs, cosine }: RankedPassage) =>
        tells && cosine !== undefined ? { stored, score, legs, nearness: cosine } : { stored, score, legs };
      return { ...found, parts: found.parts.map((hits) => hits.map(asFound)) };
    },
  };
}
