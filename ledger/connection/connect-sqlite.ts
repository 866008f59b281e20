import { Kysely, type RawBuilder, sql } from 'kysely';
import { type Clock, FaultlineError } from '../../kernel/index.ts';
import { openSqlite } from '../../storage/index.ts';
import type { Connections, Reading } from './connections.ts';
import { sqliteDialect } from './dialect/sqlite-dialect.ts';
import { sqliteLedgerDialect } from './dialect/sqlite-ledger-dialect.ts';
import { migrate } from './migrations/migrate.ts';
import type { LedgerSchema } from './schema.ts';

const BREATHING = { breathing: true };
const COMMIT_SOON = sql`pragma synchronous = normal`;
const BEGIN_READING = sql`begin`;
const END_READING = sql`rollback`;
const COMMIT_NOW = sql`pragma synchronous = full`;

/** One writer behind a mutex, and a reader. `:memory:` has one connection for both, as its data cannot be shared. */
export async function connectSqlite(path: string, clock: Clock, readonly: boolean): Promise<Connections> {
  if (readonly) return connectReader(path, clock);
  const writer = new Kysely<LedgerSchema>({ dialect: sqliteDialect(openSqlite(path)) });
  await migrate(writer as unknown as Kysely<unknown>, sqliteLedgerDialect);
  const readFile = path === ':memory:' ? undefined : openSqlite(path, { readonly: true });
  const reader = readFile === undefined ? writer : new Kysely<LedgerSchema>({ dialect: sqliteDialect(readFile, BREATHING) });
  const write: Connections['write'] = (work) => writer.transaction().execute(work);
  const writeSoon: Connections['writeSoon'] = (work) =>
    writer.connection().execute(async (connection) => {
      await COMMIT_SOON.execute(connection);
      try {
        return await connection.transaction().execute(work);
      } finally {
        await COMMIT_NOW.execute(connection);
      }
    });
  return {
    dialect: sqliteLedgerDialect,
    clock,
    reader,
    write,
    writeSoon,
    writeBeside: (when, work) => (when === 'now' ? write(work) : writeSoon(work)),
    writeAlone: write,
    readOneState: oneStateOf(reader),
    query: queryOn(reader),
    async close() {
      if (reader !== writer) await reader.destroy();
      // Kysely leaves a connection open that was never used, and only the last one to close moves the log into the file.
      readFile?.close();
      await writer.destroy();
    },
  };
}

function connectReader(path: string, clock: Clock): Connections {
  const refuse = () => Promise.reject(new FaultlineError('internal', 'This connection to the ledger only reads.'));
  const reader = new Kysely<LedgerSchema>({ dialect: sqliteDialect(openSqlite(path, { readonly: true }), BREATHING) });
  return {
    dialect: sqliteLedgerDialect,
    clock,
    reader,
    write: refuse,
    writeSoon: refuse,
    writeBeside: refuse,
    writeAlone: refuse,
    readOneState: oneStateOf(reader),
    query: queryOn(reader),
    close: () => reader.destroy(),
  };
}

/** A transaction of SQLite reads what was committed before its first statement. */
function oneStateOf(reader: Reading): Connections['readOneState'] {
  return (work) =>
    reader.connection().execute(async (connection) => {
      await BEGIN_READING.execute(connection);
      try {
        return await work(connection);
      } finally {
        await END_READING.execute(connection);
      }
    });
}

/** A statement of SQLite runs to its end; before each one the thread looks round (`breathe`) and the signal is heard. */
function queryOn(reader: Reading): Connections['query'] {
  return async <Row extends object>(statement: RawBuilder<Row>, signal: AbortSignal) => {
    signal.throwIfAborted();
    return (await statement.execute(reader)).rows;
  };
}
