import { type Access, compareText, type PassageId, type PassageReader, type TermStatistics } from '../../kernel/index.ts';
import { bm25 } from '../bm25.ts';

/** Passages read at most: a slow search that answers is wanted, not one that reads a whole archive. */
const MOST = 5_000;
const PAGE = 500;

/** Lexical search without an index: BM25 over the passages of the valid versions, read in order of title, up to a bound. */
export async function ledgerSearch(
  passages: PassageReader,
  access: Access,
  tokens: readonly string[],
  statistics: TermStatistics,
  n: number,
  signal: AbortSignal,
): Promise<readonly PassageId[]> {
  const scored: { id: PassageId; score: number }[] = [];
  const scoreOf = bm25(tokens, statistics);
  let read = 0;
  for (const { version } of await passages.documents(access)) {
    for (let from = 0; read < MOST; from += PAGE) {
      signal.throwIfAborted();
      const page = await passages.range(access, version.id, from, from + PAGE - 1);
      read += page.length;
      for (const one of page) {
        const score = scoreOf(one.tokens);
        if (score > 0) scored.push({ id: one.passage.id, score });
      }
      if (page.length < PAGE) break;
    }
  }
  return scored
    .sort((left, right) => right.score - left.score || compareText(left.id, right.id))
    .slice(0, n)
    .map(({ id }) => id);
}
