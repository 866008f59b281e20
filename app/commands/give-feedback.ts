import {
  type Caller,
  FaultlineError,
  type Feedback,
  type FeedbackSubject,
  type FeedbackVerdict,
  type Observation,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';
import { checkText } from './ask-question.ts';

const LONGEST_REMARK = 2_000;

/** What a caller says of an answer or a diagnosis that this caller was given. */
export interface FeedbackRequest {
  /** Absent: an answer. */
  readonly about?: FeedbackSubject;
  /** As it was asked; of a diagnosis the fault. */
  readonly question: string;
  /** The whole question, where the answer says that it was completed from the conversation. */
  readonly understood?: string;
  /** What the diagnosis was told that had been seen, as it was told. */
  readonly observations?: readonly Observation[];
  /** Of the answer; of a diagnosis `aigc.ProduceID`. */
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
  { about = 'answer', question, understood, observations = [], digest, verdict, remark = '' }: FeedbackRequest,
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
    about,
    verdict,
    remark: said,
    question,
    observations,
    ...(understood === undefined ? {} : { understood }),
    digest,
  });
}
