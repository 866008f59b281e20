import { type Caller, type DocumentId, FaultlineError, type VersionRow } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { getDocument } from './list-documents.ts';

export interface DocumentContent {
  readonly version: VersionRow;
  /** File with the bytes as they came. */
  readonly path: string;
}

/** The bytes of a document's newest version, whatever became of it. @throws FaultlineError `not-found`. */
export async function openContent(application: Application, caller: Caller, id: DocumentId): Promise<DocumentContent> {
  const version = (await getDocument(application, caller, id)).versions[0];
  const path = version === undefined ? undefined : await application.blobs.get(caller.tenant, version.sha256);
  if (version === undefined || path === undefined) {
    throw new FaultlineError('not-found', 'The document has no bytes in the data folder.');
  }
  noteAudit(application, caller, 'content-read', version.id, { document: id, part: 'bytes' });
  return { version, path };
}
