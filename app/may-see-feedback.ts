import { type Caller, type Feedback, mayDo, type Review } from '../kernel/index.ts';

/** What a person said of an answer is for that person and for who decides on it, whoever else may read what the answer cites. */
export function maySeeFeedback({ role, actor }: Caller, feedback: Pick<Feedback, 'actor'>): boolean {
  return mayDo(role, 'decide') || feedback.actor === actor;
}

/** Reviews that are no feedback are for everybody who may read what they are about. */
export function maySeeReview(caller: Caller, { subject }: Review): boolean {
  return subject.kind !== 'answer-feedback' || maySeeFeedback(caller, subject.feedback);
}
