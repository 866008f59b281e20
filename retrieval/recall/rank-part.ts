import { compareText, type PassageId, type RankablePassage } from '../../kernel/index.ts';
import { countWords, scoreByCounts } from '../bm25.ts';
import { type Leg, type LegRank, legRanks, type Ranking } from '../leg-ranks.ts';
import { documentName, documentWords } from './document-words.ts';
import type { NearPassage } from './graph-leg.ts';
import { type Candidate, RANKING_FEATURES, type RankingFeatures, rankingFeatures } from './ranking-features.ts';
import type { RecallPart, RecallQuery } from './recall-query.ts';
import type { FoundInPart } from './run-legs.ts';
import { isInStream, LEXICAL_STREAMS, STREAMS } from './stream.ts';
import { type Asked, weigh } from './understand.ts';

export interface Ranked extends Omit<Candidate, 'counts' | 'names' | 'name' | 'near'> {
  /** Comparable within one answer only; never a probability. */
  readonly score: number;
  readonly features: RankingFeatures;
  /** Ranks in the legs that found it: among log rows or among texts, the lexical one among texts of its language. */
  readonly legs: readonly LegRank[];
  /** How many of the asked codes it names. */
  readonly codes: number;
  /** Share of the walk of the graph that leads over the facts it supports, from 0 to 1; absent where none does. */
  readonly walk?: number;
}

/** Ranks the candidates of one part, best first, ties by id: by what can be seen of each, weighed as was learnt. */
export function rankPart(
  query: Pick<RecallQuery, 'identifiers'>,
  part: RecallPart,
  asked: Asked,
  found: FoundInPart,
  graph: readonly NearPassage[],
  candidates: readonly RankablePassage[],
  cosines: ReadonlyMap<PassageId, number>,
  weights: RankingFeatures,
): Ranked[] {
  const { tokens } = asked;
  const weighed = weigh(asked, [...tokens.asked, ...tokens.added]);
  const words = [...weighed.gains.keys()];
  const countsOf = countOnce(countWords(words));
  const lexicalScore = scoreByCounts(weighed);
  const seen = candidates.map((passage): Candidate => {
    const cosine = cosines.get(passage.id);
    const counts = countsOf(passage.tokens);
    const names = countsOf(documentWords(passage, asked.grammar));
    const bm25 = lexicalScore(counts, passage.tokens.length);
    const name = documentName(passage, asked.grammar);
    const one = { passage, counts, names, name, near: passage.near.map(countsOf), bm25 };
    return cosine === undefined ? one : { ...one, cosine };
  });
  const legs = legRanks(rankingsOf(seen, found, graph));
  const ranksIn = (leg: Leg) =>
    new Map([...legs].flatMap(([id, ranks]) => ranks.filter((one) => one.leg === leg).map(({ rank }) => [id, rank] as const)));
  const codes = new Set((query.identifiers ?? []).map(({ folded }) => folded.toLowerCase()));
  const walks = new Map(graph.map(({ id, share }) => [id, share]));
  const features = rankingFeatures(asked, words, seen, { graph: ranksIn('graph'), lexical: ranksIn('lexical') }, codes);
  const ranked = seen.flatMap(({ counts: _, names: __, name: ___, near: ____, ...one }, at): Ranked[] => {
    const own = features[at];
    if (own === undefined) return [];
    const walk = walks.get(one.passage.id);
    return [
      {
        ...one,
        features: own,
        score: scoreOf(own, weights),
        legs: legs.get(one.passage.id) ?? [],
        codes: namedCodes(codes, one.passage.tokens),
        ...(walk === undefined ? {} : { walk }),
      },
    ];
  });
  return ranked.sort((a, b) => b.score - a.score || compareText(a.passage.id, b.passage.id)).slice(0, part.n);
}

function scoreOf(features: RankingFeatures, weights: RankingFeatures): number {
  return RANKING_FEATURES.reduce((score, name) => score + weights[name] * features[name], 0);
}

function namedCodes(codes: ReadonlySet<string>, tokens: readonly string[]): number {
  return codes.size === 0 ? 0 : new Set(tokens.filter((token) => codes.has(token))).size;
}

/** The same words are counted for each passage that they stand next to. */
function countOnce(count: (tokens: readonly string[]) => Uint32Array): (tokens: readonly string[]) => Uint32Array {
  const counted = new Map<readonly string[], Uint32Array>();
  return (tokens) => {
    const counts = counted.get(tokens) ?? count(tokens);
    counted.set(tokens, counts);
    return counts;
  };
}

/** The order of each leg, a stream at a time. */
function rankingsOf(seen: readonly Candidate[], found: FoundInPart, graph: readonly NearPassage[]): readonly Ranking[] {
  const byId = new Map(seen.map((one) => [one.passage.id, one]));
  const known = (ids: readonly PassageId[]) => [...new Set(ids)].filter((id) => byId.has(id));
  const byBm25 = (ids: readonly PassageId[]) =>
    known(ids).sort((left, right) => (byId.get(right)?.bm25 ?? 0) - (byId.get(left)?.bm25 ?? 0) || compareText(left, right));
  const lexical = byBm25(found.lexical.flat());
  const within = (ids: readonly PassageId[], stream: (typeof STREAMS)[number]) =>
    ids.filter((id) => {
      const one = byId.get(id);
      return one !== undefined && isInStream(one.passage, stream);
    });
  const near = nearest(graph, byBm25);
  return [
    ...found.identifier.map((ids): Ranking => ({ leg: 'identifier', ids: byBm25(ids) })),
    ...found.vector.map((ids): Ranking => ({ leg: 'vector', ids: known(ids) })),
    ...STREAMS.map((stream): Ranking => ({ leg: 'graph', ids: within(near, stream) })),
    ...LEXICAL_STREAMS.map((stream): Ranking => ({ leg: 'lexical', ids: within(lexical, stream) })),
  ];
}

/** Shares of a walk are near enough the same within a factor of two: there the words of the question decide. */
function nearest(graph: readonly NearPassage[], byBm25: (ids: readonly PassageId[]) => readonly PassageId[]): readonly PassageId[] {
  const octaves = new Map<number, PassageId[]>();
  for (const { id, share } of graph) {
    const octave = Math.floor(Math.log2(share));
    octaves.set(octave, [...(octaves.get(octave) ?? []), id]);
  }
  return [...octaves].sort(([a], [b]) => b - a).flatMap(([, passages]) => byBm25(passages));
}
