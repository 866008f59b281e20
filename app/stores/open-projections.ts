import { type GraphStore, openNeo4jGraphStore, openSqliteGraphStore } from '../../graph/index.ts';
import type { Clock, Embedder, TagGrammar } from '../../kernel/index.ts';
import {
  analyserVersion,
  type FollowedIndex,
  followIndex,
  type IndexIdentity,
  type OpenedIndex,
  openElasticsearchIndex,
  openSqliteSearchIndex,
} from '../../retrieval/index.ts';
import type { Config } from '../config.ts';
import { makeGuard } from './guard.ts';
import { guardGraph, guardIndex } from './guard-stores.ts';
import type { Embedders } from './open-embedders.ts';
import { elasticsearchOptions, fileOf, neo4jOptions } from './store-locations.ts';

const NEVER = new AbortController().signal;

interface Closable {
  close(): void | Promise<void>;
}

export interface Projections {
  readonly graph: GraphStore & Closable;
  /** With the embedders of its vectors. */
  readonly search: FollowedIndex;
}

interface OpeningOptions {
  readonly config: Config;
  /** The wanted ones first, then those that the index may still be of. */
  readonly models: readonly [Embedders, ...Embedders[]];
  readonly grammar: TagGrammar;
  readonly clock: Clock;
  readonly readonly: boolean;
}

/** What an index of this program is made for. */
export function indexIdentity({ model, dimension, centre }: Embedder, grammar: TagGrammar): IndexIdentity {
  return { analyser: analyserVersion(grammar), model, dimension, centre };
}

/**
 * Graph and search index where the configuration says; both or none: what was opened first is closed again when the other cannot be.
 * A server is asked when it is first needed, so that one which is away stops nothing that does without it.
 */
export async function openProjections(options: OpeningOptions): Promise<Projections> {
  const graph = openGraph(options);
  try {
    return { graph, search: openIndex(options) };
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** The graph alone. */
export function openGraph({ config, clock, readonly }: OpeningOptions): Projections['graph'] {
  const server = neo4jOptions(config);
  if (server === undefined) return openSqliteGraphStore(fileOf(config, 'graph'), { readonly });
  return guardGraph(openNeo4jGraphStore(server), makeGuard({ store: 'Neo4j', milliseconds: config.storeMilliseconds, clock }));
}

/** The search index alone. */
export function openIndex({ models, ...options }: OpeningOptions): FollowedIndex {
  const [wanted, ...others] = models;
  const of = (model: Embedders) => ({ ...model, open: () => openIndexOf(model.passages, options) });
  return others.length === 0 ? { ...wanted, index: openIndexOf(wanted.passages, options) } : followIndex([of(wanted), ...others.map(of)]);
}

function openIndexOf(embedder: Embedder, { config, grammar, clock, readonly }: Omit<OpeningOptions, 'models'>): OpenedIndex {
  const server = elasticsearchOptions(config);
  const identity = indexIdentity(embedder, grammar);
  if (server === undefined) return openSqliteSearchIndex(fileOf(config, 'search'), identity, { readonly });
  const guard = makeGuard({ store: 'Elasticsearch', milliseconds: config.storeMilliseconds, clock });
  const index = openElasticsearchIndex({ ...server, readonly }, identity);
  return { ...guardIndex(index, guard), check: () => guard.read(() => index.check(), NEVER) };
}
