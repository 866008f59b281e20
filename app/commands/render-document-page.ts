import { isDrawingFormat, isPageFormat, renderPage, renderSheet } from '../../ingest/index.ts';
import { type Box, type Caller, type DocumentId, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { openContent } from './open-content.ts';

export interface PageRequest {
  readonly document: DocumentId;
  /** From 1; of a drawing the place of the sheet. */
  readonly page: number;
  /** Places to mark, in points; on a drawing in its units. */
  readonly boxes: readonly Box[];
}

/** PNG of a page or sheet of a document's newest version with places marked on it. @throws FaultlineError `not-found`, `no-page-image`. */
export async function renderDocumentPage(
  application: Application,
  caller: Caller,
  { document, page, boxes }: PageRequest,
): Promise<Uint8Array> {
  const { version, path } = await openContent(application, caller, { document });
  const { format } = version;
  if (isDrawingFormat(format)) return renderSheet({ path, format, sheet: page, boxes });
  if (!isPageFormat(format))
    throw new FaultlineError('no-page-image', 'This document has no pages; a passage of any document can be drawn by its id.');
  return renderPage({ path, format, page, boxes });
}
