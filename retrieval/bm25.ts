import { compareText, type TermStatistics } from '../kernel/index.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * Returns the score of a passage's tokens for a question. Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) with the inverse document frequency that never falls below zero,
 * `ln(1 + (N - df + .5) / (df + .5))`. Statistics are counted over what the reader may read, so that ranks are the same on
 * every store and tell nothing of what is hidden. A token of the question counts once, however often it is asked; `weightOf`
 * lets a token that was only added (another name of what was asked) count less than one that was asked.
 */
export function bm25(
  question: readonly string[],
  statistics: TermStatistics,
  weightOf: (token: string) => number = () => 1,
): (passage: readonly string[]) => number {
  const tokens = [...new Set(question)].sort(compareText);
  const placeOf = new Map(tokens.map((token, place) => [token, place]));
  const gains = tokens.map((token) => weightOf(token) * inverseFrequency(token, statistics) * (K1 + 1));
  return (passage) => {
    const counts = new Uint32Array(tokens.length);
    for (const token of passage) {
      const place = placeOf.get(token);
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
    }
    const length = statistics.averageLength > 0 ? passage.length / statistics.averageLength : 1;
    const damping = K1 * (1 - B + B * length);
    return counts.reduce((score, count, place) => score + (count === 0 ? 0 : ((gains[place] ?? 0) * count) / (count + damping)), 0);
  };
}

/** How telling a token is: near zero when every passage holds it. */
export function inverseFrequency(token: string, statistics: TermStatistics): number {
  const frequency = Math.min(statistics.frequency.get(token) ?? 0, statistics.passages);
  return Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));
}
