import type { ScoredClaim } from './detector-metrics.ts';

/** What is accepted from a score on: the share of all that is, and the share of wrong ones among it, both from 0 to 1. */
export interface RiskPoint {
  readonly score: number;
  readonly coverage: number;
  readonly risk: number;
}

/**
 * Risk over coverage, from the surest on; equal scores are accepted together, so that order says nothing. `total` counts what has no
 * score too, since it was never accepted.
 */
export function riskCoverage(scored: readonly ScoredClaim[], total = scored.length): readonly RiskPoint[] {
  return blocksOf(scored).map(({ score, accepted, wrong }) => ({ score, coverage: accepted / Math.max(1, total), risk: wrong / accepted }));
}

/**
 * Area under risk over coverage by the coverage that is reached: the mean risk when each next one is accepted, equal scores in any
 * order alike (Geifman and El-Yaniv, 2017). From 0 to 1, less is better; undefined without a score.
 */
export function riskCoverageArea(scored: readonly ScoredClaim[]): number | undefined {
  if (scored.length === 0) return undefined;
  let [sum, accepted, wrong] = [0, 0, 0];
  for (const block of blocksOf(scored)) {
    const [size, bad] = [block.accepted - accepted, block.wrong - wrong];
    for (let taken = 1; taken <= size; taken += 1) sum += (wrong + (bad * taken) / size) / (accepted + taken);
    accepted = block.accepted;
    wrong = block.wrong;
  }
  return sum / accepted;
}

/** Counts down to each score, those of the score with it. */
function blocksOf(
  scored: readonly ScoredClaim[],
): readonly { readonly score: number; readonly accepted: number; readonly wrong: number }[] {
  const blocks: { score: number; accepted: number; wrong: number }[] = [];
  let [accepted, wrong] = [0, 0];
  for (const { score, isSupported } of [...scored].sort((a, b) => b.score - a.score)) {
    accepted += 1;
    wrong += Number(!isSupported);
    if (blocks.at(-1)?.score === score) blocks.pop();
    blocks.push({ score, accepted, wrong });
  }
  return blocks;
}
