import type { DocumentId, LabelSetId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { countTerms, uncountTerms } from '../projection/term-statistics.ts';
import { readShape, versionIdShape } from '../rows/stored-shapes.ts';

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
