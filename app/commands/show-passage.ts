import { renderPage } from '../../ingest/index.ts';
import { type Anchor, type Caller, FaultlineError, type PassageId, type StoredPassage, spanAnchors } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

/** Pixels a point: 1.6 makes an A4 page legible without being large. */
const SCALE = 1.6;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PlaceRequest {
  readonly passage: PassageId;
  /** Absent: the whole passage. */
  readonly span?: Span;
}

export interface ShownPassage {
  readonly stored: StoredPassage;
  /** The words asked for; the whole passage when no span was given. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
  /** One picture a page that the words stand on, as PNG with the words boxed; none for documents without pages. */
  readonly pages: readonly { readonly page: number; readonly png: Uint8Array }[];
}

/**
 * A passage with the page that it stands on and a box around the words.
 * @throws FaultlineError `not-found`, `invalid-request` for a span outside the passage.
 */
export async function showPassage(application: Application, caller: Caller, { passage: id, span }: PlaceRequest): Promise<ShownPassage> {
  const access = await readerAccess(application, caller);
  const [stored] = await application.ledger.passages.get(access, [id]);
  if (stored === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
  const { passage } = stored;
  const { start, end } = span ?? { start: 0, end: passage.text.length };
  if (start < 0 || end > passage.text.length || start >= end) {
    throw new FaultlineError('invalid-request', `The span must lie in 0:${passage.text.length} and hold at least one character.`);
  }
  const anchors = spanAnchors(passage, start, end);
  const path = await bytesOf(application, caller, stored);
  const pages: { page: number; png: Uint8Array }[] = [];
  for (const anchor of anchors) {
    if (anchor.kind !== 'page') continue;
    pages.push({ page: anchor.page, png: await renderPage({ path, page: anchor.page, boxes: anchor.boxes, scale: SCALE }) });
  }
  noteAudit(application, caller, 'content-read', passage.versionId, { document: stored.documentId, part: 'passage', passages: [id] });
  return { stored, quote: passage.text.slice(start, end), anchors, pages };
}

async function bytesOf({ blobs, ledger }: Application, { tenant }: Caller, stored: StoredPassage): Promise<string> {
  const found = await ledger.documents.find(tenant, stored.passage.versionId);
  const path = found === undefined ? undefined : await blobs.get(tenant, found.version.sha256);
  if (path === undefined)
    throw new FaultlineError('storage-failed', 'The bytes of this document are not in the data folder any more; send it again.');
  return path;
}
