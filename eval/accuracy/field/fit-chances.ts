/** A candidate: its features, how far it answers from 0 to 1, and how much it counts. */
export interface ChanceSample {
  readonly row: Float64Array;
  readonly answers: number;
  readonly counts: number;
}

const ROUNDS = 400;
const STEP = 0.1;
/** Of Adam (Kingma and Ba 2015). */
const MOMENTS = { first: 0.9, second: 0.999, least: 1e-8 };

/**
 * Logistic regression with a penalty on the squares of the weights; the last weight is the bias and bears none. Starts at zero and
 * takes all samples each round, so that equal samples give equal weights.
 */
export function fitChances(samples: readonly ChanceSample[], features: number, penalty: number): Float64Array {
  const weights = new Float64Array(features + 1);
  const first = new Float64Array(features + 1);
  const second = new Float64Array(features + 1);
  const whole = samples.reduce((sum, { counts }) => sum + counts, 0);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = new Float64Array(features + 1);
    for (const { row, answers, counts } of samples) {
      const excess = (chanceOf(row, weights) - answers) * counts;
      for (let at = 0; at < features; at += 1) slope[at] = (slope[at] ?? 0) + excess * (row[at] ?? 0);
      slope[features] = (slope[features] ?? 0) + excess;
    }
    for (let at = 0; at <= features; at += 1) {
      const own = (slope[at] ?? 0) / Math.max(whole, Number.MIN_VALUE) + (at < features ? penalty * (weights[at] ?? 0) : 0);
      const mean = MOMENTS.first * (first[at] ?? 0) + (1 - MOMENTS.first) * own;
      const square = MOMENTS.second * (second[at] ?? 0) + (1 - MOMENTS.second) * own * own;
      first[at] = mean;
      second[at] = square;
      const [unbiased, spread] = [mean / (1 - MOMENTS.first ** round), square / (1 - MOMENTS.second ** round)];
      weights[at] = (weights[at] ?? 0) - (STEP * unbiased) / (Math.sqrt(spread) + MOMENTS.least);
    }
  }
  return weights;
}

/** From 0 to 1. */
export function chanceOf(row: Float64Array, weights: Float64Array): number {
  const bias = weights[weights.length - 1] ?? 0;
  return 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}
