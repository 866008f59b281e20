import { type Caller, FaultlineError } from '../../kernel/index.ts';
import { type Answer, type AnswerRequest, answerQuestion, recall } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';

/**
 * Answers a question from what the caller may read, within the time allowed.
 * @throws FaultlineError `invalid-request` for an empty question, `question-too-long`, `deadline-exceeded`.
 */
export async function askQuestion(application: Application, caller: Caller, request: AnswerRequest, signal: AbortSignal): Promise<Answer> {
  const { config, logger } = application;
  checkText(request.question, config.maxQuestionLength);
  const deadline = AbortSignal.timeout(config.answerMilliseconds);
  const both = AbortSignal.any([signal, deadline]);
  try {
    const answer = await answerQuestion(answerDependencies(application), await readerAccess(application, caller), request, both);
    logger.event('answer', 'answered', { decision: answer.content.decision, intent: answer.content.intent, digest: answer.digest });
    return answer;
  } catch (error) {
    if (!deadline.aborted || signal.aborted) throw error;
    throw new FaultlineError(
      'deadline-exceeded',
      `No answer within ${config.answerMilliseconds} ms; ask again or raise FAULTLINE_ANSWER_MILLISECONDS.`,
      {
        cause: error,
      },
    );
  }
}

/** @throws FaultlineError `invalid-request`, `question-too-long`. */
export function checkText(text: string, maxLength: number): void {
  if (text.trim() === '') throw new FaultlineError('invalid-request', 'The question is empty.');
  if (text.length > maxLength) {
    throw new FaultlineError('question-too-long', `The question has ${text.length} characters; ${maxLength} are allowed.`);
  }
}

function answerDependencies({ ledger, index, graph, embedder, clock }: Application): Parameters<typeof answerQuestion>[0] {
  const stores = { passages: ledger.passages, keys: ledger.keys, index, graph, embedder };
  return {
    passages: ledger.passages,
    keys: ledger.keys,
    records: ledger.records,
    embedder,
    clock,
    find: (access, { identifiers, ...query }, signal) =>
      recall(stores, access, { ...query, identifiers: identifiers.map((folded) => ({ folded })) }, signal),
  };
}
