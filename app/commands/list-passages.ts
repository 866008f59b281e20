import { type Caller, type DocumentId, FaultlineError, type StoredPassage } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

export interface PassagePage {
  readonly document: DocumentId;
  /** Place of the first passage wanted; 0 is the document's first. */
  readonly from: number;
  readonly limit: number;
}

/** Passages of a document's valid version in reading order. @throws FaultlineError `not-found`. */
export async function listPassages(
  application: Application,
  caller: Caller,
  { document, from, limit }: PassagePage,
): Promise<readonly StoredPassage[]> {
  const access = await readerAccess(application, caller);
  const found = await application.ledger.passages.document(access, document);
  if (found === undefined) throw new FaultlineError('not-found', 'There is no such document, or nothing of it can be read.');
  noteAudit(application, caller, 'content-read', found.version.id, { document, part: 'passages', from, limit });
  return application.ledger.passages.range(access, found.version.id, from, from + limit - 1);
}
