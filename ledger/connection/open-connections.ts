import { assertNever, type Clock } from '../../kernel/index.ts';
import { connectPostgres, type PostgresLedger } from './connect-postgres.ts';
import { connectSqlite } from './connect-sqlite.ts';
import type { Connections } from './connections.ts';

/** Where a ledger stands: in a file of its own (or in memory, path `:memory:`), or in a database of its own on a server. */
export type LedgerStore = { readonly kind: 'sqlite'; readonly path: string } | ({ readonly kind: 'postgres' } & PostgresLedger);

export interface LedgerOptions {
  readonly store: LedgerStore;
  readonly clock: Clock;
  /** Read what a writer has opened before; whatever would change it throws. */
  readonly readonly?: boolean;
}

export async function openConnections({ store, clock, readonly = false }: LedgerOptions): Promise<Connections> {
  switch (store.kind) {
    case 'sqlite':
      return connectSqlite(store.path, clock, readonly);
    case 'postgres':
      return connectPostgres(store, clock, readonly);
    default:
      return assertNever(store);
  }
}
