import { type SqlBool, sql } from 'kysely';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { appendJobEvent } from '../queue/job-events.ts';
import { jobIdShape, readShape, tenantShape } from '../rows/stored-shapes.ts';
import { noteBurial } from './note-burial.ts';

/**
 * How often a job may lose its worker without a word. A document is read in a process of its own, whose deaths the worker sees and
 * tells as the outcome of the document; who loses a worker was beside it when a machine, a container or somebody ended it, which says
 * nothing of the document and must not count as one of its attempts. A document that ends the worker itself, by its memory say,
 * looks the same: so it is far more often than an attempt, and ever longer apart, but not for ever.
 */
const LOSSES_ALLOWED = 100;

/** So many times a job goes on at once: an update, a machine that starts anew, a few crashes. */
const LOSSES_AT_ONCE = 3;
const FIRST_PAUSE_MILLISECONDS = 1_000;
/** Other documents are read meanwhile, and the one that waits is tried some hundred times within a working day. */
const LONGEST_PAUSE_MILLISECONDS = 300_000;

/** A job that runs, as its row has it. */
interface RunningLease {
  readonly id: string;
  readonly tenant: string;
  readonly subject: string;
  readonly worker: string | null;
  readonly attempts: number;
  readonly losses: number;
}

export function runningLeases(trx: Writing): Promise<readonly RunningLease[]> {
  // The state as a literal: with a parameter SQLite would not use the index.
  return trx
    .selectFrom('job')
    .select(['id', 'tenant', 'subject', 'worker', 'attempts', 'losses'])
    .where(sql<SqlBool>`state = 'running'`)
    .orderBy('id')
    .execute();
}

export function expiredLeases(trx: Writing, now: number): Promise<readonly RunningLease[]> {
  return trx
    .selectFrom('job')
    .select(['id', 'tenant', 'subject', 'worker', 'attempts', 'losses'])
    .where(sql<SqlBool>`state = 'running' and lease_until <= ${now}`)
    .orderBy('id')
    .execute();
}

/**
 * Has jobs wait again that lost their workers, each with its attempts as they were and one loss more: at once, later after pauses that
 * grow. The version keeps what was read of it, so whoever works next goes on from there. One that lost its worker more often than is
 * allowed is dead, and its document failed, with that as the reason.
 */
export async function takeBack(trx: Writing, dialect: LedgerDialect, leases: readonly RunningLease[], now: number): Promise<void> {
  for (const { id, subject, attempts, ...row } of leases) {
    const job = readShape(jobIdShape, id, 'job');
    const losses = row.losses + 1;
    const isDead = losses > LOSSES_ALLOWED;
    const reason = isDead
      ? `Its worker was lost ${losses} times while it read this document: the process ended, or its machine did. Look for what ends it, such as too little memory, and retry the job.`
      : `Its worker was lost (${losses}): the process ended, or its machine did. Reading goes on where it was.`;
    const change = isDead
      ? { state: 'dead' }
      : { state: 'queued', attempts: Math.max(0, attempts - 1), not_before: now + pauseAfter(losses) };
    await trx
      .updateTable('job')
      .set({ worker: null, lease_until: null, losses, reason, updated_at: now, ...change })
      .where('id', '=', id)
      .execute();
    await appendJobEvent(trx, job, { kind: isDead ? 'dead' : 'waiting', reason }, now);
    if (!isDead) continue;
    await noteBurial(trx, dialect, { id: job, tenant: readShape(tenantShape, row.tenant, 'job') }, reason, now);
    await trx
      .updateTable('version')
      .set({ state: 'settled', outcome: 'failed', reason: `Reading failed: ${reason}` })
      .where('id', '=', subject)
      .where('state', '!=', 'retracting')
      .where('visible', '=', 0)
      .execute();
  }
}

function pauseAfter(losses: number): number {
  return losses <= LOSSES_AT_ONCE ? 0 : Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (losses - LOSSES_AT_ONCE - 1));
}
