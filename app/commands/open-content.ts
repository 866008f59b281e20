import { type Caller, type DocumentId, FaultlineError, type VersionId, type VersionRow } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { getDocument } from './list-documents.ts';

export interface DocumentContent {
  readonly version: VersionRow;
  /** File with the bytes as they came. */
  readonly path: string;
}

export interface WantedContent {
  readonly document: DocumentId;
  /** Absent: the newest. */
  readonly version?: VersionId;
}

/** The bytes of a version of a document, whatever became of it. @throws FaultlineError `not-found`. */
export async function openContent(
  application: Application,
  caller: Caller,
  { document: id, version: wanted }: WantedContent,
): Promise<DocumentContent> {
  const { versions } = await getDocument(application, caller, id);
  const version = wanted === undefined ? versions[0] : versions.find((one) => one.id === wanted);
  const path = version === undefined ? undefined : await application.blobs.get(caller.tenant, version.sha256);
  if (version === undefined || path === undefined) {
    throw new FaultlineError('not-found', 'The document has no such bytes in the data folder.');
  }
  noteAudit(application, caller, 'content-read', version.id, { document: id, part: 'bytes' });
  return { version, path };
}
