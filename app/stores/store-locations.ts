import { join } from 'node:path';
import type { Neo4jOptions } from '../../graph/index.ts';
import type { LedgerStore } from '../../ledger/index.ts';
import type { ElasticsearchOptions } from '../../retrieval/index.ts';
import type { Config } from '../config.ts';
import { readAuthority } from './read-authority.ts';

/** The stores that a data folder has files of, by the names of the files. */
const STORES = ['ledger', 'graph', 'search'] as const;
export type StoreName = (typeof STORES)[number];

export function fileOf(config: Pick<Config, 'home'>, store: StoreName): string {
  return join(config.home, `${store}.db`);
}

/** Whether a store of this site is a file of its data folder. */
export function isFile(config: Config, store: StoreName): boolean {
  return config[`${store}Url`] === undefined;
}

/** Where a store is, for people: a file, or a server with the name there; never a password. */
export function placeOf(config: Config, store: StoreName): string {
  const url = config[`${store}Url`];
  if (url === undefined) return fileOf(config, store);
  const { protocol, host, pathname } = new URL(url);
  return store === 'ledger' ? `${protocol}//${host}${pathname}` : `${protocol}//${host} (${config.storeName})`;
}

/** Stores that two configurations of one site have in different places. */
export function changedStores(one: Config, other: Config): readonly StoreName[] {
  return STORES.filter((store) => placeOf(one, store) !== placeOf(other, store));
}

/** Connections of one thread to PostgreSQL; a process has a thread that writes and `readers` that read, so a server's hundred are soon gone. */
const CONNECTIONS = { reading: 4, writing: 3 } as const;

/** @throws FaultlineError `invalid-configuration` for an authority that cannot be read. */
export function ledgerStore(config: Config): LedgerStore {
  const { ledgerUrl, ledgerCaFile } = config;
  if (ledgerUrl === undefined) return { kind: 'sqlite', path: fileOf(config, 'ledger') };
  const authority = readAuthority(ledgerCaFile, 'FAULTLINE_LEDGER_CA_FILE');
  return {
    kind: 'postgres',
    url: ledgerUrl,
    ...(authority === undefined ? {} : { certificateAuthority: authority }),
    connections: CONNECTIONS,
  };
}

/** Undefined where the graph is a file. @throws FaultlineError `invalid-configuration` for an authority that cannot be read. */
export function neo4jOptions({ graphUrl, graphCaFile, graphUser, graphPassword, storeName }: Config): Neo4jOptions | undefined {
  if (graphUrl === undefined) return undefined;
  const isGiven = readAuthority(graphCaFile, 'FAULTLINE_GRAPH_CA_FILE') !== undefined;
  const authority = isGiven && graphCaFile !== undefined ? { certificateAuthorityFile: graphCaFile } : {};
  return { uri: graphUrl, ...authority, username: graphUser, password: graphPassword, store: storeName };
}

/** Undefined where the search index is a file. @throws as `neo4jOptions`. */
export function elasticsearchOptions({
  searchUrl,
  searchCaFile,
  searchUser,
  searchPassword,
  storeName,
}: Config): ElasticsearchOptions | undefined {
  if (searchUrl === undefined) return undefined;
  const auth = searchUser === '' ? {} : { auth: { username: searchUser, password: searchPassword } };
  const authority = readAuthority(searchCaFile, 'FAULTLINE_SEARCH_CA_FILE');
  return { url: searchUrl, ...(authority === undefined ? {} : { certificateAuthority: authority }), prefix: storeName, ...auth };
}
