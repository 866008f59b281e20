import { type Selectable, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson, FaultlineError, type JobId, type Json, makeJobId, type TenantId } from '../kernel/index.ts';
import type { Connections, Writing } from './connections.ts';
import { inVersions, type ReaderScope } from './reader-scope.ts';
import type { JobTable } from './schema.ts';
import { jobIdShape, jsonShape, readJson, readShape, tenantShape } from './stored-shapes.ts';

/** `dead`: gave up after its attempts, the reason kept. */
const JOB_STATES = ['queued', 'running', 'done', 'dead', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export interface JobRow {
  readonly id: JobId;
  readonly tenant: TenantId;
  readonly kind: string;
  /** What it works on, such as a version id: one unfinished job a kind and subject. */
  readonly subject: string;
  readonly payload: Json;
  readonly state: JobState;
  readonly attempts: number;
  readonly progress?: JobProgress;
  /** Why the last attempt failed. */
  readonly reason?: string;
  /** Milliseconds, UTC. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A job held by one worker until the lease runs out; the fence tells this holder from earlier and later ones. */
export interface Lease {
  readonly job: JobRow;
  readonly fence: number;
}

/** Work that survives a crash: a lease table, with fencing so that a worker that was thought dead cannot report on what another took over. */
export interface Jobs {
  /** The unfinished job of this kind and subject, made if there is none. */
  enqueue(job: { tenant: TenantId; kind: string; subject: string; payload: Json }): Promise<JobRow>;
  /** The oldest job that waits or whose lease ran out. */
  claim(worker: string, leaseMilliseconds: number): Promise<Lease | undefined>;
  /** Prolongs the lease; false when it is lost: stop at once. */
  heartbeat(lease: Lease, leaseMilliseconds: number, progress?: JobProgress): Promise<boolean>;
  /** False when the lease is lost; then nothing changes. */
  finish(lease: Lease): Promise<boolean>;
  /** Queues the job again after a pause, or buries it when its attempts are used up or it is not worth another. */
  fail(lease: Lease, reason: string, retryable: boolean): Promise<'queued' | 'dead' | 'lost'>;
  /** Gives a job back as if it had not been claimed, when its worker stops on purpose; false when the lease is lost. */
  release(lease: Lease): Promise<boolean>;
  cancel(tenant: TenantId, id: JobId): Promise<boolean>;
  /** Queues a dead or cancelled job anew with all its attempts. */
  retry(tenant: TenantId, id: JobId): Promise<boolean>;
  /** With a scope: undefined also for a job on what its reader may not read. */
  get(tenant: TenantId, id: JobId, scope?: ReaderScope): Promise<JobRow | undefined>;
  /** Newest first; with a scope only jobs on versions that its reader may read. */
  list(
    tenant: TenantId,
    filter: { states?: readonly JobState[]; subject?: string; limit: number; scope?: ReaderScope },
  ): Promise<readonly JobRow[]>;
}

const ATTEMPTS_ALLOWED = 4;
const FIRST_PAUSE_MILLISECONDS = 1_000;
const PAUSE_FACTOR = 4;
const LOST_WORKER = 'The worker stopped without a word, as often as is allowed.';

export function makeJobs(connections: Connections): Jobs {
  const { clock, dialect, reader, write } = connections;

  async function settle(lease: Lease, change: Partial<JobTable>): Promise<boolean> {
    return write(async (trx) => {
      const updated = await trx
        .updateTable('job')
        .set({ worker: null, lease_until: null, updated_at: clock.now(), ...change })
        .where('id', '=', lease.job.id)
        .where('fence', '=', lease.fence)
        .where('state', '=', 'running')
        .returning('id')
        .execute();
      return updated.length > 0;
    });
  }

  async function move(tenant: TenantId, id: JobId, from: readonly JobState[], change: Partial<JobTable>): Promise<boolean> {
    return write(async (trx) => {
      const updated = await trx
        .updateTable('job')
        .set((row) => ({ fence: row('fence', '+', 1), worker: null, lease_until: null, updated_at: clock.now(), ...change }))
        .where('id', '=', id)
        .where('tenant', '=', tenant)
        .where('state', 'in', from)
        .returning('id')
        .execute();
      return updated.length > 0;
    });
  }

  return {
    enqueue: (job) => write((trx) => enqueueJob(trx, job, clock.now())),

    claim: (worker, leaseMilliseconds) =>
      write(async (trx) => {
        const now = clock.now();
        await buryLost(trx, now);
        const next = await trx
          .selectFrom('job')
          .select(['id', 'fence'])
          // States as literals: with parameters SQLite would not use the index.
          .where(sql<SqlBool>`((state = 'queued' and not_before <= ${now}) or (state = 'running' and lease_until <= ${now}))`)
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
        return taken === undefined ? undefined : { job: readJob(taken), fence: taken.fence };
      }),

    heartbeat: (lease, leaseMilliseconds, progress) =>
      write(async (trx) => {
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
        return updated.length > 0;
      }),

    finish: (lease) => settle(lease, { state: 'done', reason: null }),

    async fail(lease, reason, retryable) {
      const again = retryable && lease.job.attempts < ATTEMPTS_ALLOWED;
      const pause = FIRST_PAUSE_MILLISECONDS * PAUSE_FACTOR ** (lease.job.attempts - 1);
      const held = again
        ? await settle(lease, { state: 'queued', reason, not_before: clock.now() + pause })
        : await settle(lease, { state: 'dead', reason });
      return held ? (again ? 'queued' : 'dead') : 'lost';
    },

    release: (lease) => settle(lease, { state: 'queued', attempts: lease.job.attempts - 1 }),

    cancel: (tenant, id) => move(tenant, id, ['queued', 'running'], { state: 'cancelled' }),
    retry: (tenant, id) => move(tenant, id, ['dead', 'cancelled'], { state: 'queued', attempts: 0, not_before: clock.now() }),

    async get(tenant, id, scope) {
      let query = reader.selectFrom('job').selectAll().where('id', '=', id).where('tenant', '=', tenant);
      if (scope?.isWhole === false) query = query.where(inVersions(dialect, scope, sql.ref('job.subject')));
      const row = await query.executeTakeFirst();
      return row === undefined ? undefined : readJob(row);
    },

    async list(tenant, filter) {
      let query = reader.selectFrom('job').selectAll().where('tenant', '=', tenant);
      if (filter.states !== undefined) query = query.where('state', 'in', filter.states);
      if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject);
      const { scope } = filter;
      if (scope?.isWhole === false) query = query.where(inVersions(dialect, scope, sql.ref('job.subject')));
      const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(filter.limit).execute();
      return rows.map(readJob);
    },
  };
}

/** Enqueues within the caller's transaction, so that work and the reason for it are committed together. */
export async function enqueueJob(
  trx: Writing,
  job: { readonly tenant: TenantId; readonly kind: string; readonly subject: string; readonly payload: Json },
  now: number,
): Promise<JobRow> {
  const earlier = await trx
    .selectFrom('job')
    .selectAll()
    .where('tenant', '=', job.tenant)
    .where('subject', '=', job.subject)
    .where('kind', '=', job.kind)
    .execute();
  const open = earlier.find((row) => row.state === 'queued' || row.state === 'running');
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
  return readJob(inserted);
}

/** A job that keeps killing its worker must not be handed out for ever. */
async function buryLost(trx: Writing, now: number): Promise<void> {
  await trx
    .updateTable('job')
    .set({ state: 'dead', reason: LOST_WORKER, worker: null, lease_until: null, updated_at: now })
    .where('state', '=', 'running')
    .where('lease_until', '<=', now)
    .whereRef('attempts', '>=', 'attempts_allowed')
    .execute();
}

const progressShape = z.object({ stage: z.string(), done: z.number(), total: z.number() });

function readJob(row: Selectable<JobTable>): JobRow {
  return {
    id: readShape(jobIdShape, row.id, 'job'),
    tenant: readShape(tenantShape, row.tenant, 'job'),
    kind: row.kind,
    subject: row.subject,
    payload: readJson(jsonShape, row.payload_json, 'job'),
    state: readShape(z.enum(JOB_STATES), row.state, 'job'),
    attempts: row.attempts,
    ...(row.progress_json === null ? {} : { progress: readJson(progressShape, row.progress_json, 'job') }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
