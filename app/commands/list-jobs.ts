import { type Caller, FaultlineError, type JobId, type VersionId } from '../../kernel/index.ts';
import type { JobRow, JobState } from '../../ledger/index.ts';
import type { Application } from '../application.ts';

export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly version?: VersionId;
  readonly limit: number;
}

/** Jobs of the tenant, newest first. */
export function listJobs({ ledger }: Application, { tenant }: Caller, { states, version, limit }: JobFilter): Promise<readonly JobRow[]> {
  return ledger.jobs.list(tenant, {
    limit,
    ...(states === undefined ? {} : { states }),
    ...(version === undefined ? {} : { subject: version }),
  });
}

/** @throws FaultlineError `not-found`. */
export async function getJob({ ledger }: Application, { tenant }: Caller, id: JobId): Promise<JobRow> {
  const job = await ledger.jobs.get(tenant, id);
  if (job === undefined) throw new FaultlineError('not-found', 'There is no such job.');
  return job;
}
