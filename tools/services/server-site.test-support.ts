import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { removeNeo4jGraph } from '../../graph/index.ts';
import type { TestServers } from './test-servers.ts';

/** Settings of a site whose stores are all on servers, by the names that the configuration has for them. */
export interface ServerSite {
  readonly ledgerUrl: string;
  readonly graphUrl: string;
  readonly graphUser: string;
  readonly graphPassword: string;
  readonly searchUrl: string;
  readonly storeName: string;
  /** Long, since tests share the machine with others. */
  readonly storeMilliseconds: number;
}

/** An empty site on real servers, with a database and stores of its own, all gone when the work has ended. */
export async function withServerSite<Out>(
  { postgres, neo4j, elasticsearch }: TestServers,
  work: (site: ServerSite) => Promise<Out>,
): Promise<Out> {
  const storeName = `test-${randomUUID().slice(0, 13)}`;
  const database = `faultline_${storeName.replaceAll('-', '_')}`;
  await onServer(postgres.url, `create database "${database}"`);
  try {
    return await work({
      ledgerUrl: Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href,
      graphUrl: neo4j.uri,
      graphUser: neo4j.username,
      graphPassword: neo4j.password,
      searchUrl: elasticsearch.url,
      storeName,
      storeMilliseconds: 20_000,
    });
  } finally {
    await onServer(postgres.url, `drop database "${database}" with (force)`);
    await removeNeo4jGraph({ ...neo4j, store: storeName });
    const held: unknown = await (await fetch(`${elasticsearch.url}/_alias/${storeName}*`)).json();
    for (const index of Object.keys(held as object)) await fetch(`${elasticsearch.url}/${index}`, { method: 'DELETE' });
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
