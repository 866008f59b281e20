import { assertionFeatures } from './assertion-features.ts';
import { ASSERTION_WEIGHTS } from './assertion-weights.data.ts';

/** Weights stand in hundredths. */
const HUNDREDTHS = 100;
/** Of every line, whatever it says. */
export const ANY_LINE = '*';

let held: ReadonlyMap<string, number> | undefined;

/**
 * How likely a line asserts something that can be held against sources, from 0 to 1 (logistic regression over runs of words, learnt by
 * `tools/fit-assertions.ts` from lines that people wrote who saw no program).
 */
export function assertionChance(text: string): number {
  held ??= readAssertionWeights(ASSERTION_WEIGHTS);
  return chanceBy(text, held);
}

/** @internal The same by other weights. */
export function chanceBy(text: string, weights: ReadonlyMap<string, number>): number {
  const score = [ANY_LINE, ...assertionFeatures(text)].reduce((sum, feature) => sum + (weights.get(feature) ?? 0) / HUNDREDTHS, 0);
  return 1 / (1 + Math.exp(-score));
}

/** @internal `feature=weight`, parted by blanks: no feature has one. */
export function readAssertionWeights(text: string): ReadonlyMap<string, number> {
  const entries = text.split(/\s+/u).filter((entry) => entry !== '');
  return new Map(
    entries.map((entry) => {
      const end = entry.lastIndexOf('=');
      return [entry.slice(0, end), Number(entry.slice(end + 1))];
    }),
  );
}
