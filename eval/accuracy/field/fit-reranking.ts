import { logOdds } from '../../../answering/index.ts';
import { type ChanceSample, chanceOf, fitChances } from './fit-chances.ts';

/** A block that a cross-encoder read. */
export interface RerankedSample {
  /** By weights that its question had no part in, from 0 to 1. */
  readonly chance: number;
  /** Natural log odds by the cross-encoder, and how far they are behind the best block of the question, at most 0. */
  readonly odds: number;
  readonly gap: number;
  /** How far it answers, from 0 to 1. */
  readonly answers: number;
}

export interface RerankingWeights {
  readonly bias: number;
  readonly chance: number;
  readonly odds: number;
  readonly gap: number;
}

const PENALTY = 0.001;
const FEATURES = 3;

/** What a block's own chance and the reading of a cross-encoder are worth together: a logistic regression on their log odds. */
export function fitReranking(samples: readonly RerankedSample[]): RerankingWeights {
  const fitted = fitChances(samples.map(sampleOf), FEATURES, PENALTY);
  return { chance: fitted[0] ?? 0, odds: fitted[1] ?? 0, gap: fitted[2] ?? 0, bias: fitted[FEATURES] ?? 0 };
}

/** From 0 to 1. */
export function chanceOfReranking(sample: RerankedSample, { bias, chance, odds, gap }: RerankingWeights): number {
  return chanceOf(sampleOf(sample).row, Float64Array.from([chance, odds, gap, bias]));
}

function sampleOf({ chance, odds, gap, answers }: RerankedSample): ChanceSample {
  return { row: Float64Array.from([logOdds(chance), odds, gap]), answers, counts: 1 };
}
