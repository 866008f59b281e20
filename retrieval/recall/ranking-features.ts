import {
  compareText,
  type DocumentId,
  type PassageId,
  type RankablePassage,
  type TermStatistics,
  type VersionId,
} from '../../kernel/index.ts';
import { inverseFrequency } from '../bm25.ts';
import { handedByName } from './name-links.ts';
import { coverage } from './query-terms.ts';
import { isInStream, LEXICAL_STREAMS } from './stream.ts';
import type { Asked } from './understand.ts';

/** What a passage is ranked by, each from 0 to 1. */
export const RANKING_FEATURES = [
  /** BM25, as share of the best text of its language or row of a log. */
  'lexical',
  /**
   * Share of what is asked that it speaks of, in any language; the same with the candidates around it, and with what its document is
   * called and what stands next to it in its section. What is spoken of nowhere tells no passage from another and does not count.
   */
  'coverage',
  'nearCoverage',
  'sectionCoverage',
  /** Weight of what is asked that its document is called by, as share of the best. */
  'names',
  /** What it is handed by texts of other documents that name its own, of documents that the question names (`name-links.ts`). */
  'handed',
  /** The cosine, and as share of the best text of its language: across languages all are lower. */
  'cosine',
  'cosineShare',
  /** Share of the codes and numbers that are asked, and of the three most telling words. */
  'numbers',
  'telling',
  /** How far up the words (among texts of its language, or among rows of logs), the meaning and the walk of the graph have it. */
  'lexicalRank',
  'vectorRank',
  'graphRank',
  /** The best passages of its document, as share of the best document's. */
  'document',
  'length',
  'heading',
  'logRow',
  'tableRow',
  /** A text, no row of a log, that names a code which is asked for. */
  'code',
  'superseded',
] as const;
export type RankingFeature = (typeof RANKING_FEATURES)[number];
export type RankingFeatures = Readonly<Record<RankingFeature, number>>;

/** A candidate as the legs have it: its counts are of the words in their order. */
export interface Candidate {
  readonly passage: RankablePassage;
  readonly counts: Uint32Array;
  /** Of what its document is called. */
  readonly names: Uint32Array;
  /** Tokens of what texts call its document by. */
  readonly name: readonly string[];
  /** Of each passage next to it. */
  readonly near: readonly Uint32Array[];
  readonly bm25: number;
  readonly cosine?: number;
}

/** Passages before and behind one that say what it is about. */
const AROUND = 4;
/** Passages that speak for their document. */
const SPEAKERS = 3;
const TELLING = 3;
/** Damps the lead of first places. */
const DAMPING = 10;
/** Tokens of a passage that is as long as any: the natural logarithm tells lengths apart. */
const LONG = 150;

/**
 * Features of all candidates of one search, in their order; what is a share is one among these candidates. `words` are those that
 * `counts` counts, `ranks` are from 1, `codes` the codes asked for as tokens.
 */
export function rankingFeatures(
  { terms, tokens, statistics }: Pick<Asked, 'terms' | 'tokens' | 'statistics'>,
  words: readonly string[],
  candidates: readonly Candidate[],
  ranks: { readonly graph: ReadonlyMap<PassageId, number>; readonly lexical: ReadonlyMap<PassageId, number> },
  codes: ReadonlySet<string>,
): readonly RankingFeatures[] {
  const isHeld = heldWords(words, statistics, candidates);
  const spoken = terms.filter(({ alternatives, near }) =>
    [...alternatives.flat(), ...near.map(({ token }) => token)].some((token) => isHeld.has(token)),
  );
  const coverageOf = coverage(spoken, statistics, words);
  const asked = new Set(tokens.asked);
  const own = words.flatMap((word, place) => (asked.has(word) ? [{ word, place, weight: inverseFrequency(word, statistics) }] : []));
  const numbers = own.filter(({ word }) => /\d/u.test(word));
  const telling = [...own].sort((a, b) => b.weight - a.weight || compareText(a.word, b.word)).slice(0, TELLING);
  const shares = sharesInStream(candidates, ({ bm25 }) => bm25);
  const cosineShares = sharesInStream(candidates, ({ cosine = 0 }) => Math.max(0, cosine));
  const vectorRanks = ranksBy(candidates, ({ cosine }) => cosine);
  const around = countsAround(candidates);
  const documents = documentScores(candidates, shares);
  const bestDocument = Math.max(0, ...documents.values());
  const bestNamed = Math.max(0, ...candidates.map(({ names }) => heldShare(own, names)));
  const named = (names: Uint32Array) => share(heldShare(own, names), bestNamed);
  const handed = handedByName(
    candidates.map(({ passage: { id, documentId, tokens: text }, name, names }) => {
      return { id, documentId, tokens: text, name, worth: named(names) * damped(ranks.lexical.get(id)) };
    }),
  );
  return candidates.map((candidate, at): RankingFeatures => {
    const { passage, counts, names, near, cosine = 0 } = candidate;
    return {
      lexical: shares.get(passage.id) ?? 0,
      coverage: coverageOf(counts),
      nearCoverage: coverageOf(around[at] ?? counts),
      sectionCoverage: coverageOf(sumOf([counts, names, ...near])),
      names: named(names),
      handed: handed.get(passage.id) ?? 0,
      cosine: Math.max(0, cosine),
      cosineShare: cosineShares.get(passage.id) ?? 0,
      numbers: heldShare(numbers, counts),
      telling: heldShare(telling, counts),
      lexicalRank: damped(ranks.lexical.get(passage.id)),
      vectorRank: damped(vectorRanks.get(passage.id)),
      graphRank: damped(ranks.graph.get(passage.id)),
      document: share(documents.get(passage.documentId) ?? 0, bestDocument),
      length: Math.min(1, Math.log1p(passage.tokens.length) / Math.log1p(LONG)),
      heading: Number(passage.kind === 'heading'),
      logRow: Number(passage.kind === 'log-entry'),
      tableRow: Number(passage.kind === 'table-row'),
      code: Number(passage.kind !== 'log-entry' && passage.tokens.some((token) => codes.has(token))),
      superseded: Number(passage.age > 0),
    };
  });
}

/** Words that some passage, or what the document of some candidate is called, holds. */
function heldWords(words: readonly string[], { frequency }: TermStatistics, candidates: readonly Candidate[]): ReadonlySet<string> {
  const isName = (place: number) => candidates.some(({ names }) => (names[place] ?? 0) > 0);
  return new Set(words.filter((word, place) => (frequency.get(word) ?? 0) > 0 || isName(place)));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sumOf(all: readonly Uint32Array[]): Uint32Array {
  const total = new Uint32Array(all[0]?.length ?? 0);
  for (const counts of all) for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (counts[at] ?? 0);
  return total;
}

function damped(rank: number | undefined): number {
  return rank === undefined ? 0 : DAMPING / (DAMPING + rank);
}

function heldShare(words: readonly { readonly place: number; readonly weight: number }[], counts: Uint32Array): number {
  let [held, whole] = [0, 0];
  for (const { place, weight } of words) {
    whole += weight;
    if ((counts[place] ?? 0) > 0) held += weight;
  }
  return share(held, whole);
}

/** Ranks from 1, ties by id; what has no value has no rank. */
function ranksBy(candidates: readonly Candidate[], scoreOf: (one: Candidate) => number | undefined): ReadonlyMap<PassageId, number> {
  const valued = candidates.flatMap((one) => {
    const value = scoreOf(one);
    return value === undefined ? [] : [{ id: one.passage.id, value }];
  });
  valued.sort((a, b) => b.value - a.value || compareText(a.id, b.id));
  return new Map(valued.map(({ id }, at) => [id, at + 1]));
}

/** Counts of each candidate with those of the candidates that stand around it. */
function countsAround(candidates: readonly Candidate[]): readonly Uint32Array[] {
  const byVersion = new Map<VersionId, Map<number, Candidate>>();
  for (const one of candidates) {
    const placed = byVersion.get(one.passage.versionId) ?? new Map<number, Candidate>();
    placed.set(one.passage.order, one);
    byVersion.set(one.passage.versionId, placed);
  }
  return candidates.map(({ passage: { versionId, order }, counts }) => {
    const sum = Uint32Array.from(counts);
    for (let other = order - AROUND; other <= order + AROUND; other += 1) {
      const near = other === order ? undefined : byVersion.get(versionId)?.get(other);
      near?.counts.forEach((count, place) => {
        sum[place] = (sum[place] ?? 0) + count;
      });
    }
    return sum;
  });
}

/** Scores are not comparable between languages, nor between texts and rows of a log: each is held against its like. */
function sharesInStream(candidates: readonly Candidate[], scoreOf: (one: Candidate) => number): ReadonlyMap<PassageId, number> {
  return new Map(
    LEXICAL_STREAMS.flatMap((stream) => {
      const own = candidates.filter(({ passage }) => isInStream(passage, stream));
      const best = Math.max(0, ...own.map(scoreOf));
      return own.map((one) => [one.passage.id, share(scoreOf(one), best)] as const);
    }),
  );
}

function documentScores(candidates: readonly Candidate[], shares: ReadonlyMap<PassageId, number>): ReadonlyMap<DocumentId, number> {
  const scores = new Map<DocumentId, number[]>();
  for (const { passage } of candidates) {
    const held = scores.get(passage.documentId) ?? [];
    held.push(shares.get(passage.id) ?? 0);
    scores.set(passage.documentId, held);
  }
  return new Map(
    [...scores].map(([id, all]) => [
      id,
      all
        .sort((a, b) => b - a)
        .slice(0, SPEAKERS)
        .reduce((sum, score) => sum + score, 0),
    ]),
  );
}
