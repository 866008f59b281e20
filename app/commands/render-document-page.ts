import { isDrawingFormat, isPageFormat, renderPage, renderSheet } from '../../ingest/index.ts';
import { type Box, type Caller, type DocumentId, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { boxesRead } from '../boxes-read.ts';
import { readerAccess } from '../reader-access.ts';
import { openContent } from './open-content.ts';
import { pictureTag } from './picture-tag.ts';

export interface PageRequest {
  readonly document: DocumentId;
  /** From 1; of a drawing the place of the sheet. */
  readonly page: number;
  /** Places to mark, in points; on a drawing in its units. */
  readonly boxes: readonly Box[];
  /** Whether all that was read on the page is framed; of drawings it is not. */
  readonly read?: boolean;
  /** Tags of pictures that the caller holds. */
  readonly held?: readonly string[];
}

/** A page under its tag, equal for equal pictures; without bytes where the caller holds it, and then nothing was drawn. */
export interface DocumentPage {
  readonly tag: string;
  readonly png?: Uint8Array;
}

/** PNG of a page or sheet of a document's newest version with places marked on it, unless the caller holds it. @throws FaultlineError `not-found`, `no-page-image`. */
export async function renderDocumentPage(
  application: Application,
  caller: Caller,
  { document, page, boxes, read: isReadShown = false, held = [] }: PageRequest,
): Promise<DocumentPage> {
  const { version, path } = await openContent(application, caller, { document });
  const { id, format, sha256, report } = version;
  if (format === undefined || !(isDrawingFormat(format) || isPageFormat(format)))
    throw new FaultlineError('no-page-image', 'This document has no pages; a passage of any document can be drawn by its id.');
  const isFramed = isReadShown && isPageFormat(format) && report !== undefined;
  const where = { version: id, page, passages: report?.passages ?? 0 };
  const read = isFramed ? await boxesRead(application.ledger.passages, await readerAccess(application, caller), where) : [];
  const sides = ({ x0, y0, x1, y1 }: Box) => [x0, y0, x1, y1];
  const tag = pictureTag({ sha256, format, page, boxes: boxes.map(sides), ...(isFramed ? { read: read.map(sides) } : {}) });
  if (held.includes(tag)) return { tag };
  if (isDrawingFormat(format)) return { tag, png: await renderSheet({ path, format, sheet: page, boxes }) };
  return { tag, png: await renderPage({ path, format, page, boxes, read }) };
}
