import type { CutReason } from '../../../answering/index.ts';

/** A sentence as a model said it, and whether it is shown as an answer. */
export interface SaidOfModel {
  readonly text: string;
  readonly cites: readonly number[];
  readonly isShown: boolean;
}

/** What a model made of one extractive answer, and what the gate left of that. */
export interface WordedCase {
  readonly id: string;
  readonly question: string;
  /** The quotes as the model was given them, numbered. */
  readonly offered: string;
  readonly said: readonly SaidOfModel[];
  /** Checks by which sentences were cut, one list for each of them. */
  readonly cut: readonly (readonly CutReason[])[];
  /** What is shown in the end: sentences of the model and quotes. */
  readonly shown: readonly { readonly text: string; readonly isWorded: boolean }[];
}
