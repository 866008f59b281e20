import type { TermStatistics } from '../kernel/index.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) with the inverse document frequency that never falls below zero,
 * `ln(1 + (N - df + .5) / (df + .5))`. Statistics are counted over what the reader may read, so that ranks are the same on
 * every store and tell nothing of what is hidden. A token of the question counts once, however often it is asked; `weightOf`
 * lets a token that was only added (another name of what was asked) count less than one that was asked.
 */
export function bm25(
  question: readonly string[],
  passage: readonly string[],
  statistics: TermStatistics,
  weightOf: (token: string) => number = () => 1,
): number {
  const wanted = new Set(question);
  const counts = new Map<string, number>();
  for (const token of passage) if (wanted.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const length = statistics.averageLength > 0 ? passage.length / statistics.averageLength : 1;
  let score = 0;
  for (const token of [...wanted].sort()) {
    const count = counts.get(token) ?? 0;
    if (count === 0) continue;
    score += (weightOf(token) * inverseFrequency(token, statistics) * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
  }
  return score;
}

/** How telling a token is: near zero when every passage holds it. */
export function inverseFrequency(token: string, statistics: TermStatistics): number {
  const frequency = Math.min(statistics.frequency.get(token) ?? 0, statistics.passages);
  return Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));
}
