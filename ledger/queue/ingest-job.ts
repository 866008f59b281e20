import type { TenantId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { enqueueJob } from './enqueue-job.ts';

/** Kind of the job that is enqueued for a version; its subject is the version. */
export const INGEST_JOB = 'ingest';

/** A version whose corrections changed goes through its stages again, by a job of its own even while one runs. */
export async function readAgain(trx: Writing, tenant: TenantId, version: string, now: number): Promise<void> {
  const row = await trx.selectFrom('version').select('state').where('id', '=', version).where('tenant', '=', tenant).executeTakeFirst();
  if (row === undefined || row.state === 'retracting') return;
  await enqueueJob(trx, { tenant, kind: INGEST_JOB, subject: version, payload: {} }, now, 'behind-running');
}
