import { Kysely, type Transaction } from 'kysely';
import { type Clock, FaultlineError } from '../kernel/index.ts';
import { openSqlite } from '../storage/index.ts';
import { type LedgerDialect, sqliteDialect, sqliteLedgerDialect } from './dialect.ts';
import { migrate } from './migrations/migrate.ts';
import type { LedgerSchema } from './schema.ts';

/** Reads may run on either handle; writes take a `Writing`, so that a query cannot slip out of its transaction. */
export type Reading = Kysely<LedgerSchema>;
export type Writing = Transaction<LedgerSchema>;

/** How repositories reach the database: one writer behind a mutex, and readers that never wait for it. */
export interface Connections {
  readonly dialect: LedgerDialect;
  readonly clock: Clock;
  readonly reader: Reading;
  /** One transaction, committed when `work` ends and undone when it throws. Nothing but database work belongs inside. */
  write<Out>(work: (trx: Writing) => Promise<Out>): Promise<Out>;
  /**
   * The same, but on the disk only with a later `write`: for what a job does again when the power failed in between. A crash of
   * the process loses nothing, and what is lost is always the end.
   */
  writeSoon<Out>(work: (trx: Writing) => Promise<Out>): Promise<Out>;
  close(): Promise<void>;
}

interface ConnectionOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly readonly?: boolean;
}

/** `:memory:` has one connection for both, as its data cannot be shared. */
export async function openConnections({ path, clock, readonly = false }: ConnectionOptions): Promise<Connections> {
  if (readonly) return openReader(path, clock);
  const writer = new Kysely<LedgerSchema>({ dialect: sqliteDialect(openSqlite(path)) });
  await migrate(writer as unknown as Kysely<unknown>, sqliteLedgerDialect);
  const reader = path === ':memory:' ? writer : new Kysely<LedgerSchema>({ dialect: sqliteDialect(openSqlite(path, { readonly: true })) });
  return {
    dialect: sqliteLedgerDialect,
    clock,
    reader,
    write: (work) => writer.transaction().execute(work),
    writeSoon: (work) =>
      writer.connection().execute(async (connection) => {
        await sqliteLedgerDialect.commitSoon(true).execute(connection);
        try {
          return await connection.transaction().execute(work);
        } finally {
          await sqliteLedgerDialect.commitSoon(false).execute(connection);
        }
      }),
    async close() {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    },
  };
}

function openReader(path: string, clock: Clock): Connections {
  const refuse = () => Promise.reject(new FaultlineError('internal', 'This connection to the ledger only reads.'));
  const reader = new Kysely<LedgerSchema>({ dialect: sqliteDialect(openSqlite(path, { readonly: true })) });
  return {
    dialect: sqliteLedgerDialect,
    clock,
    reader,
    write: refuse,
    writeSoon: refuse,
    close: () => reader.destroy(),
  };
}
