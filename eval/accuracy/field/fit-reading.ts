import { logOdds } from '../../../answering/index.ts';
import { type ChanceSample, chanceOf, fitChances } from './fit-chances.ts';

/** A block that a language model was asked about. */
export interface ReadSample {
  /** By weights that its question had no part in, from 0 to 1. */
  readonly chance: number;
  /** From 0 to 1; absent where the model had none. */
  readonly opinion?: number;
  /** How far it answers, from 0 to 1. */
  readonly answers: number;
}

export interface ReadingWeights {
  readonly bias: number;
  readonly chance: number;
  readonly read: number;
}

const PENALTY = 0.001;

/** What a block's own chance and a model's opinion of it are worth together: a logistic regression on the log odds of both. */
export function fitReading(samples: readonly ReadSample[]): ReadingWeights {
  const fitted = fitChances(samples.map(sampleOf), 2, PENALTY);
  return { chance: fitted[0] ?? 0, read: fitted[1] ?? 0, bias: fitted[2] ?? 0 };
}

/** From 0 to 1. */
export function chanceOfReading(sample: ReadSample, { bias, chance, read }: ReadingWeights): number {
  return chanceOf(sampleOf(sample).row, Float64Array.from([chance, read, bias]));
}

function sampleOf({ chance, opinion = 0.5, answers }: ReadSample): ChanceSample {
  return { row: Float64Array.from([logOdds(chance), logOdds(opinion)]), answers, counts: 1 };
}
