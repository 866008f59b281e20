import type { DocumentId, LabelSetId } from '../kernel/index.ts';
import type { Writing } from './connections.ts';
import { PROJECTION_TARGETS, raiseVersion } from './outbox.ts';
import { readShape, versionIdShape } from './stored-shapes.ts';
import { countTerms, uncountTerms } from './term-statistics.ts';

/** Puts a document with all its versions under other labels, with all that is counted and projected by label. */
export async function relabel(trx: Writing, document: DocumentId, labelSet: LabelSetId, now: number): Promise<void> {
  await trx.updateTable('document').set({ label_set: labelSet }).where('id', '=', document).execute();
  const rows = await trx.selectFrom('version').select(['id', 'visible']).where('document', '=', document).orderBy('id').execute();
  for (const row of rows) {
    const id = readShape(versionIdShape, row.id, 'version');
    if (row.visible === 1) await uncountTerms(trx, id);
    await trx.updateTable('version').set({ label_set: labelSet }).where('id', '=', id).execute();
    if (row.visible === 1) await countTerms(trx, id);
    await raiseVersion(trx, id, now, PROJECTION_TARGETS);
  }
}
