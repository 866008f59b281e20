import { z } from 'zod';

/** A URL of one of some protocols; absent where none is given. */
export const address = (protocols: readonly string[], form: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be of the form ${form}`)
    .optional();

/** Settings of a site that keeps its data on servers; each store that has no address stands in the data folder. */
export const SERVER_SETTINGS = {
  ledgerUrl: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').describe(
    'PostgreSQL database of the ledger; without it a file of the data folder',
  ),
  graphUrl: address(
    ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'],
    'bolt://host:7687 (bolt+s:// with a certificate)',
  ).describe('Neo4j server of the graph; without it a file of the data folder'),
  graphUser: z.string().min(1).default('neo4j').describe('User at Neo4j'),
  graphPassword: z.string().default('').describe('Password at Neo4j'),
  searchUrl: address(['http:', 'https:'], 'https://host:9200')
    .refine((text) => text === undefined || new URL(text).username === '', 'must not hold a user name: give FAULTLINE_SEARCH_USER')
    .describe('Elasticsearch server of the search index; without it a file of the data folder'),
  searchUser: z.string().default('').describe('User at Elasticsearch; empty where it asks for none'),
  searchPassword: z.string().default('').describe('Password at Elasticsearch'),
  storeName: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and -, at most 40, starting with a letter or digit')
    .default('faultline')
    .describe('Name of the graph and of the search index on their servers, where several sites share them'),
  storeMilliseconds: z.coerce
    .number({ error: 'must be a whole number of milliseconds' })
    .int()
    .positive()
    .default(3_000)
    .describe('Longest wait for Neo4j or Elasticsearch before a question is answered without'),
  works: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true')
    .describe('Whether `faultline serve` reads documents too; false leaves that to `faultline work`'),
};

/** Those that say where the stores are and how they are reached. */
export const STORE_SETTINGS = [
  'ledgerUrl',
  'graphUrl',
  'graphUser',
  'graphPassword',
  'searchUrl',
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
