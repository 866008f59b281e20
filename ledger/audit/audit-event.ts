import { canonicalJson, type TenantId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { takeLock } from '../connection/take-lock.ts';
import { leafHash } from './merkle-tree.ts';

/** What can be asked or changed; the names are promised. */
export const AUDIT_ACTIONS = [
  'document-received',
  'document-deleted',
  'version-deleted',
  'document-purged',
  'version-settled',
  'version-digested',
  'labels-set',
  'job-cancelled',
  'job-retried',
  'job-buried',
  'decision-made',
  'decision-undone',
  'question-answered',
  'feedback-given',
  'feedback-withdrawn',
  'fault-diagnosed',
  'passages-searched',
  'graph-explored',
  'records-aggregated',
  'content-read',
  'knowledge-exported',
  'backup-made',
  'backup-restored',
  'stores-reconciled',
  'stores-reindexed',
  'stores-migrated',
  'audit-trimmed',
  'api-key-created',
  'api-key-revoked',
  'account-created',
  'account-changed',
  'account-removed',
  'password-set',
  'signed-in',
  'signed-out',
  'sign-in-refused',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Ids, hashes, counts and names of states; never document text, never a question's words, never secrets. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Who acts when the service does something of its own accord. */
export const SYSTEM_ACTOR = 'system';

/** Who did what to what. */
export interface AuditEvent {
  readonly tenant: TenantId;
  /** Who asked, or `SYSTEM_ACTOR`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Id of what it was done to: a version, a job, a decision; of a question its hash. */
  readonly subject: string;
  readonly detail: AuditDetail;
}

/** An event as it is kept. */
export interface StoredAuditEvent extends AuditEvent {
  /** From 1, in order of arrival. */
  readonly number: number;
  /** Milliseconds, UTC. */
  readonly at: number;
}

/**
 * Writes an event in the caller's transaction, so that a change and the word of it are committed together or not at all. Costs
 * one insert; the seal comes later. Numbers are without gaps in the order of commits, so other events wait for the end of the
 * transaction: it is best done last.
 */
export async function recordAudit(trx: Writing, dialect: LedgerDialect, event: AuditEvent, now: number): Promise<void> {
  await takeLock(trx, dialect, 'audit');
  const last = await trx.selectFrom('audit_event').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  const stored = { ...event, number: (last?.number ?? 0) + 1, at: now };
  const { number, at, tenant, actor, action, subject } = stored;
  const detail_json = canonicalJson(event.detail);
  await trx
    .insertInto('audit_event')
    .values({
      number,
      at,
      tenant,
      actor,
      action,
      subject,
      detail_json,
      hash: eventHash({ ...stored, detail_json }),
      seal: null,
      position: null,
    })
    .execute();
}

/** Leaf of an event: all that is kept of it, so that no part can be changed unseen. Hex. */
export function eventHash(row: {
  readonly number: number;
  readonly at: number;
  readonly tenant: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail_json: string;
}): string {
  const { number, at, tenant, actor, action, subject, detail_json } = row;
  return leafHash(canonicalJson([number, at, tenant, actor, action, subject, detail_json]));
}
