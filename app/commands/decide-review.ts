import { assertNever, type Caller, type Decision, FaultlineError, type Review, type ReviewId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';
import type { ListedDecision } from './list-decisions.ts';
import { getReview } from './list-reviews.ts';
import { type DecisionRequest, makeDecision } from './make-decision.ts';

export interface ReviewDecision extends DecisionRequest {
  readonly review: ReviewId;
}

/**
 * Decides a review: one of its proposals, or another decision on the same matter.
 * @throws FaultlineError `not-found`, `invalid-request` when the decision is about something else.
 */
export async function decideReview(
  application: Application,
  caller: Caller,
  { review: id, decision, reason }: ReviewDecision,
  signal: AbortSignal,
): Promise<{ readonly decision: ListedDecision; readonly review: Review }> {
  const review = await getReview(application, caller, id);
  if (!isAbout(review, decision)) {
    throw new FaultlineError('invalid-request', 'The decision is not about what this review asks; see its proposals.');
  }
  const made = await makeDecision(application, caller, { decision, reason }, signal);
  const after = await application.ledger.reviews.list(await readerAccess(application, caller));
  // A question that only earlier decisions raised is gone once it is settled.
  return { decision: made, review: after.find((one) => one.id === id) ?? { ...review, state: 'decided' } };
}

function isAbout({ subject }: Review, decision: Exclude<Decision, { kind: 'undo' }>): boolean {
  const among = (keys: readonly { readonly id: string }[]): boolean =>
    'a' in decision && [decision.a, decision.b].every((asked) => keys.some((key) => key.id === asked));
  switch (subject.kind) {
    case 'ambiguous-name':
      return among([subject.name, ...subject.identifiers]);
    case 'link-conflict':
      return among(subject.keys);
    case 'quarantined-fact':
      return 'fact' in decision && decision.fact === subject.fact;
    case 'doubtful-column':
      return (
        decision.kind === 'correct-column' &&
        decision.version === subject.version &&
        decision.table === subject.table &&
        decision.column === subject.column
      );
    case 'doubtful-row':
      return decision.kind === 'correct-text' && decision.passage === subject.passage;
    case 'answer-feedback':
      return decision.kind === 'judge-answer' && decision.feedback === subject.feedback.id;
    case 'unread-part':
      return decision.kind === 'set-aside' && decision.version === subject.version;
    default:
      return assertNever(subject);
  }
}
