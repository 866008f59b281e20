import { Kysely } from 'kysely';
import { openSqlite } from '../../storage/index.ts';
import { sqliteDialect, sqliteLedgerDialect } from '../dialect.ts';
import { migrationsOf } from './migrate.ts';

/** Where a ledger's schema and this release part; both empty: they are one. Changes nothing. */
export interface SchemaComparison {
  /** Migrations that the file has not seen yet. */
  readonly missing: readonly string[];
  /** Migrations of a newer release. */
  readonly unknown: readonly string[];
}

/** @throws FaultlineError `storage-failed` when the file cannot be read. */
export async function compareSchema(path: string): Promise<SchemaComparison> {
  const db = new Kysely<{ kysely_migration: { name: string } }>({ dialect: sqliteDialect(openSqlite(path, { readonly: true })) });
  try {
    const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    const known = Object.keys(migrationsOf(sqliteLedgerDialect)).sort();
    return { missing: known.filter((name) => !applied.has(name)), unknown: [...applied].filter((name) => !known.includes(name)) };
  } finally {
    await db.destroy();
  }
}
