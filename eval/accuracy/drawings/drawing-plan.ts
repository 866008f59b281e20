import type { Answer } from '../../../app/index.ts';
import type { Passage, TagGrammar } from '../../../kernel/index.ts';
import type { DrawnQuestion } from './drawn-question.ts';
import type { DrawnGrade } from './grade-drawn-answer.ts';
import type { Score } from './make-score.ts';
import type { DrawingForm, SheetFile } from './write-sheets.ts';

/** What is drawn by seed. */
export const DRAWING_PLANS = ['skid', 'one-line'] as const;
export type DrawingPlan = (typeof DRAWING_PLANS)[number];

export const MATTERS = ['tags', 'connections', 'directions', 'numbers', 'measures', 'controls', 'cables', 'drives'] as const;
export type Matter = (typeof MATTERS)[number];
/** Matters that a plan does not draw are absent. */
export type DrawingScore = Readonly<Partial<Record<Matter, Score>>>;

/** What was drawn of one seed, with the truth that its reading is held against. */
export interface PlannedDrawing {
  /** Numbers of its sheets. */
  readonly numbers: readonly string[];
  /** Of the newest revision. */
  readonly revision: string;
  readonly write: (form: DrawingForm) => Promise<readonly SheetFile[]>;
  /** `sheets`: the passages of each. */
  readonly score: (sheets: readonly (readonly Passage[])[], grammar: TagGrammar) => DrawingScore;
  readonly questions: () => readonly DrawnQuestion[];
  readonly grade: (asked: DrawnQuestion, content: Answer['content']) => DrawnGrade;
  readonly revise: () => PlannedRevision;
}

/** The next revision, and each change as `number change what name after`, folded. */
export interface PlannedRevision {
  readonly drawing: PlannedDrawing;
  readonly changes: readonly string[];
}
