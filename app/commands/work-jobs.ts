import { type LogFields, type Outcome, parseVersionId, toFaultlineError, type VersionId } from '../../kernel/index.ts';
import { INGEST_JOB, type JobProgress, type Lease, measureRate } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { ingestVersion } from '../ingest-version.ts';
import { openLanes } from '../lanes.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { project } from '../projection/projector.ts';
import { removeRetracted } from '../remove-retracted.ts';
import type { ReportProgress } from '../report-progress.ts';
import { tidyBytes } from '../sweep-bytes.ts';
import { traceReading } from '../telemetry/trace-reading.ts';

const LEASE_MILLISECONDS = 60_000;
/** How soon a job that was cancelled is noticed in the middle of a long step. */
const LOOK_MILLISECONDS = 1_000;
/** Three chances to prolong a lease, also while one step takes long. */
const LOOKS_A_HEARTBEAT = LEASE_MILLISECONDS / 3 / LOOK_MILLISECONDS;
const PAUSE_MILLISECONDS = 250;
/** How long a job waits for a server that is away. */
const AWAY_MILLISECONDS = 5_000;

export interface WorkProgress extends JobProgress {
  readonly versionId: VersionId;
  readonly fileName: string;
}

export interface WorkOptions {
  readonly onProgress?: (progress: WorkProgress) => void;
  /** Told of each version whose reading has ended, with what became of it. */
  readonly onEnded?: (versionId: VersionId, outcome: Outcome) => void;
  /** Stay until no job of the tenant is left, also those that wait for another attempt or that another worker holds. */
  readonly untilSettled?: boolean;
  /** Names this worker in its leases. */
  readonly worker?: string;
}

/**
 * Works until no job waits: finishes removals that a crash left behind, then reads documents one after the other, and another beside
 * one that takes long. A document that cannot be read ends in its outcome; an error of ours is retried and at last buried with its
 * reason. When the ledger fails, the jobs at hand are given back.
 */
export async function workJobs(application: Application, options: WorkOptions, signal: AbortSignal): Promise<void> {
  // Documents are read as far as that goes without a server that is away.
  await leaveToWorker(application, () => removeRetracted(application, signal));
  await tidyBytes(application);
  const lanes = openLanes(application.clock.now, signal);
  try {
    for (;;) {
      lanes.signal.throwIfAborted();
      const lease = lanes.isOpen() ? await claim(application, options, lanes.isIdle()) : undefined;
      if (lease !== undefined) lanes.begin(work(application, lease, options, lanes.signal));
      else if (!lanes.isIdle()) await lanes.pause(LOOK_MILLISECONDS);
      else if (options.untilSettled === true && (await isWorkLeft(application))) await lanes.pause(PAUSE_MILLISECONDS);
      else return;
    }
  } finally {
    await lanes.close();
  }
}

/** A ledger that refuses for a moment, as while it is copied, does not end what is under way: it is asked again. */
async function claim({ ledger }: Application, { worker = 'local' }: WorkOptions, isIdle: boolean): Promise<Lease | undefined> {
  try {
    return await ledger.jobs.claim(worker, LEASE_MILLISECONDS);
  } catch (error) {
    if (isIdle) throw error;
    return undefined;
  }
}

/** Jobs that wait for their next attempt, or that another worker holds (or held, until its lease runs out). */
async function isWorkLeft({ ledger, config }: Application): Promise<boolean> {
  const left = await ledger.jobs.list(config.tenant, { states: ['queued', 'running'], limit: 1 });
  return left.length > 0;
}

async function work(application: Application, lease: Lease, options: WorkOptions, signal: AbortSignal): Promise<void> {
  const { ledger, logger } = application;
  const lost = new AbortController();
  const both = AbortSignal.any([signal, lost.signal]);
  const prolong = async (progress?: JobProgress): Promise<void> => {
    if (!(await ledger.jobs.heartbeat(lease, LEASE_MILLISECONDS, progress))) lost.abort(new Error('the lease of this job was lost'));
  };
  const measured = measureRate(application.clock.now);
  const traced = traceReading(application, requestOf(lease));
  const report: ReportProgress = async (step, version) => {
    traced.lap(step.stage);
    const progress = measured(step);
    await prolong(progress);
    // A job that was cancelled ends here, at the end of a chunk.
    both.throwIfAborted();
    options.onProgress?.({ ...progress, versionId: version.id, fileName: version.fileName });
  };
  const version = parseVersionId(lease.job.subject);
  if (lease.job.kind !== INGEST_JOB || version === undefined) {
    await ledger.jobs.fail(lease, `This program knows no job "${lease.job.kind}" for "${lease.job.subject}".`, false);
    return;
  }
  logger.event('ingest', 'job-started', { job: lease.job.id, version, attempt: lease.job.attempts, ...requestOf(lease) });
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    if (looks % LOOKS_A_HEARTBEAT === 0) return prolong();
    if (!(await ledger.jobs.isHeld(lease))) lost.abort(new Error('the lease of this job was lost'));
  };
  const beat = setInterval(() => void look().catch((error) => lost.abort(error)), LOOK_MILLISECONDS);
  try {
    const ended = await ingestVersion(application, lease.job.tenant, version, report, both);
    await ledger.jobs.finish(lease, ended);
    if (ended !== undefined) options.onEnded?.(version, ended.outcome);
    traced.end(ended?.outcome ?? 'gone');
    logger.event('ingest', 'job-finished', { job: lease.job.id, version, ...requestOf(lease) });
  } catch (error) {
    if (signal.aborted) {
      await ledger.jobs.release(lease);
      throw error;
    }
    if (lost.signal.aborted || !(await ledger.jobs.isHeld(lease))) {
      logger.event('ingest', 'lease-lost', { version });
      // What was projected of a job that was cancelled goes again.
      await project(application, signal);
      return;
    }
    const known = toFaultlineError(error);
    traced.end(known.code, true);
    logger.error('ingest', 'job-failed', error, { job: lease.job.id, version, ...requestOf(lease) });
    if (known.code === 'store-unavailable' || known.code === 'storage-full') {
      // What was read stays; the job goes on where it is when the server or the disk is there again, however long that takes.
      await ledger.jobs.postpone(lease, known.message, AWAY_MILLISECONDS);
      return;
    }
    const state = await ledger.jobs.fail(lease, known.message, known.retryable);
    if (state !== 'dead') return;
    await bury(application, version, known.message);
    options.onEnded?.(version, 'failed');
  } finally {
    clearInterval(beat);
  }
}

/** A version that readers are shown stays so: only what was read of it again is given up. */
async function bury({ ledger }: Application, version: VersionId, message: string): Promise<void> {
  const isKept = await ledger.stages.breakOff(version, `Reading this document again failed: ${message} What was read before is shown.`);
  if (!isKept) await ledger.documents.settle(version, 'failed', `Reading failed: ${message}`, undefined);
}

/** The request that brought the document, as `acceptDocument` kept it with the job. */
function requestOf({ job: { payload } }: Lease): LogFields {
  const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return isObject && 'requestId' in payload && typeof payload.requestId === 'string' ? { requestId: payload.requestId } : {};
}
