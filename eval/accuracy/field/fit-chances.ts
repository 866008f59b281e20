import { descend } from './descend.ts';

/** A candidate: its features, how far it answers from 0 to 1, and how much it counts. */
export interface ChanceSample {
  readonly row: Float64Array;
  readonly answers: number;
  readonly counts: number;
}

const ROUNDS = 400;
const STEP = 0.1;

/**
 * Logistic regression with a penalty on the squares of the weights; the last weight is the bias and bears none. All
 * samples are taken each round, so that equal samples give equal weights.
 */
export function fitChances(samples: readonly ChanceSample[], features: number, penalty: number): Float64Array {
  const whole = Math.max(
    samples.reduce((sum, { counts }) => sum + counts, 0),
    Number.MIN_VALUE,
  );
  return descend(features + 1, { rounds: ROUNDS, step: STEP }, (weights) => {
    const slope = new Float64Array(features + 1);
    for (const { row, answers, counts } of samples) {
      const excess = (chanceOf(row, weights) - answers) * counts;
      for (let at = 0; at < features; at += 1) slope[at] = (slope[at] ?? 0) + excess * (row[at] ?? 0);
      slope[features] = (slope[features] ?? 0) + excess;
    }
    return slope.map((sum, at) => sum / whole + (at < features ? penalty * (weights[at] ?? 0) : 0));
  });
}

/** From 0 to 1. */
export function chanceOf(row: Float64Array, weights: Float64Array): number {
  const bias = weights[weights.length - 1] ?? 0;
  return 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}
