import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { TestServers } from '../../../tools/services/test-servers.ts';
import { type Neo4jOptions, openNeo4jGraphStore, removeNeo4jGraph } from '../../index.ts';
import { connectNeo4j, type Run } from './connect-neo4j.ts';

/** Options of a store that no other test has. */
export function newStore(server: TestServers['neo4j']): Neo4jOptions {
  return { ...server, store: `test-${randomUUID()}` };
}

/** Opens a new store for a piece of work, and removes it. */
export async function withNewStore(
  server: TestServers['neo4j'],
  work: (store: ReturnType<typeof openNeo4jGraphStore>, options: Neo4jOptions) => Promise<void>,
): Promise<void> {
  const options = newStore(server);
  const store = openNeo4jGraphStore(options);
  try {
    await work(store, options);
  } finally {
    await store.close();
    await removeNeo4jGraph(options);
  }
}

/** Runs one statement past the port, as a person in Neo4j's own browser would. */
export async function runByHand(options: Neo4jOptions, ...[cypher, parameters = {}]: [string, Parameters<Run>[1]?]) {
  const connection = connectNeo4j(options);
  try {
    return await connection.write((run) => run(cypher, parameters));
  } finally {
    await connection.close();
  }
}

/** The one value of a seed. */
export function sampleOne<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed });
  return value as T;
}
