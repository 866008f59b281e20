import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  job_event: {
    columns: { job: 'text', number: 'integer', at: 'integer', kind: 'text', content_json: 'text' },
    key: ['job', 'number'],
    clustered: true,
  },
};

export async function createJobEvents(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
  // Pages of all jobs, newest first.
  await db.schema.createIndex('job_by_tenant_created').on('job').columns(['tenant', 'created_at']).execute();
}
