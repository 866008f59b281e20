import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** What a version is about. Versions that were read before have no such names until they are read again. */
export async function addScopeNames(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await db.schema
    .alterTable('version')
    .addColumn('scope_names_json', dialect.types.text, (column) => column.notNull().defaultTo('[]'))
    .execute();
  await sql`create index version_by_title on version (${dialect.indexed(sql.ref('title'))})`.execute(db);
}
