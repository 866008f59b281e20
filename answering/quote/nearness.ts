/** What a cosine says among those of the other blocks of a question (`block-features.ts`), in thirds of standard deviations but the last. */
export interface Nearness {
  readonly nearness: number;
  readonly nearnessGap: number;
  readonly nearnessLead: number;
  readonly nearnessTop: number;
  readonly nearnessRank: number;
}

export const NO_NEARNESS: Nearness = { nearness: 0, nearnessGap: 0, nearnessLead: 0, nearnessTop: 0, nearnessRank: 0 };

/** Most of what is of the right passage lies within three deviations: a feature stays about as large as the others. */
const DEVIATIONS = 3;

/** Of each block, in their order; a block without a cosine is taken for the least near. Empty cosines, or equal ones, say nothing. */
export function nearnessOf(cosines: readonly (number | undefined)[]): readonly Nearness[] {
  const known = cosines.filter((one) => one !== undefined).sort((a, b) => b - a);
  const [best, next = best] = known;
  const least = known.at(-1);
  if (best === undefined || next === undefined || least === undefined) return cosines.map(() => NO_NEARNESS);
  const all = cosines.map((one) => one ?? least);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
  if (deviation === 0) return cosines.map(() => NO_NEARNESS);
  const inDeviations = (difference: number) => difference / deviation / DEVIATIONS;
  return all.map((cosine) => ({
    nearness: inDeviations(cosine - mean),
    nearnessGap: inDeviations(cosine - best),
    nearnessLead: cosine === best ? inDeviations(best - next) : 0,
    nearnessTop: inDeviations(best - mean),
    nearnessRank: 1 / (1 + all.filter((other) => other > cosine).length),
  }));
}
