import { mean } from './mean.ts';

/** A question: whether there is an answer to it, and whether one was given. */
export interface RefusalCase {
  readonly isAnswerable: boolean;
  readonly isAnswered: boolean;
}

/** Shares from 0 to 1, undefined where there is nothing to say them of. */
export interface RefusalScores {
  /** Of the refusals, those of questions without an answer. */
  readonly precision: number | undefined;
  /** Of the questions without an answer, those refused. */
  readonly recall: number | undefined;
  /** Harmonic mean of both. */
  readonly balance: number | undefined;
  /** Of the questions with an answer, those refused. */
  readonly falseRefusals: number | undefined;
}

/** How well refusals tell questions without an answer. */
export function refusalScores(cases: readonly RefusalCase[]): RefusalScores {
  const unanswerable = (one: RefusalCase) => Number(!one.isAnswerable);
  const refused = (one: RefusalCase) => Number(!one.isAnswered);
  const precision = mean(cases.filter((one) => !one.isAnswered).map(unanswerable));
  const recall = mean(cases.filter((one) => !one.isAnswerable).map(refused));
  const falseRefusals = mean(cases.filter((one) => one.isAnswerable).map(refused));
  return { precision, recall, balance: harmonic(precision, recall), falseRefusals };
}

function harmonic(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
