import { descend } from './descend.ts';

/** A question's candidates: their features, one candidate after the other, and whether each is one that answers. */
export interface RankingSample {
  readonly rows: Float64Array;
  readonly isGold: readonly boolean[];
}

const ROUNDS = 120;
const STEP = 0.15;
/** Keeps weights small where the questions tell little. */
const DECAY = 0.002;

/**
 * Weights, one a feature, with which a linear ranking gives the candidates that answer the largest share of the softmax over all
 * candidates of their question (ListNet, Cao et al. 2007, with any of the right ones as good as the other). All samples are taken each
 * round, so that equal samples give equal weights.
 */
export function fitRanking(samples: readonly RankingSample[], features: number): Float64Array {
  const used = samples.filter(({ isGold }) => isGold.includes(true));
  return descend(features, { rounds: ROUNDS, step: STEP }, (weights) => {
    const slope = new Float64Array(features);
    for (const sample of used) addSlope(slope, sample, weights);
    return slope.map((sum, at) => sum / Math.max(1, used.length) + DECAY * (weights[at] ?? 0));
  });
}

/** Rank from 1 of the first candidate that answers, ties by place; undefined: none does. */
export function rankOfGold(sample: RankingSample, weights: Float64Array): number | undefined {
  const scores = scoresOf(sample, weights);
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const rank = order.findIndex((at) => sample.isGold[at] === true);
  return rank < 0 ? undefined : rank + 1;
}

function addSlope(slope: Float64Array, sample: RankingSample, weights: Float64Array): void {
  const { rows, isGold } = sample;
  const width = weights.length;
  const shares = scoresOf(sample, weights);
  const most = shares.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  let [all, gold] = [0, 0];
  shares.forEach((score, at) => {
    const share = Math.exp(score - most);
    shares[at] = share;
    all += share;
    if (isGold[at] === true) gold += share;
  });
  shares.forEach((share, at) => {
    const excess = share / all - (isGold[at] === true ? share / gold : 0);
    for (let feature = 0; feature < width; feature += 1)
      slope[feature] = (slope[feature] ?? 0) + excess * (rows[at * width + feature] ?? 0);
  });
}

function scoresOf({ rows, isGold }: RankingSample, weights: Float64Array): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(isGold.length);
  for (let at = 0; at < scores.length; at += 1) {
    let score = 0;
    for (let feature = 0; feature < width; feature += 1) score += (weights[feature] ?? 0) * (rows[at * width + feature] ?? 0);
    scores[at] = score;
  }
  return scores;
}
