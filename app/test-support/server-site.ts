import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { removeNeo4jGraph } from '../../graph/index.ts';
import type { TestServers } from '../../tools/services/test-servers.ts';
import { type Config, loadConfig } from '../config.ts';
import { neo4jOptions } from '../stores/store-locations.ts';
import { withFolder } from './workspace.ts';

/** Settings of an empty site on real servers, with a database and a store of its own, all gone when the work has ended. */
export async function withServerSite<Out>(
  { postgres, neo4j, elasticsearch }: TestServers,
  work: (config: Config) => Promise<Out>,
): Promise<Out> {
  const storeName = `test-${randomUUID().slice(0, 13)}`;
  const database = `faultline_${storeName.replaceAll('-', '_')}`;
  await onServer(postgres.url, `create database "${database}"`);
  return withFolder(async (folder) => {
    const config = loadConfig(
      {
        home: join(folder, 'home'),
        logLevel: 'silent',
        ledgerUrl: Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href,
        graphUrl: neo4j.uri,
        graphUser: neo4j.username,
        graphPassword: neo4j.password,
        searchUrl: elasticsearch.url,
        storeName,
        storeMilliseconds: 20_000,
      },
      {},
    );
    try {
      return await work(config);
    } finally {
      await onServer(postgres.url, `drop database "${database}" with (force)`);
      const graph = neo4jOptions(config);
      if (graph !== undefined) await removeNeo4jGraph(graph);
      const held: unknown = await (await fetch(`${elasticsearch.url}/_alias/${storeName}*`)).json();
      for (const index of Object.keys(held as object)) await fetch(`${elasticsearch.url}/${index}`, { method: 'DELETE' });
    }
  });
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
