import { randomUUID } from 'node:crypto';
import { removeNeo4jGraph } from '../../graph/index.ts';
import { removeElasticsearchIndex } from '../../retrieval/index.ts';
import { createPostgresDatabase, dropPostgresDatabase } from '../../storage/index.ts';
import type { ConfigArguments } from '../config.ts';

/** Three servers on which sites may be made: what `tools/services` prints of those that it started. */
export interface SiteServers {
  readonly postgres: { readonly url: string };
  readonly neo4j: { readonly uri: string; readonly username: string; readonly password: string };
  readonly elasticsearch: { readonly url: string };
}

/** The settings that name the stores of such a site. */
export type SiteSettings = Readonly<
  Required<Record<'ledgerUrl' | 'graphUrl' | 'graphUser' | 'graphPassword' | 'searchUrl' | 'storeName', string>>
> &
  ConfigArguments;

/**
 * An empty site on real servers for tests and trials: a database and stores of its own, all gone when the work has ended.
 * @throws FaultlineError whatever the servers give; whatever the work throws.
 */
export async function withEmptySite<Out>(
  { postgres, neo4j, elasticsearch }: SiteServers,
  work: (settings: SiteSettings) => Promise<Out>,
): Promise<Out> {
  const storeName = `trial-${randomUUID().slice(0, 13)}`;
  const database = `faultline_${storeName.replaceAll('-', '_')}`;
  await createPostgresDatabase(postgres.url, database);
  try {
    return await work({
      ledgerUrl: Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href,
      graphUrl: neo4j.uri,
      graphUser: neo4j.username,
      graphPassword: neo4j.password,
      searchUrl: elasticsearch.url,
      storeName,
    });
  } finally {
    await dropPostgresDatabase(postgres.url, database);
    await removeNeo4jGraph({ ...neo4j, store: storeName });
    await removeElasticsearchIndex({ url: elasticsearch.url, prefix: storeName });
  }
}
