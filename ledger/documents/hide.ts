import type { VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { uncountTerms } from '../projection/term-statistics.ts';

/** Hides a version without removing it, as while a stage is done anew. */
export async function hide(trx: Writing, id: VersionId): Promise<void> {
  const hidden = await trx
    .updateTable('version')
    .set({ visible: 0 })
    .where('id', '=', id)
    .where('visible', '=', 1)
    .returning('id')
    .execute();
  if (hidden.length > 0) await uncountTerms(trx, id);
}
