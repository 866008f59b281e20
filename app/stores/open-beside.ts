import { join } from 'node:path';
import { openNeo4jGraphStore, openSqliteGraphStore, removeNeo4jGraph, replaceGraph, replaceNeo4jGraph } from '../../graph/index.ts';
import type { Embedder } from '../../kernel/index.ts';
import type { ProjectionTarget } from '../../ledger/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { openSqliteSearchIndex, rebuildElasticsearchIndex, replaceSearchIndex } from '../../retrieval/index.ts';
import { removeSqlite } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import type { Destination } from '../projection/destination.ts';
import { indexIdentity } from './open-projections.ts';
import { elasticsearchOptions, fileOf, neo4jOptions } from './store-locations.ts';

/** What became of the live store: its content went, or, where its file was no database any more, the file itself. */
export type Replaced = 'content' | 'file';

/** A store that is filled beside the live one, which need not be readable. */
export interface Beside {
  readonly destination: Destination;
  /** Puts it in the live one's place in one commit, for all who read and write. */
  putInPlace(): Promise<Replaced>;
  /** Leaves nothing of it behind that was not put in place. */
  close(): Promise<void>;
}

export function openBeside(config: Config, target: ProjectionTarget, embedder: Embedder): Promise<Beside> {
  return target === 'graph' ? openGraphBeside(config) : openIndexBeside(config, embedder);
}

async function openGraphBeside(config: Config): Promise<Beside> {
  const server = neo4jOptions(config);
  if (server !== undefined) return neo4jBeside(server);
  const [made, live] = [join(config.home, 'graph.next.db'), fileOf(config, 'graph')];
  await removeSqlite(made);
  const store = openSqliteGraphStore(made);
  return besideFile({ target: 'graph', store }, store, made, () => replaceGraph(made, live));
}

async function openIndexBeside(config: Config, embedder: Embedder): Promise<Beside> {
  const server = elasticsearchOptions(config);
  const identity = indexIdentity(embedder, siteGrammar(config.tagPatterns));
  if (server !== undefined) {
    const { index, putInPlace, close } = await rebuildElasticsearchIndex(server, identity);
    return { destination: { target: 'search', store: index }, putInPlace: () => putInPlace().then(() => 'content'), close };
  }
  const [made, live] = [join(config.home, 'search.next.db'), fileOf(config, 'search')];
  await removeSqlite(made);
  const store = openSqliteSearchIndex(made, identity);
  return besideFile({ target: 'search', store }, store, made, () => replaceSearchIndex(made, live));
}

function besideFile(destination: Destination, file: { close(): void }, made: string, replace: () => Promise<Replaced>): Beside {
  return {
    destination,
    putInPlace() {
      file.close();
      return replace();
    },
    async close() {
      file.close();
      await removeSqlite(made);
    },
  };
}

async function neo4jBeside(server: Parameters<typeof removeNeo4jGraph>[0]): Promise<Beside> {
  const made = { ...server, store: `${server.store}.next` };
  await removeNeo4jGraph(made);
  const store = openNeo4jGraphStore(made);
  return {
    destination: { target: 'graph', store },
    putInPlace: () => replaceNeo4jGraph(server, made.store, server.store),
    async close() {
      await store.close();
      await removeNeo4jGraph(made);
    },
  };
}
