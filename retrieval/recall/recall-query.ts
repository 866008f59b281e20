import type { GraphStore } from '../../graph/index.ts';
import type { Embedder, Identifier, KeyId, KeyReader, PassageReader, TagGrammar } from '../../kernel/index.ts';
import type { Scope, SearchIndex } from '../search-index.ts';

export interface RecallDependencies {
  readonly passages: PassageReader;
  readonly keys: KeyReader;
  readonly index: SearchIndex;
  readonly graph: GraphStore;
  readonly embedder: Embedder;
  readonly grammar: TagGrammar;
}

/** Passages that are found and ranked among themselves. */
export interface RecallPart {
  readonly where?: Scope;
  /** Hits at most. */
  readonly n: number;
}

export interface RecallPartsQuery {
  readonly text: string;
  /** Keys that the question is linked to; the graph leg starts at them. */
  readonly keys?: readonly KeyId[];
  /** Codes in the question. */
  readonly identifiers?: readonly Pick<Identifier, 'folded'>[];
  /** Other names of what is asked, in any language, beside those of the vocabulary, which are always added. */
  readonly expansions?: readonly string[];
  readonly parts: readonly RecallPart[];
}

export interface RecallQuery extends Omit<RecallPartsQuery, 'parts'>, RecallPart {}
