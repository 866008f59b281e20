import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** How often a job lost its worker, apart from its attempts. */
export async function countJobLosses(db: Kysely<unknown>, { types }: LedgerDialect): Promise<void> {
  await db.schema
    .alterTable('job')
    .addColumn('losses', types.integer, (column) => column.notNull().defaultTo(sql.lit(0)))
    .execute();
}
