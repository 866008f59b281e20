import type { Caller, PassageId, StoredPassage } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';

/** Passages by id, in the order asked; those that may not be read are left out. */
export async function getPassages(application: Application, caller: Caller, ids: readonly PassageId[]): Promise<readonly StoredPassage[]> {
  return ids.length === 0 ? [] : application.ledger.passages.get(await readerAccess(application, caller), ids);
}
