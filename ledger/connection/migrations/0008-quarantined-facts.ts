import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** Which fact waits in quarantine, so that a decision finds it. What is there already stays without, and cannot be decided on. */
export async function nameQuarantinedFacts(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await db.schema.alterTable('quarantine').addColumn('fact', dialect.types.text).execute();
  await db.schema.createIndex('quarantine_by_fact').on('quarantine').column('fact').execute();
}
