import type { Degradation } from './answer.ts';

/** What is noticed while an answer is composed, and told with it. */
export interface AnswerNotes {
  readonly faults: Set<Degradation>;
  /** Language models whose opinion counted. */
  readonly models: Set<string>;
}
