import { renderPage } from '../../ingest/index.ts';
import { type DocumentId, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { getDocument } from './list-documents.ts';

const SCALE = 1.6;

/** PNG of a page of a document's newest version. @throws FaultlineError `not-found`, `no-page-image`. */
export async function renderDocumentPage(application: Application, id: DocumentId, page: number): Promise<Uint8Array> {
  const { versions } = await getDocument(application, id);
  const newest = versions[0];
  const path = newest === undefined ? undefined : await application.blobs.get(application.config.tenant, newest.sha256);
  if (newest === undefined || path === undefined) throw new FaultlineError('not-found', 'The document has no bytes in the data folder.');
  if (newest.format !== 'pdf') throw new FaultlineError('no-page-image', 'Only PDF documents have pages to draw.');
  return renderPage({ path, page, boxes: [], scale: SCALE });
}
