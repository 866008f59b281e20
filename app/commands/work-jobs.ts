import { setTimeout as pause } from 'node:timers/promises';
import { parseVersionId, toFaultlineError, type VersionId } from '../../kernel/index.ts';
import { INGEST_JOB, type JobProgress, type Lease } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { ingestVersion } from '../ingest-version.ts';
import { removeRetracted } from '../remove-retracted.ts';

const LEASE_MILLISECONDS = 60_000;
/** Three chances to prolong a lease, also while one step takes long. */
const HEARTBEAT_MILLISECONDS = LEASE_MILLISECONDS / 3;
const PAUSE_MILLISECONDS = 250;

export interface WorkProgress extends JobProgress {
  readonly versionId: VersionId;
  readonly fileName: string;
}

export interface WorkOptions {
  readonly onProgress?: (progress: WorkProgress) => void;
  /** Stay until no job of the tenant is left, also those that wait for another attempt or that another worker holds. */
  readonly untilSettled?: boolean;
  /** Names this worker in its leases. */
  readonly worker?: string;
}

/**
 * Works until no job waits: finishes removals that a crash left behind, then reads documents one after the other. A document
 * that cannot be read ends in its outcome; an error of ours is retried and at last buried with its reason.
 */
export async function workJobs(application: Application, options: WorkOptions, signal: AbortSignal): Promise<void> {
  await removeRetracted(application, signal);
  for (;;) {
    signal.throwIfAborted();
    const lease = await application.ledger.jobs.claim(options.worker ?? 'local', LEASE_MILLISECONDS);
    if (lease !== undefined) await work(application, lease, options, signal);
    else if (options.untilSettled !== true || !(await isWorkLeft(application))) return;
    else await pause(PAUSE_MILLISECONDS, undefined, { signal });
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
  const report = async (progress: JobProgress, version: { readonly id: VersionId; readonly fileName: string }): Promise<void> => {
    await prolong(progress);
    options.onProgress?.({ ...progress, versionId: version.id, fileName: version.fileName });
  };
  const version = parseVersionId(lease.job.subject);
  if (lease.job.kind !== INGEST_JOB || version === undefined) {
    await ledger.jobs.fail(lease, `This program knows no job "${lease.job.kind}" for "${lease.job.subject}".`, false);
    return;
  }
  const beat = setInterval(() => void prolong().catch((error) => lost.abort(error)), HEARTBEAT_MILLISECONDS);
  try {
    await ingestVersion(application, lease.job.tenant, version, report, both);
    await ledger.jobs.finish(lease);
  } catch (error) {
    if (signal.aborted) {
      await ledger.jobs.release(lease);
      throw error;
    }
    if (lost.signal.aborted) {
      logger.event('ingest', 'lease-lost', { version });
      return;
    }
    const known = toFaultlineError(error);
    logger.error('ingest', 'job-failed', error);
    const state = await ledger.jobs.fail(lease, known.message, known.retryable);
    if (state === 'dead') await ledger.documents.settle(version, 'failed', `Reading failed: ${known.message}`, undefined);
  } finally {
    clearInterval(beat);
  }
}
