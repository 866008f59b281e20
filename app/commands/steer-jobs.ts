import type { Caller, JobId } from '../../kernel/index.ts';
import type { JobRow } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { getJob } from './list-jobs.ts';

/**
 * Ends a job that waits or runs. A running one stops at the end of its chunk; nothing that was read of the document becomes
 * visible, and all of it but the bytes is taken back.
 * @throws FaultlineError `not-found`, `conflict` for a job that has ended.
 */
export async function cancelJob(application: Application, caller: Caller, id: JobId): Promise<JobRow> {
  const { document } = await getJob(application, caller, id);
  const job = await application.ledger.jobs.cancel({ tenant: caller.tenant, actor: caller.actor, job: id });
  return withDocument(job, document);
}

/** Queues a job that was given up or cancelled anew. @throws FaultlineError `not-found`, `conflict`. */
export async function retryJob(application: Application, caller: Caller, id: JobId): Promise<JobRow> {
  const { document } = await getJob(application, caller, id);
  const job = await application.ledger.jobs.retry({ tenant: caller.tenant, actor: caller.actor, job: id });
  return withDocument(job, document);
}

function withDocument(job: JobRow, document: JobRow['document']): JobRow {
  return document === undefined ? job : { ...job, document };
}
