import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  account: {
    columns: {
      id: 'text',
      tenant: 'text',
      name: 'text',
      password_hash: 'text',
      role: 'text',
      labels_json: 'text',
      created_by: 'text',
      created_at: 'integer',
      password_at: 'integer',
      removed_at: 'integer?',
    },
    key: ['id'],
  },
  session: {
    columns: {
      hash: 'text',
      tenant: 'text',
      actor: 'text',
      account: 'text?',
      role: 'text?',
      labels_json: 'text?',
      created_at: 'integer',
      used_at: 'integer',
      expires_at: 'integer',
    },
    key: ['hash'],
    indexes: [['account']],
  },
};

/** People who sign in by a password, and the sessions of whoever is signed in. */
export async function createAccounts(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
}
