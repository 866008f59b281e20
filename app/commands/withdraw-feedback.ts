import type { Caller, FeedbackId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';

/** Takes back what the caller said of an answer or diagnosis; it leaves the reviews, the lists and the cases. @throws FaultlineError `not-found`. */
export function withdrawFeedback({ ledger }: Application, { tenant, actor }: Caller, id: FeedbackId): Promise<void> {
  return ledger.feedback.withdraw(tenant, actor, id);
}
