import type { Access, Embedder, PassageReader, TagGrammar, TermStatistics } from '../../kernel/index.ts';
import { type WeighedWords, weighWords } from '../bm25.ts';
import { type QueryTerm, type QueryTokens, queryTerms, queryTokens } from './query-terms.ts';
import type { RecallFault } from './recall-fault.ts';
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
/** Tokens in a larger share of the passages than this are not searched by, only scored by, once a store is this large. */
const COMMON = { share: 0.3, passages: 1_000 };

export async function understand(
  { passages, embedder, grammar }: { readonly passages: PassageReader; readonly embedder: Embedder; readonly grammar: TagGrammar },
  access: Access,
  query: { readonly text: string; readonly expansions?: readonly string[] },
  faults: Set<RecallFault>,
  signal: AbortSignal,
): Promise<Asked> {
  const terms = queryTerms(query.text, grammar);
  const tokens = queryTokens(terms, query.expansions ?? [], grammar);
  const [statistics, [vector]] = await Promise.all([
    passages.statistics(access, [...tokens.asked, ...tokens.added]),
    unlessDown('no-embedding', faults, NO_VECTORS, () => embedder.embed([query.text], signal)),
  ]);
  const asked = { terms, tokens, statistics, grammar };
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
