/**
 * Average precision of a ranked list (context precision of RAGAS): of each relevant place the share of relevant ones down to it, by
 * the number of relevant ones in the list. From 0 to 1; 0 where none is relevant; undefined of an empty list.
 */
export function contextPrecision(isRelevant: readonly boolean[]): number | undefined {
  if (isRelevant.length === 0) return undefined;
  const relevant = isRelevant.filter(Boolean).length;
  if (relevant === 0) return 0;
  let seen = 0;
  return isRelevant.reduce((sum, is, at) => (is ? sum + ++seen / (at + 1) : sum), 0) / relevant;
}

/** Share of what is wanted that was found. From 0 to 1; undefined where nothing is wanted. */
export function shareFound(isFound: readonly boolean[]): number | undefined {
  return isFound.length === 0 ? undefined : isFound.filter(Boolean).length / isFound.length;
}

/** One over the rank of the first relevant place, 0 where none of the first `depth` is. */
export function reciprocalRank(isRelevant: readonly boolean[], depth: number): number {
  const at = isRelevant.slice(0, depth).indexOf(true);
  return at < 0 ? 0 : 1 / (at + 1);
}

/**
 * Normalised discounted cumulative gain over the first `depth` places: gain is the relevance itself (as trec_eval has it), discount
 * log2(rank + 1), the ideal made of all relevances known. From 0 to 1; undefined where nothing is relevant.
 */
export function discountedGain(ranked: readonly number[], known: readonly number[], depth: number): number | undefined {
  const gain = (relevances: readonly number[]) =>
    relevances.slice(0, depth).reduce((sum, relevance, at) => sum + relevance / Math.log2(at + 2), 0);
  const ideal = gain([...known].sort((a, b) => b - a));
  return ideal === 0 ? undefined : gain(ranked) / ideal;
}
