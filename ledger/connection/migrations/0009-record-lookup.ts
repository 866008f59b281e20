import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** Rows are mostly asked for by their equipment or alarm; without an index every row of every log is looked into for each figure. */
export async function indexRecordLookup(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  for (const [name, key] of Object.entries(dialect.indexedKeys)) {
    if (key === undefined) continue;
    await sql`create index ${sql.ref(`record_by_${name.replace('-', '_')}`)} on record (kind, (${dialect.indexed(key)}), version)`.execute(
      db,
    );
  }
}
