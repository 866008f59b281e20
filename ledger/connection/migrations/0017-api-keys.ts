import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  api_key: {
    columns: {
      id: 'text',
      tenant: 'text',
      name: 'text',
      hash: 'text',
      role: 'text',
      labels_json: 'text',
      created_by: 'text',
      created_at: 'integer',
      expires_at: 'integer?',
      revoked_at: 'integer?',
      used_at: 'integer?',
    },
    key: ['id'],
    indexes: [['hash']],
  },
};

/** Keys by which programs and people are known to the service. */
export async function createApiKeys(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
}
