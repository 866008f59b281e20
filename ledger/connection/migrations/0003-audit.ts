import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  audit_event: {
    columns: {
      number: 'integer',
      at: 'integer',
      tenant: 'text',
      actor: 'text',
      action: 'text',
      subject: 'text',
      detail_json: 'text',
      hash: 'text',
      seal: 'integer?',
      position: 'integer?',
    },
    key: ['number'],
    indexes: [['tenant', 'at']],
  },
  audit_seal: {
    columns: { number: 'integer', at: 'integer', events: 'integer', root: 'text', previous: 'text', hash: 'text' },
    key: ['number'],
  },
};

export async function createAuditTables(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
  await sql`create unique index audit_event_sealed on audit_event (seal, position) where seal is not null`.execute(db);
  // Few events wait for their seal at any time, among all that ever were.
  await sql`create index audit_event_unsealed on audit_event (number) where seal is null`.execute(db);
}
