import { FaultlineError, type VersionId } from '../../kernel/index.ts';
import type { Writing } from './connections.ts';

/** @throws FaultlineError `busy` for a version that is gone or going, `conflict` for one whose reading was cancelled. */
export async function checkGoesOn(trx: Writing, id: VersionId): Promise<void> {
  const row = await trx.selectFrom('version').select('state').where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.state === 'retracting') throw beingRemoved();
  if (row.state === 'cancelled') throw new FaultlineError('conflict', 'Reading of this document was cancelled; retry its job.');
}

export function beingRemoved(): FaultlineError {
  return new FaultlineError('busy', 'This version of the document is being removed; try again when that is done.');
}
