import type { ColumnMeaning } from './column-meaning.ts';
import type { DecisionId, DocumentId, FactId, FeedbackId, FormId, KeyId, PassageId, VersionId } from './ids.ts';

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

/** What misread words (a cell, a tag) of a passage should read; `read` is what stands there from `start` to `end`. */
export interface TextDecision {
  readonly kind: 'correct-text';
  readonly version: VersionId;
  readonly passage: PassageId;
  readonly start: number;
  readonly end: number;
  readonly read: string;
  readonly text: string;
}

/**
 * What a column means. `table` is the sheet of its rows, else a title that they stand under; `version` is where a person saw it. It
 * holds for every version of `document`, and for the tables of all documents that follow `form`, whatever their names; one that
 * names neither (as earlier releases made them) holds for `version` alone.
 */
export interface ColumnDecision extends ColumnMeaning {
  readonly kind: 'correct-column';
  readonly version: VersionId;
  readonly document?: DocumentId;
  readonly form?: FormId;
  readonly table: string;
  readonly column: string;
}

/** Whether an answer was at fault as a person said of it. `confirmed`: it was, and becomes a case to measure by. */
export interface FeedbackDecision {
  readonly kind: 'judge-answer';
  readonly feedback: FeedbackId;
  readonly outcome: 'confirmed' | 'dismissed';
  /** Words that a right answer has in it, where the reviewer knows them. */
  readonly expected?: string;
}

/** That nothing of worth stands in what could not, or not surely, be read of a version; it changes nothing that is known. */
export interface UnreadDecision {
  readonly kind: 'set-aside';
  readonly version: VersionId;
}

/** Takes a decision back; undoing an undoing puts it in force again. */
export interface Undoing {
  readonly kind: 'undo';
  readonly undoes: DecisionId;
}

/**
 * What a person decides. It speaks of content that stays (keys, facts, bytes of a document and a place in them), never of rows, so it outlives what it is about: it sleeps
 * while that is absent and holds again when it is back.
 */
export type Decision = PairDecision | FactDecision | TextDecision | ColumnDecision | FeedbackDecision | UnreadDecision | Undoing;

/** Kinds of what people decide; an undoing is about another decision. */
export const DECISION_KINDS = [
  'must-link',
  'cannot-link',
  'accept-fact',
  'reject-fact',
  'correct-text',
  'correct-column',
  'judge-answer',
  'set-aside',
] as const satisfies readonly Decision['kind'][];
export type DecisionKind = (typeof DECISION_KINDS)[number];

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
