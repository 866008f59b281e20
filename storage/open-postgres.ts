import type { Pool, PoolClient, PoolConfig } from 'pg';
import { FaultlineError } from '../kernel/index.ts';
import { postgresFault } from './postgres-fault.ts';

/** Connections to one PostgreSQL database that come and go as they are needed. */
export type PostgresPool = Pool;
export type PostgresClient = PoolClient;

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** PEM of the authority that signed the server's certificate, where it is not a public one: then nothing goes there unencrypted. */
  readonly certificateAuthority?: string;
  /** What the server calls these connections in its lists. */
  readonly name: string;
  /** Open at a time, ≥ 1. */
  readonly connections: number;
  /** Transactions that only read: the server refuses whatever would change something. */
  readonly readonly?: boolean;
  /** Longest run of a statement. */
  readonly statementMilliseconds: number;
  /** Longest wait for what another transaction holds. */
  readonly lockMilliseconds: number;
  /** How values come back from their text, by the number of their type; others as the driver reads them. */
  readonly values: ReadonlyMap<number, (text: string) => unknown>;
}

/** Longest wait for a connection, a free one of the pool included. */
const CONNECT_MILLISECONDS = 10_000;
/** A server that hangs does not end its statements itself: this long after it should have, they are given up here. */
const HANG_MILLISECONDS = 10_000;
/** A process that stops amid a transaction holds up all others: the server undoes it after this. */
const IDLE_IN_TRANSACTION_MILLISECONDS = 60_000;

/**
 * A pool over a PostgreSQL database. Connects when it is first used, so a server that is away shows then.
 * @throws FaultlineError `invalid-configuration` for a URL that is none.
 */
export async function openPostgres(options: PostgresOptions): Promise<PostgresPool> {
  if (!/^postgres(ql)?:$/.test(protocolOf(options.url)))
    throw new FaultlineError(
      'invalid-configuration',
      'The address of PostgreSQL must be of the form postgres://user:password@host:port/database.',
    );
  const { Pool, types } = await import('pg');
  const config: PoolConfig = {
    ...encryption(options),
    application_name: options.name,
    max: options.connections,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
    statement_timeout: options.statementMilliseconds,
    query_timeout: options.statementMilliseconds + HANG_MILLISECONDS,
    lock_timeout: options.lockMilliseconds,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLISECONDS,
    options: `-c default_transaction_read_only=${options.readonly === true ? 'on' : 'off'}`,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        options.values.get(oid) ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  };
  const pool = new Pool(config);
  // A connection that is lost while nobody uses it is dropped and made anew; lost amid a statement, the statement says so. Without
  // listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * A connection for one piece of work, to be given back by its `release`.
 * @throws FaultlineError `store-unavailable`, `invalid-configuration`.
 */
export async function connectPostgres(pool: PostgresPool): Promise<PostgresClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw postgresFault(error);
  }
}

/** `sslmode` of the address would put what it says in the place of the authority. */
function encryption({ url, certificateAuthority }: PostgresOptions): Pick<PoolConfig, 'connectionString' | 'ssl'> {
  if (certificateAuthority === undefined) return { connectionString: url };
  const plain = new URL(url);
  plain.searchParams.delete('sslmode');
  return { connectionString: plain.href, ssl: { ca: certificateAuthority } };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
