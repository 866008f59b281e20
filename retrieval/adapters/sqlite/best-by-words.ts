import { type WeighedWords, wordScore } from '../../bm25.ts';
import type { Allowed, PassageTable } from './passage-table.ts';

export interface ScoredPlace {
  readonly place: number;
  readonly score: number;
}

/**
 * The places of the `n` highest BM25 scores among the allowed rows, best first, with all that equal the last one taken: only
 * their ids decide which of them it is. Nothing but the rows allowed and the words given has a part in it.
 * `postingsOf` gives the places that hold a token, each as often as it holds it, equal ones next to each other.
 */
export function bestByWords(
  table: PassageTable,
  allowed: Allowed,
  { gains, averageLength }: WeighedWords,
  postingsOf: (token: string) => readonly number[],
  n: number,
): ScoredPlace[] {
  const scores = new Float64Array(table.size);
  const touched: number[] = [];
  for (const [token, gain] of gains) {
    const postings = postingsOf(token);
    for (let at = 0; at < postings.length; ) {
      const place = postings[at] ?? 0;
      let count = 1;
      while (postings[at + count] === place) count += 1;
      at += count;
      const row = table.rowOf(place);
      if (row === undefined || allowed[row] !== 1) continue;
      const before = scores[row] ?? 0;
      if (before === 0) touched.push(row);
      scores[row] = before + wordScore(gain, count, table.lengthAt(row), averageLength);
    }
  }
  const least = nthHighest(touched, scores, n);
  return touched
    .flatMap((row) => {
      const score = scores[row] ?? 0;
      return score > 0 && score >= least ? [{ place: table.placeAt(row), score }] : [];
    })
    .sort((left, right) => right.score - left.score);
}

function nthHighest(rows: readonly number[], scores: Float64Array, n: number): number {
  if (rows.length <= n) return 0;
  const found = Float64Array.from(rows, (row) => scores[row] ?? 0).sort();
  return found[found.length - n] ?? 0;
}
