import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type PostgresQueryResult,
} from 'kysely';
import { FaultlineError } from '../../../kernel/index.ts';
import { connectPostgres, type PostgresClient, type PostgresPool, postgresFault } from '../../../storage/index.ts';
import { fromPackedJson, fromStoredText, toStoredText } from './postgres-text.ts';

/** Numbers of types in PostgreSQL's own catalogue. */
const TYPES = { int8: 20, text: 25, numeric: 1700, jsonb: 3802 } as const;

/** How values of the ledger come back: counts and sums as numbers, texts and packed JSON as they were given. */
export const POSTGRES_VALUES: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [TYPES.int8, safeInteger],
  [TYPES.numeric, Number],
  [TYPES.text, fromStoredText],
  [TYPES.jsonb, fromPackedJson],
]);

/** A parameter as PostgreSQL takes it. */
export function toStoredValue(value: unknown): unknown {
  if (typeof value === 'string') return toStoredText(value);
  return Array.isArray(value) ? value.map(toStoredValue) : value;
}

/**
 * A Kysely dialect over a pool, which stays open when it is destroyed. `begin` begins each transaction, in one round trip, and
 * takes what it holds until its end; it may say in a column `is_free` that the transaction is not allowed now.
 */
export function postgresDialect(pool: PostgresPool, begin: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PooledDriver(pool, begin),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PooledDriver extends PostgresDriver {
  readonly #begin: string;

  constructor(pool: PostgresPool, begin: string) {
    super({ pool: { connect: async () => guarded(await connectPostgres(pool)), end: async () => undefined } });
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const { rows } = await connection.executeQuery<{ is_free?: boolean }>(CompiledQuery.raw(this.#begin));
    if (rows[0]?.is_free !== false) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
    throw new FaultlineError('busy', 'The ledger is being moved to another place and takes no changes meanwhile; try again.');
  }

  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // The server undoes what a lost connection left open; what the transaction failed of is the error to be told.
      if (!isLost(error)) throw error;
    }
  }
}

/** Gives a connection that was lost back to be dropped, and tells errors in our own words. */
function guarded(client: PostgresClient): PostgresPoolClient {
  let isBroken = false;
  return {
    async query<Row>(text: unknown, parameters?: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
      try {
        const results: unknown = await client.query(String(text), parameters?.map(toStoredValue));
        // Of several statements sent at once the last one counts.
        return (Array.isArray(results) ? results.at(-1) : results) as PostgresQueryResult<Row>;
      } catch (error) {
        const fault = postgresFault(error);
        isBroken ||= isLost(fault);
        throw fault;
      }
    },
    release: () => client.release(isBroken),
  } as PostgresPoolClient;
}

function isLost(error: unknown): boolean {
  return error instanceof FaultlineError && error.code === 'store-unavailable';
}

function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new FaultlineError('storage-failed', 'The ledger holds a number that is out of range.');
  return number;
}
