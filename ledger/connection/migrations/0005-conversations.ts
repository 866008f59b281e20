import type { Kysely } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  conversation_turn: {
    columns: { tenant: 'text', actor: 'text', conversation: 'text', number: 'integer', at: 'integer', question: 'text' },
    key: ['tenant', 'actor', 'conversation', 'number'],
    clustered: true,
  },
};

export async function createConversationTables(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
}
