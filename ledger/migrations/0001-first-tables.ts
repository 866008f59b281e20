import { type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  label_set: { columns: { id: 'text', tenant: 'text', labels_json: 'text' }, key: ['id'], indexes: [['tenant']] },
  document: {
    columns: { id: 'text', tenant: 'text', uri: 'text', family: 'text', label_set: 'text', site: 'text', translation_of: 'text?' },
    key: ['id'],
    indexes: [['tenant', 'family']],
  },
  version: {
    columns: {
      id: 'text',
      tenant: 'text',
      document: 'text',
      label_set: 'text',
      sequence: 'integer',
      sha256: 'text',
      bytes: 'integer',
      file_name: 'text',
      format: 'text?',
      title: 'text',
      document_number: 'text?',
      revision: 'text?',
      effective: 'integer?',
      authority: 'text',
      language: 'text',
      pages: 'integer?',
      state: 'text',
      visible: 'integer',
      outcome: 'text?',
      reason: 'text?',
      report_json: 'text?',
      claims_json: 'text',
      passages: 'integer',
      tokens: 'integer',
      records: 'integer',
    },
    key: ['id'],
    indexes: [['document', 'sequence'], ['tenant', 'visible', 'label_set', 'id', 'effective', 'passages', 'tokens', 'records'], ['sha256']],
  },
  stage_chunk: {
    columns: { version: 'text', stage: 'text', ordinal: 'integer', tool: 'text', input_hash: 'text', carry_json: 'text' },
    key: ['version', 'stage', 'ordinal'],
    clustered: true,
  },
  passage: {
    columns: {
      id: 'text',
      version: 'text',
      ord: 'integer',
      kind: 'text',
      text: 'text',
      content_json: 'text',
      runs: 'bytes?',
      scope_json: 'text',
      tokens_json: 'text',
      has_record: 'integer',
    },
    key: ['id'],
    indexes: [['version', 'ord']],
  },
  excluded_run: {
    columns: { version: 'text', chunk: 'integer', position: 'integer', reason: 'text', content_json: 'text' },
    key: ['version', 'chunk', 'position'],
    clustered: true,
  },
  record: {
    columns: {
      version: 'text',
      ordinal: 'integer',
      kind: 'text',
      passage: 'text',
      anchor_json: 'text',
      fault: 'text?',
      columns: 'packedJson',
      coded: 'packedJson?',
    },
    key: ['version', 'ordinal'],
    indexes: [['passage']],
  },
  version_term: { columns: { version: 'text', term: 'text', frequency: 'integer' }, key: ['version', 'term'], clustered: true },
  term_stat: { columns: { label_set: 'text', term: 'text', frequency: 'integer' }, key: ['term', 'label_set'], clustered: true },
  key: {
    columns: { id: 'text', tenant: 'text', type: 'text', class: 'text', site: 'text', folded: 'text' },
    key: ['id'],
    indexes: [
      ['tenant', 'folded'],
      ['tenant', 'type', 'folded'],
    ],
  },
  key_use: {
    columns: { key: 'text', version: 'text', n: 'integer', text: 'text', language: 'text' },
    key: ['key', 'version'],
    clustered: true,
    indexes: [['version']],
  },
  key_link: {
    columns: { a: 'text', b: 'text', class: 'text', version: 'text', n: 'integer' },
    key: ['a', 'b', 'class', 'version'],
    clustered: true,
    indexes: [['b'], ['version']],
  },
  component: { columns: { key: 'text', entity: 'text' }, key: ['key'], clustered: true, indexes: [['entity']] },
  fact: {
    columns: {
      id: 'text',
      tenant: 'text',
      subject: 'text',
      predicate: 'text',
      object_key: 'text?',
      content_json: 'text',
      supports: 'integer',
    },
    key: ['id'],
    indexes: [
      ['subject', 'predicate'],
      ['object_key', 'predicate'],
    ],
  },
  support: {
    columns: { fact: 'text', version: 'text', kind: 'text', n: 'integer', status: 'text', confidence: 'real' },
    key: ['fact', 'version'],
    clustered: true,
    indexes: [['version', 'fact']],
  },
  evidence: {
    columns: {
      fact: 'text',
      version: 'text',
      passage: 'text',
      span_start: 'integer',
      span_end: 'integer',
      extractor: 'text',
      content_json: 'text',
    },
    key: ['version', 'fact', 'passage', 'span_start', 'span_end', 'extractor'],
    clustered: true,
  },
  quarantine: {
    columns: { version: 'text', chunk: 'integer', position: 'integer', reason: 'text', content_json: 'text' },
    key: ['version', 'chunk', 'position'],
    clustered: true,
  },
  unit: { columns: { kind: 'text', id: 'text', generation: 'integer' }, key: ['kind', 'id'], clustered: true },
  outbox: {
    columns: { target: 'text', kind: 'text', id: 'text', generation: 'integer', pending: 'integer', raised_at: 'integer' },
    key: ['target', 'kind', 'id'],
    clustered: true,
  },
  job: {
    columns: {
      id: 'text',
      tenant: 'text',
      kind: 'text',
      subject: 'text',
      payload_json: 'text',
      state: 'text',
      attempts: 'integer',
      attempts_allowed: 'integer',
      fence: 'integer',
      worker: 'text?',
      lease_until: 'integer?',
      not_before: 'integer',
      progress_json: 'text?',
      reason: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['id'],
    indexes: [
      ['state', 'created_at'],
      ['tenant', 'subject'],
    ],
  },
  decision: {
    columns: { number: 'integer', tenant: 'text', kind: 'text', a: 'text', b: 'text', actor: 'text', at: 'integer' },
    key: ['number'],
    indexes: [['a'], ['b']],
  },
};

export async function createFirstTables(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  await createTables(db, dialect, TABLES);
  // Pending rows are asked for all the time and are few among the delivered ones.
  await sql`create index outbox_pending on outbox (target, raised_at, kind, id) where pending = 1`.execute(db);
}
