import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { tablesOf } from '../../../kernel/index.ts';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import type { LedgerSchema } from '../schema.ts';
import { createTables, type TableShape } from './create-tables.ts';

const VERSIONS_A_PAGE = 500;

const TABLES: Readonly<Record<string, TableShape>> = {
  surveyed_table: {
    columns: { version: 'text', sheet: 'text', form: 'text?', headers_json: 'text' },
    key: ['version', 'sheet'],
    indexes: [['form']],
  },
  sent_column: { columns: { version: 'text', actor: 'text', columns_json: 'text' }, key: ['version'] },
};

/** As reports were stored when this was written. */
const REPORT = z.looseObject({ columns: z.array(z.looseObject({ header: z.string(), sheet: z.string().optional() })).optional() });

/** Which tables stand in each version and which form they follow; what is said of columns may hold for a form. */
export async function addForms(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
  await db.schema.alterTable('decision').addColumn('document', dialect.types.text).execute();
  await db.schema.alterTable('decision').addColumn('form', dialect.types.text).execute();
  await sql`create index decision_by_document on decision (document)`.execute(db);
  await sql`create index decision_by_form on decision (form)`.execute(db);
  const ledger = db as Kysely<LedgerSchema>;
  for (let after = ''; ; ) {
    const versions = await ledger
      .selectFrom('version')
      .select(['id', 'report_json'])
      .where('id', '>', after)
      .where('records', '>', 0)
      .where('report_json', 'is not', null)
      .orderBy('id')
      .limit(VERSIONS_A_PAGE)
      .execute();
    for (const { id, report_json } of versions) {
      const { columns = [] } = REPORT.parse(JSON.parse(report_json ?? '{}'));
      const read = columns.map(({ header, sheet }) => ({ header, ...(sheet === undefined ? {} : { sheet }) }));
      for (const table of tablesOf(read)) {
        // Which form it follows is noted by a later migration.
        await ledger
          .insertInto('surveyed_table')
          .values({ version: id, sheet: table.sheet, form: null, headers_json: JSON.stringify(table.headers) })
          .execute();
      }
    }
    const last = versions.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
