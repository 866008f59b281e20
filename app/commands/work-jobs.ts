import { parseVersionId, toFaultlineError, type VersionId } from '../../kernel/index.ts';
import { INGEST_JOB, type JobProgress, type Lease } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { ingestVersion } from '../ingest-version.ts';
import { removeRetracted } from '../remove-retracted.ts';

const LEASE_MILLISECONDS = 60_000;

export interface WorkProgress extends JobProgress {
  readonly versionId: VersionId;
  readonly fileName: string;
}

export interface WorkOptions {
  readonly onProgress?: (progress: WorkProgress) => void;
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
    if (lease === undefined) return;
    await work(application, lease, options, signal);
  }
}

async function work(application: Application, lease: Lease, options: WorkOptions, signal: AbortSignal): Promise<void> {
  const { ledger, logger } = application;
  const lost = new AbortController();
  const both = AbortSignal.any([signal, lost.signal]);
  const report = async (progress: JobProgress, version: { readonly id: VersionId; readonly fileName: string }): Promise<void> => {
    if (!(await ledger.jobs.heartbeat(lease, LEASE_MILLISECONDS, progress))) lost.abort(new Error('the lease of this job was lost'));
    options.onProgress?.({ ...progress, versionId: version.id, fileName: version.fileName });
  };
  const version = parseVersionId(lease.job.subject);
  if (lease.job.kind !== INGEST_JOB || version === undefined) {
    await ledger.jobs.fail(lease, `This program knows no job "${lease.job.kind}" for "${lease.job.subject}".`, false);
    return;
  }
  try {
    await ingestVersion(application, version, report, both);
    await ledger.jobs.finish(lease);
  } catch (error) {
    if (signal.aborted || lost.signal.aborted) throw error;
    const known = toFaultlineError(error);
    logger.error('ingest', 'job-failed', error);
    const state = await ledger.jobs.fail(lease, known.message, known.code === 'internal' || known.retryable);
    if (state === 'dead') await ledger.documents.settle(version, 'failed', `Reading failed: ${known.message}`, undefined);
  }
}
