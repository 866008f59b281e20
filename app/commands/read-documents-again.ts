import type { Caller } from '../../kernel/index.ts';
import { INGEST_JOB } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { listDocuments } from './list-documents.ts';
import { workJobs } from './work-jobs.ts';

/**
 * Has every document that the caller may read read again by this program, as after an upgrade: what another version of a parser or
 * extractor made goes on answering until the whole of what this one makes takes its place. What this program has read stays as it
 * is. Gives the number of versions queued; where no worker runs beside, they have been read when it returns.
 */
export async function readDocumentsAgain(application: Application, caller: Caller, signal: AbortSignal): Promise<number> {
  const shown = (await listDocuments(application, caller)).flatMap(({ versions }) =>
    versions.filter(({ state, outcome }) => state === 'settled' && outcome !== undefined),
  );
  for (const { id } of shown) {
    signal.throwIfAborted();
    await application.ledger.jobs.enqueue({ tenant: caller.tenant, kind: INGEST_JOB, subject: id, payload: {} });
  }
  await leaveToWorker(application, () => workJobs(application, { untilSettled: true }, signal));
  return shown.length;
}
