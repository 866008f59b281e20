import { type Access, compareText, type ErrorCode, type PassageId, type PassageReader, type StoredPassage } from '../../kernel/index.ts';
import { WEIGHTS } from '../weights.ts';
import { isInScope } from './is-in-scope.ts';
import { type Ranked, rankPart } from './rank-part.ts';
import type { RankingFeatures } from './ranking-features.ts';
import type { RecallFault, RecallFaults } from './recall-fault.ts';
import type { RecallDependencies, RecallPartsQuery, RecallQuery } from './recall-query.ts';
import { runLegs } from './run-legs.ts';
import { understand } from './understand.ts';
import { unlessDown } from './unless-down.ts';
import { unspokenTokens } from './unspoken-tokens.ts';

export interface RankedPassage extends Omit<Ranked, 'passage'> {
  readonly stored: StoredPassage;
}

export interface Recalled {
  readonly hits: readonly RankedPassage[];
  /** What each feature counted. */
  readonly weights: RankingFeatures;
  readonly degraded: readonly RecallFault[];
}

export interface RecalledParts {
  /** Hits of each part, in the order asked. */
  readonly parts: readonly (readonly RankedPassage[])[];
  /** Tokens of what is asked that no passage the reader may read holds, by any name the vocabulary knows. */
  readonly unspoken: readonly string[];
  /** What each feature of a passage counted. */
  readonly weights: RankingFeatures;
  readonly degraded: readonly RecallFault[];
  /** Of what is `degraded`: the error that said so. */
  readonly causes: ReadonlyMap<RecallFault, ErrorCode>;
}

const NO_COSINES: ReadonlyMap<PassageId, number> = new Map();

/** Recall of one part. */
export async function recall(dependencies: RecallDependencies, access: Access, query: RecallQuery, signal: AbortSignal): Promise<Recalled> {
  const { where, n, ...asked } = query;
  const { parts, weights, degraded } = await recallParts(
    dependencies,
    access,
    { ...asked, parts: [where === undefined ? { n } : { where, n }] },
    signal,
  );
  return { hits: parts.flat(), weights, degraded };
}

/**
 * Finds passages that may answer a question, in parts that are ranked apart: the question is understood once, the graph walked
 * once, and the index asked once for each part and stream. The legs run side by side and give candidates, which are ranked by what
 * can be seen of each and of its place in the legs. The same state and query give the same hits.
 * A store that is down degrades the result; any other error is thrown, as is the signal's reason.
 */
export async function recallParts(
  dependencies: RecallDependencies,
  access: Access,
  query: RecallPartsQuery,
  signal: AbortSignal,
): Promise<RecalledParts> {
  const { passages, index } = dependencies;
  const faults: RecallFaults = new Map();
  const rest = new AbortController();
  const both = AbortSignal.any([signal, rest.signal]);
  try {
    const asked = await understand(dependencies, access, query, faults, both);
    const found = await runLegs(dependencies, access, query, asked, faults, both);
    const listed = found.parts.flatMap(({ identifier, lexical, vector }) => [...identifier, ...lexical, ...vector]);
    const ids = [...new Set([...listed.flat(), ...found.graph.map(({ id }) => id)])].sort(compareText);
    const candidates = await passages.rankable(access, ids);
    both.throwIfAborted();
    const { vector } = asked;
    const cosines =
      vector === undefined ? NO_COSINES : await unlessDown('no-index', faults, NO_COSINES, () => index.cosines(access, vector, ids, both));
    const weights = WEIGHTS.ranking[vector !== undefined && dependencies.embedder.readsOrder === true ? 'contextual' : 'static'];
    const ranked = query.parts.map((part, at) => {
      const own = candidates.filter((one) => part.where === undefined || isInScope(one, part.where));
      const inPart = found.parts[at] ?? { identifier: [], lexical: [], vector: [] };
      return rankPart(query, part, asked, inPart, found.graph, own, cosines, weights);
    });
    return {
      parts: await withPassages(passages, access, ranked),
      unspoken: unspokenTokens(asked),
      weights,
      degraded: [...faults.keys()].sort(),
      causes: faults,
    };
  } finally {
    rest.abort();
  }
}

/** Only the passages that are given are read whole. */
async function withPassages(
  passages: PassageReader,
  access: Access,
  parts: readonly (readonly Ranked[])[],
): Promise<readonly (readonly RankedPassage[])[]> {
  const ids = [...new Set(parts.flat().map(({ passage }) => passage.id))];
  const stored = new Map((await passages.get(access, ids)).map((one) => [one.passage.id, one]));
  return parts.map((ranked) =>
    ranked.flatMap(({ passage, ...rest }) => {
      const held = stored.get(passage.id);
      return held === undefined ? [] : [{ ...rest, stored: held }];
    }),
  );
}
