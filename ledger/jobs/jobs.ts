import { type SqlBool, sql } from 'kysely';
import { canonicalJson, type JobId, type Json, type Outcome, type TenantId } from '../../kernel/index.ts';
import { inVersions, type ReaderScope } from '../access/reader-scope.ts';
import type { Connections } from '../connection/connections.ts';
import type { JobTable } from '../connection/schema.ts';
import { ATTEMPTS_ALLOWED, enqueueJob } from '../queue/enqueue-job.ts';
import { appendJobEvent, type JobEvent, type JobHappening, readJobEvents } from '../queue/job-events.ts';
import { type JobProgress, type JobRow, type JobState, type Lease, readJob } from '../queue/job-rows.ts';
import { noteBurial } from './note-burial.ts';
import { cancelJob, type JobOrder, retryJob } from './steer-job.ts';
import { expiredLeases, runningLeases, takeBack } from './take-back.ts';

/** Work that survives a crash: a lease table, with fencing so that a worker that was thought dead cannot report on what another took over. */
export interface Jobs {
  /** The unfinished job of this kind and subject, made if there is none. */
  enqueue(job: { tenant: TenantId; kind: string; subject: string; payload: Json }): Promise<JobRow>;
  /** The oldest job that waits. One whose lease ran out waits again, its attempts as they were: see `takeBack`. */
  claim(worker: string, leaseMilliseconds: number): Promise<Lease | undefined>;
  /** Whether the lease is still this worker's. */
  isHeld(lease: Lease): Promise<boolean>;
  /** Prolongs the lease and tells the progress to whoever follows the job; false when the lease is lost: stop at once. */
  heartbeat(lease: Lease, leaseMilliseconds: number, progress?: JobProgress): Promise<boolean>;
  /** False when the lease is lost; then nothing changes. */
  finish(lease: Lease, ended?: { readonly outcome: Outcome; readonly reason?: string }): Promise<boolean>;
  /** Queues the job again after a pause, or buries it when its attempts are used up or it is not worth another. */
  fail(lease: Lease, reason: string, retryable: boolean): Promise<'queued' | 'dead' | 'lost'>;
  /** Queues the job again after some milliseconds, its attempts as they were: nothing is wrong with it. False when the lease is lost. */
  postpone(lease: Lease, reason: string, milliseconds: number): Promise<boolean>;
  /** Gives a job back as if it had not been claimed, when its worker stops on purpose; false when the lease is lost. */
  release(lease: Lease): Promise<boolean>;
  /** Takes the running jobs of workers that are gone back at once, as when their leases ran out; gives their number. */
  giveBack(isGone: (worker: string) => boolean): Promise<number>;
  /**
   * Ends a job that waits or runs and takes back all that was read of its version.
   * @throws FaultlineError `not-found`, `conflict` for a job that has ended.
   */
  cancel(order: JobOrder): Promise<JobRow>;
  /**
   * Queues a dead or cancelled job anew with all its attempts.
   * @throws FaultlineError `not-found`, `conflict`.
   */
  retry(order: JobOrder): Promise<JobRow>;
  /** What happened to a job after an event of that number; without one from the beginning of its last run. */
  events(id: JobId, after: number | undefined, limit: number): Promise<readonly JobEvent[]>;
  /** With a scope: undefined also for a job on what its reader may not read. */
  get(tenant: TenantId, id: JobId, scope?: ReaderScope): Promise<JobRow | undefined>;
  /** Newest first, those after a job of the list; with a scope only jobs on versions that its reader may read. */
  list(
    tenant: TenantId,
    filter: { states?: readonly JobState[]; subject?: string; after?: JobPlace; limit: number; scope?: ReaderScope },
  ): Promise<readonly JobRow[]>;
}

const FIRST_PAUSE_MILLISECONDS = 1_000;
const PAUSE_FACTOR = 4;

/** Place in the list of jobs. */
export interface JobPlace {
  readonly createdAt: number;
  readonly id: JobId;
}

export function makeJobs(connections: Connections): Jobs {
  const { clock, dialect, reader, write, writeBeside } = connections;

  async function settle(lease: Lease, change: Partial<JobTable>, happening: JobHappening): Promise<boolean> {
    return write(async (trx) => {
      const updated = await trx
        .updateTable('job')
        .set({ worker: null, lease_until: null, updated_at: clock.now(), ...change })
        .where('id', '=', lease.job.id)
        .where('fence', '=', lease.fence)
        .where('state', '=', 'running')
        .returning('id')
        .execute();
      if (updated.length === 0) return false;
      await appendJobEvent(trx, lease.job.id, happening, clock.now());
      if (happening.kind === 'dead') await noteBurial(trx, dialect, lease.job, happening.reason, clock.now());
      return true;
    });
  }

  return {
    enqueue: (job) => write((trx) => enqueueJob(trx, job, clock.now())),

    claim: (worker, leaseMilliseconds) =>
      write(async (trx) => {
        const now = clock.now();
        await takeBack(trx, dialect, await expiredLeases(trx, now), now);
        const next = await trx
          .selectFrom('job')
          .select(['id', 'fence'])
          // The state as a literal: with a parameter SQLite would not use the index.
          .where(sql<SqlBool>`state = 'queued' and not_before <= ${now}`)
          // Two workers on one subject would undo each other's work.
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('job as other')
                  .select('other.id')
                  .whereRef('other.subject', '=', 'job.subject')
                  .whereRef('other.tenant', '=', 'job.tenant')
                  .whereRef('other.id', '!=', 'job.id')
                  .where('other.state', '=', 'running')
                  .where('other.lease_until', '>', now),
              ),
            ),
          )
          .orderBy('created_at')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        if (next === undefined) return undefined;
        const taken = await trx
          .updateTable('job')
          .set((row) => ({
            state: 'running',
            worker,
            fence: row('fence', '+', 1),
            attempts: row('attempts', '+', 1),
            lease_until: now + leaseMilliseconds,
            updated_at: now,
          }))
          .where('id', '=', next.id)
          .where('fence', '=', next.fence)
          .returningAll()
          .executeTakeFirst();
        if (taken === undefined) return undefined;
        const job = readJob(taken);
        await appendJobEvent(trx, job.id, { kind: 'running', attempt: job.attempts }, now);
        return { job, fence: taken.fence };
      }),

    async isHeld({ job, fence }) {
      const row = await reader.selectFrom('job').select(['state', 'fence']).where('id', '=', job.id).executeTakeFirst();
      return row?.state === 'running' && row.fence === fence;
    },

    heartbeat: (lease, leaseMilliseconds, progress) =>
      // Its row guards it: a worker must not lose its lease because another commits for long.
      writeBeside('soon', async (trx) => {
        const now = clock.now();
        const updated = await trx
          .updateTable('job')
          .set({
            lease_until: now + leaseMilliseconds,
            updated_at: now,
            ...(progress === undefined ? {} : { progress_json: canonicalJson({ ...progress }) }),
          })
          .where('id', '=', lease.job.id)
          .where('fence', '=', lease.fence)
          .where('state', '=', 'running')
          .returning('id')
          .execute();
        if (updated.length > 0 && progress !== undefined) await appendJobEvent(trx, lease.job.id, { kind: 'progress', ...progress }, now);
        return updated.length > 0;
      }),

    finish: (lease, ended) => settle(lease, { state: 'done', reason: null }, { kind: 'done', ...ended }),

    async fail(lease, reason, retryable) {
      const again = retryable && lease.job.attempts < ATTEMPTS_ALLOWED;
      const pause = FIRST_PAUSE_MILLISECONDS * PAUSE_FACTOR ** (lease.job.attempts - 1);
      const held = again
        ? await settle(lease, { state: 'queued', reason, not_before: clock.now() + pause }, { kind: 'waiting', reason })
        : await settle(lease, { state: 'dead', reason }, { kind: 'dead', reason });
      return held ? (again ? 'queued' : 'dead') : 'lost';
    },

    postpone: (lease, reason, milliseconds) =>
      settle(
        lease,
        { state: 'queued', attempts: lease.job.attempts - 1, reason, not_before: clock.now() + milliseconds },
        { kind: 'waiting', reason },
      ),

    release: (lease) => settle(lease, { state: 'queued', attempts: lease.job.attempts - 1 }, { kind: 'waiting' }),

    giveBack: (isGone) =>
      write(async (trx) => {
        const lost = (await runningLeases(trx)).filter(({ worker }) => worker !== null && isGone(worker));
        await takeBack(trx, dialect, lost, clock.now());
        return lost.length;
      }),

    cancel: (order) => cancelJob(connections, order),
    retry: (order) => retryJob(connections, order),
    events: (id, after, limit) => readJobEvents(reader, id, after, limit),

    async get(tenant, id, scope) {
      let query = jobsOf(tenant).where('job.id', '=', id);
      if (scope?.isWhole === false) query = query.where(inVersions(dialect, scope, sql.ref('job.subject')));
      const row = await query.executeTakeFirst();
      return row === undefined ? undefined : readJob(row);
    },

    async list(tenant, { states, subject, after, limit, scope }) {
      let query = jobsOf(tenant);
      if (states !== undefined) query = query.where('job.state', 'in', states);
      if (subject !== undefined) query = query.where('job.subject', '=', subject);
      if (after !== undefined) {
        query = query.where((row) =>
          row.or([
            row('job.created_at', '<', after.createdAt),
            row.and([row('job.created_at', '=', after.createdAt), row('job.id', '>', after.id)]),
          ]),
        );
      }
      if (scope?.isWhole === false) query = query.where(inVersions(dialect, scope, sql.ref('job.subject')));
      const rows = await query.orderBy('job.created_at', 'desc').orderBy('job.id').limit(limit).execute();
      return rows.map(readJob);
    },
  };

  /** Jobs with the names of the documents they read, as far as these are still there. */
  function jobsOf(tenant: TenantId) {
    return reader
      .selectFrom('job')
      .leftJoin('version', 'version.id', 'job.subject')
      .leftJoin('document', 'document.id', 'version.document')
      .selectAll('job')
      .select(['document.id as document_id', 'document.uri', 'version.file_name'])
      .where('job.tenant', '=', tenant);
  }
}
