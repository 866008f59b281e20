import { logOdds } from '../../../answering/index.ts';
import { type ChanceSample, chanceOf, fitChances } from './fit-chances.ts';

/** A block that a language model was asked about. */
export interface ReadSample {
  /** By weights that its question had no part in, from 0 to 1. */
  readonly chance: number;
  /** From 0 to 1; absent where the model had none. */
  readonly opinion?: number;
  /** The form of the question alone would bar it (`mayAnswer`). */
  readonly isUnasked: boolean;
  /** How far it answers, from 0 to 1. */
  readonly answers: number;
}

export interface ReadingWeights {
  readonly bias: number;
  readonly chance: number;
  readonly read: number;
  readonly unasked: number;
}

const PENALTY = 0.001;

/** What a block's own chance and a model's opinion of it are worth together: a logistic regression on the log odds of both, and on whether the form bars it. */
export function fitReading(samples: readonly ReadSample[]): ReadingWeights {
  const fitted = fitChances(samples.map(sampleOf), 3, PENALTY);
  return { chance: fitted[0] ?? 0, read: fitted[1] ?? 0, unasked: fitted[2] ?? 0, bias: fitted[3] ?? 0 };
}

/** From 0 to 1. */
export function chanceOfReading(sample: ReadSample, { bias, chance, read, unasked }: ReadingWeights): number {
  return chanceOf(sampleOf(sample).row, Float64Array.from([chance, read, unasked, bias]));
}

function sampleOf({ chance, opinion = 0.5, isUnasked, answers }: ReadSample): ChanceSample {
  return { row: Float64Array.from([logOdds(chance), logOdds(opinion), isUnasked ? 1 : 0]), answers, counts: 1 };
}
