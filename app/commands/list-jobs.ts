import { type Caller, FaultlineError, type JobId, type VersionId } from '../../kernel/index.ts';
import type { JobPlace, JobRow, JobState } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { readerScope } from '../reader-access.ts';

export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly version?: VersionId;
  /** Only those that follow this one in the list. */
  readonly after?: JobPlace;
  readonly limit: number;
}

/** Jobs of the tenant, newest first; a caller who may not read everything sees those on documents that this caller may read. */
export async function listJobs(
  application: Application,
  caller: Caller,
  { states, version, after, limit }: JobFilter,
): Promise<readonly JobRow[]> {
  return application.ledger.jobs.list(caller.tenant, {
    limit,
    scope: await readerScope(application, caller),
    ...(states === undefined ? {} : { states }),
    ...(after === undefined ? {} : { after }),
    ...(version === undefined ? {} : { subject: version }),
  });
}

/** @throws FaultlineError `not-found`. */
export async function getJob(application: Application, caller: Caller, id: JobId): Promise<JobRow> {
  const job = await application.ledger.jobs.get(caller.tenant, id, await readerScope(application, caller));
  if (job === undefined) throw new FaultlineError('not-found', 'There is no such job, or you may not know of it.');
  return job;
}
