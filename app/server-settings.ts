import { z } from 'zod';
import { count } from './count-setting.ts';
import { address, endpointAddress } from './endpoint-settings.ts';

const authority = (server: string, address: string) =>
  z
    .string()
    .min(1)
    .optional()
    .describe(`File (PEM) of the authority that signed the certificate of ${server}, where it is no public one; ${address}`);

/** Settings of a site that keeps its data on servers; each store that has no address stands in the data folder. */
export const SERVER_SETTINGS = {
  ledgerUrl: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').describe(
    'PostgreSQL database of the ledger; without it a file of the data folder',
  ),
  ledgerCaFile: authority('PostgreSQL', 'connections are encrypted and the name of the server is checked'),
  graphUrl: address(
    ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'],
    'bolt://host:7687 (bolt+s:// with a certificate)',
  ).describe('Neo4j server of the graph; without it a file of the data folder'),
  graphCaFile: authority('Neo4j', 'the address has to begin with bolt+s:// or neo4j+s://'),
  graphUser: z.string().min(1).default('neo4j').describe('User at Neo4j'),
  graphPassword: z.string().default('').describe('Password at Neo4j'),
  searchUrl: endpointAddress('https://host:9200', 'FAULTLINE_SEARCH_USER').describe(
    'Elasticsearch server of the search index; without it a file of the data folder',
  ),
  searchCaFile: authority('Elasticsearch', 'the address has to begin with https://'),
  searchUser: z.string().default('').describe('User at Elasticsearch; empty where it asks for none'),
  searchPassword: z.string().default('').describe('Password at Elasticsearch'),
  storeName: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and -, at most 40, starting with a letter or digit')
    .default('faultline')
    .describe('Name of the graph and of the search index on their servers, where several sites share them'),
  storeMilliseconds: count('milliseconds', 3_000, 'Longest wait for Neo4j or Elasticsearch before a question is answered without'),
  works: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true')
    .describe('Whether `faultline serve` reads documents too; false leaves that to `faultline work`'),
};

/** Those that say where the stores are and how they are reached. */
export const STORE_SETTINGS = [
  'ledgerUrl',
  'ledgerCaFile',
  'graphUrl',
  'graphCaFile',
  'graphUser',
  'graphPassword',
  'searchUrl',
  'searchCaFile',
  'searchUser',
  'searchPassword',
  'storeName',
  'storeMilliseconds',
] as const satisfies readonly (keyof typeof SERVER_SETTINGS)[];

/** Never printed, never logged. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  'ledgerUrl',
  'graphPassword',
  'searchPassword',
  'embeddingKey',
  'chatKey',
  'oidcClientSecret',
]);

type ServerSettings = Readonly<z.infer<z.ZodObject<typeof SERVER_SETTINGS>>>;
/** What an authority would be named for and the address would not use: the site would take its connections to be checked. */
export function serverFaults({
  ledgerUrl,
  ledgerCaFile,
  graphUrl,
  graphCaFile,
  searchUrl,
  searchCaFile,
}: ServerSettings): readonly string[] {
  const faults: string[] = [];
  if (ledgerCaFile !== undefined) {
    const named = ledgerUrl === undefined ? [] : [...new URL(ledgerUrl).searchParams].filter(([name]) => name.startsWith('ssl'));
    if (ledgerUrl === undefined || named.some(([name, value]) => name !== 'sslmode' || value !== 'verify-full'))
      faults.push(
        'FAULTLINE_LEDGER_CA_FILE: goes with an address of PostgreSQL in FAULTLINE_LEDGER_URL that says sslmode=verify-full or nothing of ssl',
      );
  }
  if (graphCaFile !== undefined && !/^(bolt|neo4j)\+s:/.test(graphUrl ?? ''))
    faults.push('FAULTLINE_GRAPH_CA_FILE: goes with a FAULTLINE_GRAPH_URL that begins with bolt+s:// or neo4j+s://');
  if (searchCaFile !== undefined && !(searchUrl ?? '').startsWith('https:'))
    faults.push('FAULTLINE_SEARCH_CA_FILE: goes with a FAULTLINE_SEARCH_URL that begins with https://');
  return faults;
}
