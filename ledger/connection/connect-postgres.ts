import { Kysely, sql } from 'kysely';
import { type Clock, FaultlineError } from '../../kernel/index.ts';
import { isUndone, openPostgres, type PostgresPool, postgresFault, queryPostgres } from '../../storage/index.ts';
import type { Connections, Writing } from './connections.ts';
import { POSTGRES_VALUES, postgresDialect, toStoredValue } from './dialect/postgres-dialect.ts';
import { MIGRATION_LOCK, postgresLedgerDialect, TAKE_LOCKS } from './dialect/postgres-ledger-dialect.ts';
import { migrate } from './migrations/migrate.ts';
import type { LedgerSchema } from './schema.ts';

/** Connections of one process; a read holds one for a statement, a write for its transaction. */
const CONNECTIONS = { reading: 8, writing: 5 } as const;
const STATEMENT_MILLISECONDS = { reading: 60_000, writing: 600_000 } as const;
/** Longest wait for another process's commit. */
const LOCK_MILLISECONDS = 120_000;
/** Times that a transaction is done again which PostgreSQL undid for the sake of another. */
const REPEATS = 5;
const FIRST_PAUSE_MILLISECONDS = 20;

/** Each statement sees what was committed before it began: so one that comes after the lock sees all that its holders wrote. */
const BEGIN = 'begin isolation level read committed';
const BEGIN_ONE_STATE = 'begin isolation level repeatable read, read only';
/** It waits for other databases, which the server must not take for a process that stopped. */
const BEGIN_ALONE = `${BEGIN}; set local idle_in_transaction_session_timeout = 0; ${TAKE_LOCKS.alone}`;

export interface PostgresLedger {
  readonly url: string;
  /** PEM of the authority that signed the server's certificate, where it is not a public one. */
  readonly certificateAuthority?: string;
  /** Connections of this process at a time, each ≥ 1. */
  readonly connections?: { readonly reading: number; readonly writing: number };
}

/**
 * A pool of connections that only read, and one that writes. Knowledge is changed by one transaction at a time over all processes,
 * which the database's own lock sees to.
 * @throws FaultlineError `store-unavailable`, `invalid-configuration`, `storage-failed`.
 */
export async function connectPostgres(
  { url, certificateAuthority, connections = CONNECTIONS }: PostgresLedger,
  clock: Clock,
  readonly: boolean,
): Promise<Connections> {
  const pool = (kind: 'reading' | 'writing') =>
    openPostgres({
      url,
      ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
      name: `faultline ${kind}`,
      connections: connections[kind],
      readonly: kind === 'reading',
      statementMilliseconds: STATEMENT_MILLISECONDS[kind],
      lockMilliseconds: LOCK_MILLISECONDS,
      values: POSTGRES_VALUES,
    });
  const reads = await pool('reading');
  const reader = new Kysely<LedgerSchema>({ dialect: postgresDialect(reads, BEGIN) });
  const oneState = new Kysely<LedgerSchema>({ dialect: postgresDialect(reads, BEGIN_ONE_STATE) });
  const read: Pick<Connections, 'dialect' | 'clock' | 'reader' | 'readOneState' | 'query'> = {
    dialect: postgresLedgerDialect,
    clock,
    reader,
    readOneState: (work) => oneState.transaction().execute(work),
    query(statement, signal) {
      const { sql: text, parameters } = statement.compile(reader);
      return queryPostgres(reads, { text, values: parameters.map(toStoredValue) }, signal);
    },
  };
  if (readonly) {
    await refuseWithout(reader, reads);
    const refuse = () => Promise.reject(new FaultlineError('internal', 'This connection to the ledger only reads.'));
    return { ...read, write: refuse, writeSoon: refuse, writeBeside: refuse, writeAlone: refuse, close: () => closePool(reads) };
  }
  const writes = await pool('writing');
  const close = async () => {
    await Promise.all([closePool(reads), closePool(writes)]);
  };
  const beginning = (begin: string) => new Kysely<LedgerSchema>({ dialect: postgresDialect(writes, begin) });
  const beside = beginning(`${BEGIN}; ${TAKE_LOCKS.beside}`);
  const inTurn = beginning(`${BEGIN}; ${TAKE_LOCKS.inTurn}`);
  const alone = beginning(BEGIN_ALONE);
  try {
    await prepare(beside);
  } catch (error) {
    await close();
    throw error;
  }
  // Every commit is on the server's disk when it returns: what a kill of the server lost, projections may have been told already.
  const write: Connections['write'] = (work) => repeated(() => inTurn.transaction().execute(work));
  return {
    ...read,
    write,
    writeSoon: write,
    writeBeside: (_, work: (trx: Writing) => Promise<never>) => repeated(() => beside.transaction().execute(work)),
    writeAlone: (work) => alone.transaction().execute(work),
    close,
  };
}

/** What only reads makes nothing. @throws FaultlineError `storage-failed` for a database without a ledger. */
async function refuseWithout(reader: Kysely<LedgerSchema>, pool: PostgresPool): Promise<void> {
  try {
    const { rows } = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(reader);
    if (typeof rows[0]?.found === 'string') return;
    throw new FaultlineError('storage-failed', 'This database of PostgreSQL holds no ledger; a service that starts on it makes one.');
  } catch (error) {
    await closePool(pool);
    throw error;
  }
}

/** Brings the database to this release's schema, one process at a time. */
async function prepare(db: Kysely<LedgerSchema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(connection);
    if (rows[0]?.encoding !== 'UTF8')
      throw new FaultlineError('invalid-configuration', 'The database of the ledger must be created with the encoding UTF8.');
    const [take, leave] = ['lock', 'unlock'].map((what) => sql.raw(`select pg_advisory_${what}(${MIGRATION_LOCK})`));
    await take?.execute(connection);
    try {
      await migrate(connection as unknown as Kysely<unknown>, postgresLedgerDialect);
    } finally {
      await leave?.execute(connection);
    }
  });
}

/** Does a transaction again that the server undid because of another one, a bounded number of times with growing pauses. */
async function repeated<Out>(transaction: () => Promise<Out>): Promise<Out> {
  for (let repeat = 0; ; repeat++) {
    try {
      return await transaction();
    } catch (error) {
      if (!isUndone(error) || repeat === REPEATS) throw postgresFault(error);
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MILLISECONDS * 2 ** repeat));
    }
  }
}

async function closePool(pool: PostgresPool): Promise<void> {
  await pool.end();
}
