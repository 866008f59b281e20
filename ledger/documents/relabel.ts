import type { DocumentId, LabelSetId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { countTerms, uncountTerms } from '../projection/term-statistics.ts';
import { readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { putUnderLabels } from './put-under-labels.ts';

/**
 * Puts a document under these labels, with all of its versions that readers were shown and all that is counted and projected of
 * them by label. One that readers were never shown stands under its own.
 */
export async function relabel(trx: Writing, document: DocumentId, labelSet: LabelSetId, now: number): Promise<void> {
  await trx.updateTable('document').set({ label_set: labelSet }).where('id', '=', document).where('label_set', '!=', labelSet).execute();
  const rows = await trx
    .selectFrom('version')
    .select(['id', 'visible'])
    .where('document', '=', document)
    .where('shown', '=', 1)
    .where('label_set', '!=', labelSet)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const id = readShape(versionIdShape, row.id, 'version');
    if (row.visible === 1) await uncountTerms(trx, id);
    await putUnderLabels(trx, id, labelSet, now);
    if (row.visible === 1) await countTerms(trx, id);
    await raiseVersion(trx, id, now, PROJECTION_TARGETS);
  }
}
