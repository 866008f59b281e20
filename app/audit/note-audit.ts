import type { Caller } from '../../kernel/index.ts';
import type { AuditAction, AuditDetail } from '../../ledger/index.ts';
import type { AuditSink } from './audit-queue.ts';

/** Tells the audit trail that a caller asked something: ids, hashes, counts and names of states, never a text. */
export function noteAudit(
  { audit }: { readonly audit: Pick<AuditSink, 'note'> },
  { tenant, actor, asOf }: Caller,
  action: AuditAction,
  subject: string,
  detail: AuditDetail,
): void {
  audit.note({ tenant, actor, action, subject, detail: asOf === undefined ? detail : { ...detail, asOf } });
}
