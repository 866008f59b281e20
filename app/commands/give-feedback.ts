import { type Caller, FaultlineError, type Feedback, type FeedbackVerdict } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';
import { checkText } from './ask-question.ts';

const LONGEST_REMARK = 2_000;

/** What a caller says of an answer that this caller was given. */
export interface FeedbackRequest {
  /** As it was asked. */
  readonly question: string;
  /** The whole question, where the answer says that it was completed from the conversation. */
  readonly understood?: string;
  /** Of the answer. */
  readonly digest: string;
  readonly verdict: FeedbackVerdict;
  readonly remark?: string;
}

/**
 * Keeps what the caller says of an answer, in place of what the caller said of it before; reviewers who may read what it cites find it
 * among their reviews.
 * @throws FaultlineError `not-found` when the caller was given no such answer, `conflict` when what it cites has changed, `invalid-request`.
 */
export async function giveFeedback(
  application: Application,
  caller: Caller,
  { question, understood, digest, verdict, remark = '' }: FeedbackRequest,
): Promise<Feedback> {
  checkText(question, application.config.maxQuestionLength);
  const said = remark.trim();
  if (said.length > LONGEST_REMARK) {
    throw new FaultlineError('invalid-request', `The remark is longer than ${LONGEST_REMARK} characters; say it shorter.`);
  }
  // Who was just answered may say at once what that was worth, so the trail has to know the answer.
  await application.audit.flush();
  return application.ledger.feedback.give(await readerAccess(application, caller), {
    actor: caller.actor,
    verdict,
    remark: said,
    question,
    ...(understood === undefined ? {} : { understood }),
    digest,
  });
}
