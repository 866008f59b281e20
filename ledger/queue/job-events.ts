import { z } from 'zod';
import { canonicalJson, FaultlineError, type JobId, OUTCOMES, type Outcome } from '../../kernel/index.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import { asJson, readJson } from '../rows/stored-shapes.ts';
import { type JobProgress, type JobState, progressShape } from './job-rows.ts';

/** What happens to a job. A run starts with `queued`; the last event of a run is `done`, `dead` or `cancelled`. */
export type JobHappening =
  | { readonly kind: 'queued' }
  | { readonly kind: 'running'; readonly attempt: number }
  | ({ readonly kind: 'progress' } & JobProgress)
  /** Given back or failed, and worth another attempt. */
  | { readonly kind: 'waiting'; readonly reason?: string }
  /** How reading ended, for a person too. */
  | { readonly kind: 'done'; readonly outcome?: Outcome; readonly reason?: string }
  | { readonly kind: 'dead'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string };

/** Numbered from 1 without gaps in the order in which it was committed; `at` in milliseconds, UTC. */
export type JobEvent = JobHappening & { readonly number: number; readonly at: number };

const happeningShape: z.ZodType<JobHappening> = z.union([
  z.object({ kind: z.literal('queued') }),
  z.object({ kind: z.literal('running'), attempt: z.number() }),
  z.object({ kind: z.literal('progress') }).and(progressShape),
  z.object({ kind: z.literal('waiting'), reason: z.exactOptional(z.string()) }),
  z.object({ kind: z.literal('done'), outcome: z.exactOptional(z.enum(OUTCOMES)), reason: z.exactOptional(z.string()) }),
  z.object({ kind: z.literal('dead'), reason: z.string() }),
  z.object({ kind: z.literal('cancelled'), reason: z.string() }),
]);

/** Writes an event in the transaction that makes it true. */
export async function appendJobEvent(trx: Writing, job: JobId, happening: JobHappening, now: number): Promise<void> {
  const last = await trx
    .selectFrom('job_event')
    .select('number')
    .where('job', '=', job)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = { job, number: (last?.number ?? 0) + 1, at: now, kind: happening.kind, content_json: canonicalJson(asJson(happening)) };
  await trx.insertInto('job_event').values(row).execute();
}

/** Events in order after a number; without one from the beginning of the last run. */
export async function readJobEvents(db: Reading, job: JobId, after: number | undefined, limit: number): Promise<readonly JobEvent[]> {
  const from = after ?? (await lastRun(db, job)) - 1;
  const rows = await db
    .selectFrom('job_event')
    .selectAll()
    .where('job', '=', job)
    .where('number', '>', from)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...readJson(happeningShape, row.content_json, 'job event'), number: row.number, at: row.at }));
}

/** Removes the events of all jobs on a subject that is going. */
export async function forgetJobEvents(trx: Writing, subject: string): Promise<void> {
  await trx
    .deleteFrom('job_event')
    .where('job', 'in', (query) => query.selectFrom('job').select('job.id').where('job.subject', '=', subject))
    .execute();
}

async function lastRun(db: Reading, job: JobId): Promise<number> {
  const row = await db
    .selectFrom('job_event')
    .select('number')
    .where('job', '=', job)
    .where('kind', '=', 'queued')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 1;
}

/** Nothing comes after it unless the job is retried. */
export function isFinal({ kind }: { readonly kind: JobHappening['kind'] }): boolean {
  return kind === 'done' || kind === 'dead' || kind === 'cancelled';
}

/** @throws FaultlineError `conflict` that says in which state the job is. */
export function wrongState(state: JobState, possible: string): FaultlineError {
  return new FaultlineError('conflict', `The job is ${state}; ${possible}.`);
}
