import type { estypes } from '@elastic/elasticsearch';
import { FaultlineError, sha256 } from '../../../kernel/index.ts';
import type { IndexIdentity } from '../../search-index.ts';

/** Raised when the mapping or the documents change shape: an index of another layout is made anew like one of another analyser. */
const INDEX_LAYOUT = 1;
/** The most that one search may give back. */
export const MOST_HITS = 100_000;
const MOST_VALUES_OF_A_FILTER = 1_000_000;
const NAME_PART = 40;
const PREFIX = /^[a-z][a-z0-9-]{0,59}$/;

/** Aliases by which readers and writers find the index in use. */
export interface IndexAliases {
  readonly read: string;
  readonly write: string;
}

/** @throws FaultlineError `invalid-configuration` for a prefix that Elasticsearch would read as several names or refuse. */
export function aliasesOf(prefix: string): IndexAliases {
  if (!PREFIX.test(prefix)) {
    throw new FaultlineError(
      'invalid-configuration',
      'The prefix of the indices must begin with a lower-case letter and hold lower-case letters, digits and hyphens, 60 at most.',
    );
  }
  return { read: `${prefix}-passages-read`, write: `${prefix}-passages-write` };
}

/**
 * Each index has an alias of its own that goes with it. Writes name it and ask for an alias: by the name of an index that was
 * just deleted, Elasticsearch would make a new one.
 */
export function ownAlias(index: string): string {
  return `${index}.own`;
}

/** Name of an index; `epoch` counts how often it was made anew. */
export function indexName(prefix: string, identity: IndexIdentity, epoch: number): string {
  const parts = [
    `l${INDEX_LAYOUT}`,
    identity.analyser,
    identity.model,
    `d${identity.dimension}`,
    sha256(identityText(identity)).slice(0, 8),
  ];
  return `${prefix}-passages-${parts.map(namePart).join('-')}-e${epoch}`;
}

export function identityText({ analyser, model, dimension, centre }: IndexIdentity): string {
  const bytes = new Uint8Array(centre.buffer, centre.byteOffset, centre.byteLength);
  return [`layout-${INDEX_LAYOUT}`, analyser, model, String(dimension), sha256(bytes)].join(' ');
}

/**
 * One shard, so that one search sees one state; refreshed only when asked, at a flush, so that a reader never sees more of an
 * import than was flushed. Words score by how often they occur: weights come with the search. A deletion is remembered for an
 * hour, in which a late write of the same passage is refused.
 */
export function indexSettings(): estypes.IndicesIndexSettings {
  return {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    refresh_interval: '-1',
    gc_deletes: '1h',
    max_terms_count: MOST_VALUES_OF_A_FILTER,
    max_result_window: MOST_HITS,
    analysis: {
      tokenizer: { given: { type: 'whitespace', max_token_length: 1024 } },
      analyzer: { given: { type: 'custom', tokenizer: 'given' } },
    },
    similarity: { occurrences: { type: 'scripted', script: { source: 'return doc.freq;' } } },
  };
}

export function indexMapping(identity: IndexIdentity): estypes.MappingTypeMapping {
  const keyword = { type: 'keyword' } as const;
  return {
    dynamic: 'strict',
    _meta: { identity: identityText(identity) },
    properties: {
      type: keyword,
      unit: keyword,
      generation: { type: 'long' },
      runs: { type: 'long', index: false },
      id: keyword,
      run: keyword,
      versionId: keyword,
      documentId: keyword,
      labelSet: keyword,
      language: keyword,
      kind: keyword,
      scope: keyword,
      exact: keyword,
      words: { type: 'text', analyzer: 'given', index_options: 'freqs', norms: false, similarity: 'occurrences' },
      length: { type: 'integer', index: false },
      odd: { type: 'object', enabled: false },
      vector: {
        type: 'dense_vector',
        dims: identity.dimension,
        index: true,
        similarity: 'max_inner_product',
        index_options: { type: 'flat' },
      },
      revision: { type: 'long', index: false },
      identity: { type: 'keyword', index: false },
      excluded: { type: 'keyword', index: false },
      state: { type: 'object', enabled: false },
    },
  };
}

function namePart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .slice(0, NAME_PART);
}
