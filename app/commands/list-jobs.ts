import { FaultlineError, type JobId, type VersionId } from '../../kernel/index.ts';
import type { JobRow, JobState } from '../../ledger/index.ts';
import type { Application } from '../application.ts';

export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly version?: VersionId;
  readonly limit: number;
}

/** Jobs of the tenant, newest first. */
export function listJobs({ config, ledger }: Application, { states, version, limit }: JobFilter): Promise<readonly JobRow[]> {
  return ledger.jobs.list(config.tenant, {
    limit,
    ...(states === undefined ? {} : { states }),
    ...(version === undefined ? {} : { subject: version }),
  });
}

/** @throws FaultlineError `not-found`. */
export async function getJob({ config, ledger }: Application, id: JobId): Promise<JobRow> {
  const job = await ledger.jobs.get(config.tenant, id);
  if (job === undefined) throw new FaultlineError('not-found', 'There is no such job.');
  return job;
}
