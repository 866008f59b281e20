import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  feedback: {
    columns: {
      id: 'text',
      tenant: 'text',
      actor: 'text',
      at: 'integer',
      verdict: 'text',
      remark: 'text',
      question: 'text',
      question_hash: 'text',
      understood: 'text?',
      as_of: 'integer?',
      digest: 'text',
      decision: 'text',
    },
    key: ['id'],
    indexes: [['tenant', 'at']],
  },
  feedback_source: {
    columns: { feedback: 'text', passage: 'text', version: 'text', document: 'text', label_set: 'text' },
    key: ['feedback', 'passage'],
  },
};

/** What people say of answers, and what reviewers decide on it. */
export async function addFeedback(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
  await db.schema.alterTable('decision').addColumn('feedback', dialect.types.text).execute();
  // An answer that something is said of is looked up among all that ever were given.
  await sql`create index audit_event_by_subject on audit_event (subject)`.execute(db);
}
