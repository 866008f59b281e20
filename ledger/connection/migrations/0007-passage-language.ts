import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

/** The language of a passage in a column of its own: it is asked for hundreds of passages a search. */
export async function addPassageLanguage(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await db.schema
    .alterTable('passage')
    .addColumn('language', dialect.types.text, (column) => column.notNull().defaultTo('none'))
    .execute();
  await sql`update passage set language = ${dialect.memberText(sql.ref('content_json'), 'language')}`.execute(db);
}
