import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  turn: { columns: { name: 'text', fence: 'integer', held_until: 'integer' }, key: ['name'] },
};

export async function createTurns(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
}
