import { compareText, type PassageId, type RankablePassage } from '../../kernel/index.ts';
import { countWords, scoreByCounts } from '../bm25.ts';
import { fuse, type LegRank, type Ranking } from '../fuse.ts';
import { WEIGHTS } from '../weights.ts';
import { adjustScore } from './adjust-score.ts';
import type { NearPassage } from './graph-leg.ts';
import { coverage } from './query-terms.ts';
import type { RecallPart, RecallQuery } from './recall-query.ts';
import type { FoundInPart } from './run-legs.ts';
import { isInStream, LEXICAL_STREAMS, STREAMS } from './stream.ts';
import { type Asked, weigh } from './understand.ts';

export interface Features {
  readonly passage: RankablePassage;
  /** Cosine of question and passage, where both have a vector. */
  readonly cosine?: number;
  readonly bm25: number;
  /** Share of what is asked that the passage speaks of, from 0 to 1, whatever its language. */
  readonly coverage: number;
}

export interface Ranked extends Features {
  /** Comparable within one answer only; never a probability. */
  readonly score: number;
  /** Ranks in the legs that found it: among log rows or among texts, the lexical one among texts of its language. */
  readonly legs: readonly LegRank[];
}

/** Ranks the candidates of one part, best first: ranks are taken a stream, then fused and adjusted by what can be seen in a passage. */
export function rankPart(
  query: Pick<RecallQuery, 'identifiers'>,
  part: RecallPart,
  asked: Asked,
  found: FoundInPart,
  graph: readonly NearPassage[],
  candidates: readonly RankablePassage[],
  cosines: ReadonlyMap<PassageId, number>,
): Ranked[] {
  const { terms, tokens, statistics } = asked;
  const weighed = weigh(asked, [...tokens.asked, ...tokens.added]);
  const words = [...weighed.gains.keys()];
  const countsOf = countWords(words);
  const lexicalScore = scoreByCounts(weighed);
  const coverageOf = coverage(terms, statistics, words);
  const seen = new Map<PassageId, Features>();
  for (const passage of candidates) {
    const cosine = cosines.get(passage.id);
    const counts = countsOf(passage.tokens);
    const features = { passage, bm25: lexicalScore(counts, passage.tokens.length), coverage: coverageOf(counts) };
    seen.set(passage.id, cosine === undefined ? features : { ...features, cosine });
  }
  const known = (ids: readonly PassageId[]) => [...new Set(ids)].filter((id) => seen.has(id));
  const byBm25 = (ids: readonly PassageId[]) =>
    known(ids).sort((left, right) => (seen.get(right)?.bm25 ?? 0) - (seen.get(left)?.bm25 ?? 0) || compareText(left, right));
  const rankings: Ranking[] = [
    ...found.identifier.map((ids): Ranking => ({ leg: 'identifier', ids: byBm25(ids), weight: WEIGHTS.legs.identifier })),
    ...found.vector.map((ids): Ranking => ({ leg: 'vector', ids: known(ids), weight: WEIGHTS.legs.vector })),
    ...graphRankings(graph, byBm25, seen),
    ...lexicalRankings(byBm25(found.lexical.flat()), seen),
  ];
  const codes = new Set((query.identifiers ?? []).map(({ folded }) => folded.toLowerCase()));
  const hits: Ranked[] = [];
  for (const { id, score, legs } of fuse(rankings, (id, score) => adjustScore(score, seen.get(id), codes))) {
    const features = seen.get(id);
    if (features !== undefined && hits.length < part.n) hits.push({ ...features, score, legs });
  }
  return hits;
}

/** One ranking a stream. Shares of a walk are near enough the same within a factor of two: there the words of the question decide. */
function graphRankings(
  near: readonly NearPassage[],
  byBm25: (ids: readonly PassageId[]) => readonly PassageId[],
  seen: ReadonlyMap<PassageId, Features>,
): Ranking[] {
  const octaves = new Map<number, PassageId[]>();
  for (const { id, share } of near) {
    const octave = Math.floor(Math.log2(share));
    octaves.set(octave, [...(octaves.get(octave) ?? []), id]);
  }
  const ids = [...octaves].sort(([a], [b]) => b - a).flatMap(([, passages]) => byBm25(passages));
  return STREAMS.map((stream) => ({
    leg: 'graph',
    ids: ids.filter((id) => {
      const features = seen.get(id);
      return features !== undefined && isInStream(features.passage, stream);
    }),
    weight: WEIGHTS.legs.graph,
  }));
}

/** One ranking a stream, weighed down by how much less of what is asked its best passage speaks of than the best of all. */
function lexicalRankings(ids: readonly PassageId[], seen: ReadonlyMap<PassageId, Features>): Ranking[] {
  const groups = LEXICAL_STREAMS.map((stream) =>
    ids.filter((id) => {
      const features = seen.get(id);
      return features !== undefined && isInStream(features.passage, stream);
    }),
  );
  const best = groups.map((group) => Math.max(0, ...group.map((id) => seen.get(id)?.coverage ?? 0)));
  const bestOfAll = Math.max(...best);
  return groups.map((group, at) => {
    const share = bestOfAll === 0 ? 1 : (best[at] ?? 0) / bestOfAll;
    return { leg: 'lexical', ids: group, weight: WEIGHTS.legs.lexical * (WEIGHTS.leastShare + (1 - WEIGHTS.leastShare) * share) };
  });
}
