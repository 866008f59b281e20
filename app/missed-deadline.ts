import { FaultlineError } from '../kernel/index.ts';

/** What a caller is told whose answer did not come in the time that the settings allow. */
export function missedDeadline(answerMilliseconds: number, cause: unknown): FaultlineError {
  const message = `No answer within ${answerMilliseconds} ms; ask again or raise FAULTLINE_ANSWER_MILLISECONDS.`;
  return new FaultlineError('deadline-exceeded', message, { cause });
}
