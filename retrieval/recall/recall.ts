import type { GraphStore } from '../../graph/index.ts';
import {
  type Access,
  compareText,
  type Embedder,
  type Identifier,
  type KeyId,
  type KeyReader,
  type PassageId,
  type PassageReader,
  type RankablePassage,
  type StoredPassage,
  type TermStatistics,
} from '../../kernel/index.ts';
import { countWords, scoreByCounts, type WeighedWords, weighWords } from '../bm25.ts';
import { fuse, type LegRank, type Ranking } from '../fuse.ts';
import type { CandidateQuery, Scope, SearchIndex } from '../search-index.ts';
import { adjustScore } from './adjust-score.ts';
import { graphLeg, type NearPassage } from './graph-leg.ts';
import { isInScope } from './is-in-scope.ts';
import { ledgerSearch } from './ledger-search.ts';
import { coverage, type QueryTerm, type QueryTokens, queryTerms, queryTokens } from './query-terms.ts';
import type { RecallFault } from './recall-fault.ts';
import { isInStream, LEXICAL_STREAMS, STREAMS, type Stream, withinStream } from './stream.ts';
import { unlessDown } from './unless-down.ts';

export interface RecallDependencies {
  readonly passages: PassageReader;
  readonly keys: KeyReader;
  readonly index: SearchIndex;
  readonly graph: GraphStore;
  readonly embedder: Embedder;
}

export interface RecallQuery {
  readonly text: string;
  /** Keys that the question is linked to; the graph leg starts at them. */
  readonly keys?: readonly KeyId[];
  /** Codes in the question. */
  readonly identifiers?: readonly Pick<Identifier, 'folded'>[];
  readonly where?: Scope;
  /** Other names of what is asked, in any language, beside those of the vocabulary, which are always added. */
  readonly expansions?: readonly string[];
  /** Hits at most. */
  readonly n: number;
}

export interface RankedPassage {
  readonly stored: StoredPassage;
  /** Comparable within one answer only; never a probability. */
  readonly score: number;
  /** Ranks in the legs that found it: among log rows or among texts, the lexical one among texts of its language. */
  readonly legs: readonly LegRank[];
  /** Cosine of question and passage, where both have a vector. */
  readonly cosine?: number;
  readonly bm25: number;
  /** Share of what is asked that the passage speaks of, from 0 to 1, whatever its language. */
  readonly coverage: number;
}

export interface Recalled {
  readonly hits: readonly RankedPassage[];
  readonly degraded: readonly RecallFault[];
}

/** Candidates asked of the index a leg and stream, at least. */
const CANDIDATES = 80;
/** A token that another name added counts half of one that was asked. */
const ADDED_WEIGHT = 0.5;
/** Tokens in a larger share of the passages than this are not searched by, only scored by, once a store is this large. */
const COMMON = { share: 0.3, passages: 1_000 };
const WEIGHTS = { identifier: 1, lexical: 1, vector: 1, graph: 0.7 } as const;
/** What a stream keeps of the lexical weight when its passages speak of nothing that is asked. */
const LEAST_SHARE = 0.2;
const NO_COSINES: ReadonlyMap<PassageId, number> = new Map();
const HAN = /\p{Script=Han}/u;

interface Features extends Pick<RankedPassage, 'cosine' | 'bm25' | 'coverage'> {
  readonly passage: RankablePassage;
}

type Ranked = Features & Pick<RankedPassage, 'score' | 'legs'>;

interface Asked {
  readonly terms: readonly QueryTerm[];
  readonly tokens: QueryTokens;
  readonly statistics: TermStatistics;
  readonly vector?: Float32Array;
}

/** Candidates as the stores gave them, one list a stream. */
interface Found {
  readonly identifier: readonly (readonly PassageId[])[];
  readonly lexical: readonly (readonly PassageId[])[];
  readonly vector: readonly (readonly PassageId[])[];
  readonly graph: readonly NearPassage[];
}

/**
 * Finds passages that may answer a question: the legs run side by side, ranks are taken a stream, then all ranks are
 * fused and adjusted by what can be seen in the passage itself. The same state and query give the same hits.
 * A store that is down degrades the result; any other error is thrown, as is the signal's reason.
 */
export async function recall(dependencies: RecallDependencies, access: Access, query: RecallQuery, signal: AbortSignal): Promise<Recalled> {
  const { passages, index } = dependencies;
  const faults = new Set<RecallFault>();
  const rest = new AbortController();
  const both = AbortSignal.any([signal, rest.signal]);
  try {
    const asked = await understand(dependencies, access, query, both);
    const found = await runLegs(dependencies, access, query, asked, faults, both);
    const ids = [
      ...new Set([...found.identifier.flat(), ...found.lexical.flat(), ...found.vector.flat(), ...found.graph.map(({ id }) => id)]),
    ].sort(compareText);
    const { where } = query;
    const candidates = (await passages.rankable(access, ids)).filter((one) => where === undefined || isInScope(one, where));
    both.throwIfAborted();
    const { vector } = asked;
    const cosines =
      vector === undefined ? NO_COSINES : await unlessDown('no-index', faults, NO_COSINES, () => index.cosines(access, vector, ids, both));
    const hits = await withPassages(passages, access, rank(query, asked, found, candidates, cosines));
    return { hits, degraded: [...faults].sort() };
  } finally {
    rest.abort();
  }
}

/** Only the passages that are given are read whole. */
async function withPassages(passages: PassageReader, access: Access, ranked: readonly Ranked[]): Promise<readonly RankedPassage[]> {
  const ids = ranked.map(({ passage }) => passage.id);
  const stored = new Map((await passages.get(access, ids)).map((one) => [one.passage.id, one]));
  return ranked.flatMap(({ passage, ...rest }) => {
    const held = stored.get(passage.id);
    return held === undefined ? [] : [{ ...rest, stored: held }];
  });
}

async function understand(
  { passages, embedder }: RecallDependencies,
  access: Access,
  query: RecallQuery,
  signal: AbortSignal,
): Promise<Asked> {
  const terms = queryTerms(query.text);
  const tokens = queryTokens(terms, query.expansions);
  const [statistics, [vector]] = await Promise.all([
    passages.statistics(access, [...tokens.asked, ...tokens.added]),
    embedder.embed([query.text], signal),
  ]);
  return vector?.some((value) => value !== 0) === true ? { terms, tokens, statistics, vector } : { terms, tokens, statistics };
}

async function runLegs(
  dependencies: RecallDependencies,
  access: Access,
  query: RecallQuery,
  asked: Asked,
  faults: Set<RecallFault>,
  signal: AbortSignal,
): Promise<Found> {
  const { index, passages } = dependencies;
  const where = query.where ?? {};
  const n = Math.max(CANDIDATES, query.n);
  const exact = [...new Set((query.identifiers ?? []).map(({ folded }) => folded))].sort(compareText);
  const tokens = searchTokens(asked);
  const { vector } = asked;
  const ask = (streams: readonly Stream[], how: (stream: Stream) => Pick<CandidateQuery, 'exact' | 'words' | 'vector'>) =>
    Promise.all(
      streams.map((stream) =>
        unlessDown('no-index', faults, undefined, () =>
          index.candidates(access, { ...how(stream), where: withinStream(where, stream), n }, signal),
        ),
      ),
    );
  const [identifier, near, lexical, graph] = await Promise.all([
    ask(exact.length === 0 ? [] : STREAMS, () => ({ exact })),
    ask(vector === undefined ? [] : STREAMS, () => (vector === undefined ? {} : { vector })),
    ask(tokens.length === 0 ? [] : LEXICAL_STREAMS, (stream) => ({ words: weigh(asked, tokensFor(stream, tokens)) })),
    graphLeg(dependencies, access, { text: query.text, keys: query.keys ?? [] }, faults, signal),
  ]);
  const isDown = lexical.includes(undefined);
  return {
    identifier: identifier.filter((ids) => ids !== undefined),
    vector: near.filter((ids) => ids !== undefined),
    lexical: isDown
      ? [await ledgerSearch(passages, access, tokens, asked.statistics, n, signal)]
      : lexical.filter((ids) => ids !== undefined),
    graph,
  };
}

function weigh({ tokens, statistics }: Pick<Asked, 'tokens' | 'statistics'>, words: readonly string[]): WeighedWords {
  const added = new Set(tokens.added);
  return weighWords(words, statistics, (word) => (added.has(word) ? ADDED_WEIGHT : 1));
}

/** Chinese words cannot be met by an English passage: asking for them only costs time. */
function tokensFor({ languages }: Stream, tokens: readonly string[]): readonly string[] {
  return languages?.includes('en') === true ? tokens.filter((token) => !HAN.test(token)) : tokens;
}

/** Tokens worth searching by: the common ones cost most and tell least; if all are common, all are kept. */
function searchTokens({ tokens, statistics }: Asked): readonly string[] {
  const all = [...tokens.asked, ...tokens.added];
  if (statistics.passages < COMMON.passages) return all;
  const telling = all.filter((token) => (statistics.frequency.get(token) ?? 0) <= COMMON.share * statistics.passages);
  return telling.length > 0 ? telling : all;
}

function rank(
  query: RecallQuery,
  asked: Asked,
  found: Found,
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
    ...found.identifier.map((ids): Ranking => ({ leg: 'identifier', ids: byBm25(ids), weight: WEIGHTS.identifier })),
    ...found.vector.map((ids): Ranking => ({ leg: 'vector', ids: known(ids), weight: WEIGHTS.vector })),
    ...graphRankings(found.graph, byBm25, seen),
    ...lexicalRankings(byBm25(found.lexical.flat()), seen),
  ];
  const codes = new Set((query.identifiers ?? []).map(({ folded }) => folded.toLowerCase()));
  const hits: Ranked[] = [];
  for (const { id, score, legs } of fuse(rankings, (id, score) => adjustScore(score, seen.get(id), codes))) {
    const features = seen.get(id);
    if (features !== undefined && hits.length < query.n) hits.push({ ...features, score, legs });
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
    weight: WEIGHTS.graph,
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
    return { leg: 'lexical', ids: group, weight: WEIGHTS.lexical * (LEAST_SHARE + (1 - LEAST_SHARE) * share) };
  });
}
