import { sql } from 'kysely';
import { FaultlineError, type TenantId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Holds that the documents of a tenant take no more than they may, equal bytes counted once as they are kept.
 * @param most bytes; absent: as many as the disk has.
 * @throws FaultlineError `storage-full` when these bytes would not fit in. How much is taken is not told, since hidden documents take some of it.
 */
export async function checkRoom(
  trx: Writing,
  { tenant, sha256, bytes }: { readonly tenant: TenantId; readonly sha256: string; readonly bytes: number },
  most: number | undefined,
): Promise<void> {
  if (most === undefined) return;
  const { rows } = await sql<{ taken: number | string | null }>`select sum(bytes) as taken from
    (select distinct sha256, bytes from version where tenant = ${tenant} and sha256 <> ${sha256}) as kept`.execute(trx);
  if (Number(rows[0]?.taken ?? 0) + bytes <= most) return;
  throw new FaultlineError(
    'storage-full',
    `The documents of this tenant may take ${Math.floor(most / MEGABYTE)} MB, and with this one they would take more: delete documents or old versions that nobody needs, or ask who runs the service for more room (FAULTLINE_TENANT_MEGABYTES).`,
  );
}
