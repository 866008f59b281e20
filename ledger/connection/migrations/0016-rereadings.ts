import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  rereading: { columns: { version: 'text', from_stage: 'text?' }, key: ['version'] },
  rereading_chunk: {
    columns: {
      version: 'text',
      stage: 'text',
      ordinal: 'integer',
      tool: 'text',
      input_hash: 'text',
      carry_json: 'text',
      first_ord: 'integer?',
      last_ord: 'integer?',
      content: 'bytes',
      content_hash: 'text',
    },
    key: ['version', 'stage', 'ordinal'],
  },
};

/** What is read again of a version stands here, apart from what readers are shown of it. */
export async function createRereadings(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
}
