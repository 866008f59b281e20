import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** What people say of diagnoses too; what was said before is of answers. */
export async function addDiagnosisFeedback(db: Kysely<unknown>, { types }: LedgerDialect): Promise<void> {
  await db.schema
    .alterTable('feedback')
    .addColumn('about', types.text, (column) => column.notNull().defaultTo(sql.lit('answer')))
    .execute();
  await db.schema.alterTable('feedback').addColumn('observations_json', types.text).execute();
}
