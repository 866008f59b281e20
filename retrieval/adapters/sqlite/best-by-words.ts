import { type WeighedWords, wordScore } from '../../bm25.ts';
import type { Allowed, PassageTable } from './passage-table.ts';
import type { Postings } from './posting-cache.ts';

export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/**
 * Rows with their BM25 scores, of which the `n` highest and all that equal the last of these are among them: only their ids
 * decide which of the equal ones it is. Nothing but the rows allowed and the words given has a part in it.
 */
export function bestByWords(
  table: PassageTable,
  allowed: Allowed,
  { gains, averageLength }: WeighedWords,
  postingsOf: (token: string) => Postings,
  n: number,
): ScoredRow[] {
  const scores = new Float64Array(table.size);
  const touched: number[] = [];
  for (const [token, gain] of gains) {
    const { places, counts } = postingsOf(token);
    for (let at = 0; at < places.length; at++) {
      const row = table.rowOf(places[at] ?? 0);
      if (row === undefined || allowed[row] !== 1) continue;
      const before = scores[row] ?? 0;
      if (before === 0) touched.push(row);
      scores[row] = before + wordScore(gain, counts[at] ?? 0, table.lengthAt(row), averageLength);
    }
  }
  const least = nthHighest(touched, scores, n);
  return touched.flatMap((row) => {
    const score = scores[row] ?? 0;
    return score > 0 && score >= least ? [{ row, score }] : [];
  });
}

function nthHighest(rows: readonly number[], scores: Float64Array, n: number): number {
  if (rows.length <= n) return 0;
  const found = Float64Array.from(rows, (row) => scores[row] ?? 0).sort();
  return found[found.length - n] ?? 0;
}
