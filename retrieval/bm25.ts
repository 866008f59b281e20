import { compareText, type TermStatistics } from '../kernel/index.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * Words to search by, each with what one passage gains by holding it, and the mean length of a passage. Both are counted over
 * what the reader may read, so that a store that ranks by them ranks alike on every back end and tells nothing of what is hidden.
 */
export interface WeighedWords {
  readonly gains: ReadonlyMap<string, number>;
  /** Tokens. */
  readonly averageLength: number;
}

/**
 * Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) with the inverse document frequency that never falls below zero,
 * `ln(1 + (N - df + .5) / (df + .5))`. A token of the question counts once, however often it is asked; `weightOf` lets a token
 * that was only added (another name of what was asked) count less than one that was asked.
 */
export function weighWords(
  question: readonly string[],
  statistics: TermStatistics,
  weightOf: (token: string) => number = () => 1,
): WeighedWords {
  const tokens = [...new Set(question)].sort(compareText);
  return {
    gains: new Map(tokens.map((token) => [token, weightOf(token) * inverseFrequency(token, statistics) * (K1 + 1)])),
    averageLength: statistics.averageLength,
  };
}

/** Score of a passage of `length` tokens that holds one word `count` ≥ 1 times; the scores of the words add up in their order. */
export function wordScore(gain: number, count: number, length: number, averageLength: number): number {
  return (gain * count) / (count + K1 * (1 - B + B * (averageLength > 0 ? length / averageLength : 1)));
}

/** The same for a store that computes: the score is `gain * count / (count + least + slope * length)`, but for rounding. */
export function lengthFactors(averageLength: number): { readonly least: number; readonly slope: number } {
  return averageLength > 0 ? { least: K1 * (1 - B), slope: (K1 * B) / averageLength } : { least: K1, slope: 0 };
}

/** How often a passage holds each of some words, in their order; tokens that are none of them are not counted. */
export function countWords(words: Iterable<string>): (passage: readonly string[]) => Uint32Array {
  const placeOf = new Map([...words].map((word, place) => [word, place]));
  return (passage) => {
    const counts = new Uint32Array(placeOf.size);
    for (const token of passage) {
      const place = placeOf.get(token);
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
}

/** Returns the score of a passage of `length` tokens from the counts of the weighed words, in the order of their gains. */
export function scoreByCounts({ gains, averageLength }: WeighedWords): (counts: Uint32Array, length: number) => number {
  const weights = [...gains.values()];
  return (counts, length) =>
    counts.reduce((score, count, place) => score + (count === 0 ? 0 : wordScore(weights[place] ?? 0, count, length, averageLength)), 0);
}

/** Returns the score of a passage's tokens for weighed words. */
export function scoreByWords(words: WeighedWords): (passage: readonly string[]) => number {
  const count = countWords(words.gains.keys());
  const score = scoreByCounts(words);
  return (passage) => score(count(passage), passage.length);
}

/** Returns the score of a passage's tokens for a question; see `weighWords`. */
export function bm25(
  question: readonly string[],
  statistics: TermStatistics,
  weightOf: (token: string) => number = () => 1,
): (passage: readonly string[]) => number {
  return scoreByWords(weighWords(question, statistics, weightOf));
}

/** How telling a token is: near zero when every passage holds it. */
export function inverseFrequency(token: string, statistics: TermStatistics): number {
  const frequency = Math.min(statistics.frequency.get(token) ?? 0, statistics.passages);
  return Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));
}
