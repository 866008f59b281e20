import { recordAudit, SYSTEM_ACTOR } from '../audit/audit-event.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import type { JobRow } from '../queue/job-rows.ts';

/** The audit tells that a job was given up, in the commit that does so. */
export async function noteBurial(
  trx: Writing,
  dialect: LedgerDialect,
  { id, tenant }: Pick<JobRow, 'id' | 'tenant'>,
  reason: string,
  now: number,
): Promise<void> {
  await recordAudit(trx, dialect, { tenant, actor: SYSTEM_ACTOR, action: 'job-buried', subject: id, detail: { reason } }, now);
}
