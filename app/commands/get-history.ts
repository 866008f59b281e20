import type { Caller, DocumentId } from '../../kernel/index.ts';
import type { FamilyVersion } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';
import { getDocument, type ListedDocument } from './list-documents.ts';

export interface DocumentHistory extends ListedDocument {
  /** All versions of the document's family, which may be several documents of one number: the valid one first. */
  readonly revisions: readonly FamilyVersion[];
}

/** A document with the revisions of its family that the caller may know of. @throws FaultlineError `not-found`. */
export async function getHistory(application: Application, caller: Caller, id: DocumentId): Promise<DocumentHistory> {
  const listed = await getDocument(application, caller, id);
  const access = await readerAccess(application, caller);
  return { ...listed, revisions: await application.ledger.documents.family(access, id) };
}
