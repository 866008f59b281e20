import { FaultlineError, type JobId, parseVersionId, type TenantId, type VersionId } from '../../kernel/index.ts';
import { recordAudit } from '../audit/audit-event.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { beginRemoval, clearAll } from '../documents/removal.ts';
import { isReread, isShown, keepShown } from '../documents/rereading.ts';
import { countNoMore, describedBy } from '../documents/settle-document.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { appendJobEvent, wrongState } from '../queue/job-events.ts';
import { type JobRow, readJob } from '../queue/job-rows.ts';
import { claimsShape, readJson } from '../rows/stored-shapes.ts';

/** Who tells a job what to do. */
export interface JobOrder {
  readonly tenant: TenantId;
  readonly job: JobId;
  readonly actor: string;
}

const CANCELLED = 'Reading was cancelled; retry the job to read the document from its kept bytes, or delete the document.';

const CANCELLED_AGAIN = 'Reading this document again was cancelled; what was read before is shown. Retry the job to read it again.';

/**
 * Ends a job that waits or runs, in one commit: its worker loses the lease, and the document is listed with its reason. All that
 * was read of the version is then taken back batch by batch, so that it is known by nothing else; after a crash whoever works next
 * goes on with that. Its bytes stay for a retry. A version that readers are shown stays as it is.
 * @throws FaultlineError `not-found`, `conflict` for a job that has ended.
 */
export async function cancelJob(connections: Connections, { tenant, job, actor }: JobOrder): Promise<JobRow> {
  const { clock, dialect, write } = connections;
  const { cancelled: row, version: read } = await write(async (trx) => {
    const now = clock.now();
    const found = await findJob(trx, tenant, job);
    const version = parseVersionId(found.subject);
    if (found.state !== 'queued' && found.state !== 'running')
      throw wrongState(found.state, 'only one that waits or runs can be cancelled');
    const isKept = version !== undefined && (await isShown(trx, version));
    if (isKept && found.state === 'running' && !(await isReread(trx, version)))
      throw wrongState(found.state, 'its document can be read already: delete that instead');
    const cancelled = await move(trx, job, { state: 'cancelled', reason: CANCELLED, progress_json: null }, now);
    if (isKept) await keepShown(trx, version, CANCELLED_AGAIN);
    else if (version !== undefined) await forgetReading(trx, version);
    await appendJobEvent(trx, job, { kind: 'cancelled', reason: CANCELLED }, now);
    await recordAudit(trx, dialect, { tenant, actor, action: 'job-cancelled', subject: job, detail: { version } }, now);
    return { cancelled, version };

    async function forgetReading(inside: Writing, id: VersionId): Promise<void> {
      const row = await inside.selectFrom('version').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined || row.state === 'retracting') return;
      await beginRemoval(inside, id, 'survey', now);
      await inside
        .updateTable('version')
        .set({
          ...describedBy(readJson(claimsShape, row.claims_json, 'version'), row.file_name, undefined),
          format: null,
          state: 'cancelled',
          outcome: null,
          reason: CANCELLED,
          report_json: null,
        })
        .where('id', '=', id)
        .execute();
      await countNoMore(inside, id, now);
      await raiseVersion(inside, id, now, PROJECTION_TARGETS);
    }
  });
  if (read !== undefined) await clearAll(connections, read);
  return row;
}

/**
 * Queues a dead or cancelled job anew with all its attempts, and its version with it.
 * @throws FaultlineError `not-found`, `conflict` for a job that waits, runs or is done, or whose document is gone.
 */
export async function retryJob({ clock, dialect, write }: Connections, { tenant, job, actor }: JobOrder): Promise<JobRow> {
  return write(async (trx) => {
    const now = clock.now();
    const found = await findJob(trx, tenant, job);
    if (found.state !== 'dead' && found.state !== 'cancelled')
      throw wrongState(found.state, 'only one that is dead or cancelled can be retried');
    const version = parseVersionId(found.subject);
    if (version !== undefined) {
      const waiting = await trx
        .updateTable('version')
        .set({ state: 'received', outcome: null, reason: null, report_json: null })
        .where('id', '=', version)
        .where('state', '!=', 'retracting')
        // What readers are shown stays as it is until it has been read again.
        .where('visible', '=', 0)
        .returning('id')
        .execute();
      if (waiting.length === 0 && !(await isShown(trx, version)))
        throw new FaultlineError('conflict', 'The document of this job is gone; send it again.');
    }
    const queued = await move(
      trx,
      job,
      { state: 'queued', attempts: 0, losses: 0, not_before: now, reason: null, progress_json: null },
      now,
    );
    await appendJobEvent(trx, job, { kind: 'queued' }, now);
    await recordAudit(trx, dialect, { tenant, actor, action: 'job-retried', subject: job, detail: { version } }, now);
    return queued;
  });
}

async function findJob(trx: Writing, tenant: TenantId, id: JobId): Promise<JobRow> {
  const row = await trx.selectFrom('job').selectAll().where('id', '=', id).where('tenant', '=', tenant).executeTakeFirst();
  if (row === undefined) throw new FaultlineError('not-found', 'There is no such job.');
  return readJob(row);
}

/** Raises the fence, so that a worker that holds the job cannot report on it any more. */
async function move(
  trx: Writing,
  id: JobId,
  change: { state: string; reason: string | null; progress_json: null; attempts?: number; losses?: number; not_before?: number },
  now: number,
): Promise<JobRow> {
  const row = await trx
    .updateTable('job')
    .set((column) => ({ fence: column('fence', '+', 1), worker: null, lease_until: null, updated_at: now, ...change }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return readJob(row);
}
