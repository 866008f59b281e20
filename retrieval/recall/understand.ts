import type { Access, Embedder, PassageReader, TagGrammar, TermStatistics } from '../../kernel/index.ts';
import { type WeighedWords, weighWords } from '../bm25.ts';
import { meantWords } from './meant-words.ts';
import { type QueryTerm, type QueryTokens, queryTerms, queryTokens } from './query-terms.ts';
import type { RecallFaults } from './recall-fault.ts';
import { unlessDown } from './unless-down.ts';

const NO_VECTORS: readonly Float32Array[] = [];

/** A question as the legs are asked it. */
export interface Asked {
  readonly terms: readonly QueryTerm[];
  readonly tokens: QueryTokens;
  readonly statistics: TermStatistics;
  /** By which it was analysed. */
  readonly grammar: TagGrammar;
  /** Unit vector; absent where no word is known. */
  readonly vector?: Float32Array;
}

/** A token that another name added counts half of one that was asked. */
const ADDED_WEIGHT = 0.5;
/** What is found by a word that may have been meant counts so much of what is found by one that was said. */
const MEANT_LIKENESS = 0.8;
/** Tokens in a larger share of the passages than this are not searched by, only scored by, once a store is this large. */
const COMMON = { share: 0.3, passages: 1_000 };

export async function understand(
  { passages, embedder, grammar }: { readonly passages: PassageReader; readonly embedder: Embedder; readonly grammar: TagGrammar },
  access: Access,
  query: { readonly text: string; readonly expansions?: readonly string[] },
  faults: RecallFaults,
  signal: AbortSignal,
): Promise<Asked> {
  const said = queryTerms(query.text, grammar);
  const saidTokens = queryTokens(said, query.expansions ?? [], grammar);
  const [counted, [vector]] = await Promise.all([
    passages.statistics(access, [...saidTokens.asked, ...saidTokens.added]),
    unlessDown('no-embedding', faults, NO_VECTORS, () => embedder.embed([query.text], signal)),
  ]);
  const { meant, statistics } = await meantWords(passages, access, query.text, saidTokens.asked, counted);
  const terms: readonly QueryTerm[] = [
    ...said,
    ...meant.map(({ words }) => ({ asked: [], alternatives: [], near: words.map((token) => ({ token, likeness: MEANT_LIKENESS })) })),
  ];
  const asked = { terms, tokens: queryTokens(terms, query.expansions ?? [], grammar), statistics, grammar };
  return vector?.some((value) => value !== 0) === true ? { ...asked, vector } : asked;
}

export function weigh({ tokens, statistics }: Pick<Asked, 'tokens' | 'statistics'>, words: readonly string[]): WeighedWords {
  const added = new Set(tokens.added);
  return weighWords(words, statistics, (word) => (added.has(word) ? ADDED_WEIGHT : 1));
}

/** Tokens worth searching by: the common ones cost most and tell least; if all are common, all are kept. */
export function searchTokens({ tokens, statistics }: Asked): readonly string[] {
  const all = [...tokens.asked, ...tokens.added];
  if (statistics.passages < COMMON.passages) return all;
  const telling = all.filter((token) => (statistics.frequency.get(token) ?? 0) <= COMMON.share * statistics.passages);
  return telling.length > 0 ? telling : all;
}
