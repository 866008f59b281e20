import type { AssessRequest } from '../../../answering/index.ts';
import type { Random } from '../../../datasets/index.ts';

export type Source = AssessRequest['sources'][number];
export type EditLanguage = 'zh' | 'en';

/** Files are divided by the hash of their name: the gate is built by the development half alone, the other one is only counted. */
export const PARTS = ['development', 'held-back'] as const;
export type Part = (typeof PARTS)[number];

interface Placed {
  /** Path in the folder of the sets. */
  readonly file: string;
  readonly part: Part;
  readonly language: EditLanguage;
  /** The passages that a checker would be handed, its own first. */
  readonly sources: readonly [Source, ...Source[]];
}

/** A sentence of a manual. */
export interface SentenceStatement extends Placed {
  readonly kind: 'sentence';
  readonly text: string;
}

/** A row of a table or log. */
export interface RowStatement extends Placed {
  readonly kind: 'row';
  readonly cells: readonly StatedCell[];
}

/** A filled cell with the column that it stands in. */
export interface StatedCell {
  readonly column: string;
  readonly text: string;
}

/** Steps of one procedure, in order; `sources[0]` holds them numbered, with the warning before them where there is one. */
export interface StepsStatement extends Placed {
  readonly kind: 'steps';
  readonly steps: readonly string[];
  readonly warning?: string;
}

export type Statement = SentenceStatement | RowStatement | StepsStatement;

/** What an edit may draw from beside its statement: chance, and sentences of other files in the same language and part. */
export interface EditWorld {
  readonly random: Random;
  readonly others: readonly SentenceStatement[];
}

/** An edited statement as it is handed to the gate. `looksAt`: where a fault of it has to be said. */
export interface Trial {
  readonly claims: readonly { readonly text: string; readonly citations?: readonly string[] }[];
  readonly sources: readonly Source[];
  readonly looksAt: 'verdicts' | 'omissions';
}

/** One labelled edit; undefined of a statement that it does not fit. */
export type Edit = (statement: Statement, world: EditWorld) => Trial | undefined;
