import type { MadeDecision, Review } from '../../kernel/index.ts';

/** Instants as a surface shows them: ISO 8601, UTC. */
export function presentDecision<Made extends MadeDecision>(made: Made): Omit<Made, 'at'> & { readonly at: string } {
  return { ...made, at: new Date(made.at).toISOString() };
}

export function presentReview({ decisions, ...review }: Review) {
  return { ...review, decisions: decisions.map(presentDecision) };
}
