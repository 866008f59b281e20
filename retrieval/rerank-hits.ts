import { type CrossEncoder, titlePath } from '../kernel/index.ts';
import type { RankedPassage } from './recall/recall.ts';
import { WEIGHTS } from './weights.ts';

/** First hits that the cross-encoder reads. */
export const RERANKED_HITS = 30;

/** A hit with how much surer the cross-encoder is of it than of the least sure one that it read, as natural log odds, at least 0. */
export interface RerankedPassage extends RankedPassage {
  readonly reading?: number;
}

/**
 * The first hits anew, best first, ties by their order: by their score and what a cross-encoder makes of query and passage together.
 * What it did not read stays behind them in its order.
 */
export async function rerankHits(
  encoder: CrossEncoder,
  query: string,
  hits: readonly RankedPassage[],
  signal: AbortSignal,
): Promise<readonly RerankedPassage[]> {
  const first = hits.slice(0, RERANKED_HITS);
  const odds = await encoder.answers(query, first.map(passageText), signal);
  const least = Math.min(...odds);
  const read = first.map((hit, at): RerankedPassage => {
    const reading = (odds[at] ?? least) - least;
    return { ...hit, reading, score: hit.score + WEIGHTS.reading * reading };
  });
  return [...read.sort((a, b) => b.score - a.score), ...hits.slice(RERANKED_HITS)];
}

/** Document and titles, then the words of the passage, as the cross-encoder was taught. */
function passageText({ stored }: RankedPassage): string {
  return `${titlePath(stored)}\n${stored.passage.text}`;
}
