import { type DocumentId, FaultlineError, type StoredPassage } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';

/** Passages of a document's valid version in reading order, from place `from` (0 is the first), at most `limit`. @throws FaultlineError `not-found`. */
export async function listPassages(
  application: Application,
  id: DocumentId,
  from: number,
  limit: number,
): Promise<readonly StoredPassage[]> {
  const access = await readerAccess(application);
  const found = await application.ledger.passages.document(access, id);
  if (found === undefined) throw new FaultlineError('not-found', 'There is no such document, or nothing of it can be read.');
  return application.ledger.passages.range(access, found.version.id, from, from + limit - 1);
}
