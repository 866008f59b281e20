import type { MadeDecision, Review } from '../../kernel/index.ts';
import { presentFeedback } from './present-feedback.ts';

/** Instants as a surface shows them: ISO 8601, UTC. */
export function presentDecision<Made extends MadeDecision>(made: Made): Omit<Made, 'at'> & { readonly at: string } {
  return { ...made, at: new Date(made.at).toISOString() };
}

export function presentReview({ decisions, subject, ...review }: Review) {
  const shown = subject.kind === 'answer-feedback' ? { kind: subject.kind, feedback: presentFeedback(subject.feedback) } : subject;
  return { ...review, subject: shown, decisions: decisions.map(presentDecision) };
}
