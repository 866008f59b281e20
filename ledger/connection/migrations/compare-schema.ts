import type { Connections } from '../connections.ts';
import { type LedgerStore, openConnections } from '../open-connections.ts';
import { migrationsOf } from './migrate.ts';

/** Where a ledger's schema and this release part; both empty: they are one. Changes nothing. */
export interface SchemaComparison {
  /** Migrations that the ledger has not seen yet. */
  readonly missing: readonly string[];
  /** Migrations of a newer release. */
  readonly unknown: readonly string[];
}

/** @throws FaultlineError `storage-failed` when the ledger cannot be read; of PostgreSQL also `store-unavailable`, `invalid-configuration`. */
export async function compareSchema(store: LedgerStore): Promise<SchemaComparison> {
  const connections = await openConnections({ store, clock: { now: () => 0 }, readonly: true });
  try {
    const applied = await appliedMigrations(connections);
    const known = Object.keys(migrationsOf(connections.dialect)).sort();
    return { missing: known.filter((name) => !applied.has(name)), unknown: [...applied].filter((name) => !known.includes(name)) };
  } finally {
    await connections.close();
  }
}

async function appliedMigrations({ reader }: Connections): Promise<ReadonlySet<string>> {
  const rows = await reader
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return new Set(rows.map(({ name }) => name));
}
