import type { DecisionId, FactId, KeyId } from './ids.ts';

/** Whether two keys name one thing; `a` < `b`. */
export interface PairDecision {
  readonly kind: 'must-link' | 'cannot-link';
  readonly a: KeyId;
  readonly b: KeyId;
}

/** Whether a fact that breaks the schema, and so waits in quarantine, counts all the same. */
export interface FactDecision {
  readonly kind: 'accept-fact' | 'reject-fact';
  readonly fact: FactId;
}

/** Takes a decision back; undoing an undoing puts it in force again. */
export interface Undoing {
  readonly kind: 'undo';
  readonly undoes: DecisionId;
}

/**
 * What a person decides. It speaks of content that stays (keys, facts), never of rows, so it outlives what it is about: it sleeps
 * while that is absent and holds again when it is back.
 */
export type Decision = PairDecision | FactDecision | Undoing;

/** `superseded`: a later decision on the same matter holds instead. */
export type DecisionState = 'in-force' | 'superseded' | 'undone';

/** A decision as it was made. */
export interface MadeDecision {
  readonly id: DecisionId;
  readonly decision: Decision;
  /** Who decided. */
  readonly actor: string;
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly reason: string;
  readonly state: DecisionState;
}
