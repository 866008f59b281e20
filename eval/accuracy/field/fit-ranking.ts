/** A question's candidates: their features, one candidate after the other, and whether each is one that answers. */
export interface RankingSample {
  readonly rows: Float64Array;
  readonly isGold: readonly boolean[];
}

const ROUNDS = 120;
const STEP = 0.15;
/** Keeps weights small where the questions tell little. */
const DECAY = 0.002;
/** Of Adam (Kingma and Ba 2015). */
const MOMENTS = { first: 0.9, second: 0.999, least: 1e-8 };

/**
 * Weights, one a feature, with which a linear ranking gives the candidates that answer the largest share of the softmax over all
 * candidates of their question (ListNet, Cao et al. 2007, with any of the right ones as good as the other). Starts at zero and takes
 * all samples each round, so that equal samples give equal weights.
 */
export function fitRanking(samples: readonly RankingSample[], features: number): Float64Array {
  const used = samples.filter(({ isGold }) => isGold.includes(true));
  const weights = new Float64Array(features);
  const first = new Float64Array(features);
  const second = new Float64Array(features);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = new Float64Array(features);
    for (const sample of used) addSlope(slope, sample, weights);
    for (let at = 0; at < features; at += 1) {
      const own = (slope[at] ?? 0) / Math.max(1, used.length) + DECAY * (weights[at] ?? 0);
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
