import type { FormId, LabelSetId, VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { readAgain } from '../queue/ingest-job.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { noteForms } from '../tables/surveyed-tables.ts';

/**
 * Puts one version under these labels. Its tables follow forms among the documents that it stands with from now on: where something
 * is decided on one of those or of the former, the version is read again.
 */
export async function putUnderLabels(trx: Writing, version: VersionId, labelSet: LabelSetId, now: number): Promise<void> {
  await trx.updateTable('version').set({ label_set: labelSet }).where('id', '=', version).execute();
  const forms = await noteForms(trx, version);
  if (forms.length === 0) return;
  const { tenant } = await trx.selectFrom('version').select('tenant').where('id', '=', version).executeTakeFirstOrThrow();
  if (await isDecidedOn(trx, tenant, forms)) await readAgain(trx, readShape(tenantShape, tenant, 'version'), version, now);
}

async function isDecidedOn(trx: Writing, tenant: string, forms: readonly FormId[]): Promise<boolean> {
  const found = await trx.selectFrom('decision').select('id').where('tenant', '=', tenant).where('form', 'in', forms).executeTakeFirst();
  return found !== undefined;
}
