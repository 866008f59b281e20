import { canonicalJson, FaultlineError, type Json, makeJobId, type TenantId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { appendJobEvent } from './job-events.ts';
import { type JobRow, readJob } from './job-rows.ts';

export const ATTEMPTS_ALLOWED = 4;

/** Enqueues within the caller's transaction, so that work and the reason for it are committed together. */
export async function enqueueJob(
  trx: Writing,
  job: { readonly tenant: TenantId; readonly kind: string; readonly subject: string; readonly payload: Json },
  now: number,
  /** `behind-running`: a job that runs may be past what is now to be done, so only one that waits is taken for this one. */
  mode: 'one' | 'behind-running' = 'one',
): Promise<JobRow> {
  const earlier = await trx
    .selectFrom('job')
    .selectAll()
    .where('tenant', '=', job.tenant)
    .where('subject', '=', job.subject)
    .where('kind', '=', job.kind)
    .execute();
  const open = earlier.find((row) => row.state === 'queued' || (row.state === 'running' && mode === 'one'));
  if (open !== undefined) return readJob(open);
  const inserted = await trx
    .insertInto('job')
    .values({
      id: makeJobId([job.tenant, job.kind, job.subject, String(earlier.length)]),
      tenant: job.tenant,
      kind: job.kind,
      subject: job.subject,
      payload_json: canonicalJson(job.payload),
      state: 'queued',
      attempts: 0,
      attempts_allowed: ATTEMPTS_ALLOWED,
      losses: 0,
      fence: 0,
      worker: null,
      lease_until: null,
      not_before: now,
      progress_json: null,
      reason: null,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirst();
  if (inserted === undefined) throw new FaultlineError('storage-failed', 'A job could not be written.');
  const queued = readJob(inserted);
  await appendJobEvent(trx, queued.id, { kind: 'queued' }, now);
  return queued;
}
