import { citedCorrections } from '../../answering/index.ts';
import { describePicture, isDrawingFormat, isPageFormat, renderPage, renderPassages, renderSheets } from '../../ingest/index.ts';
import {
  type Access,
  type Anchor,
  type Caller,
  FaultlineError,
  type Format,
  type PassageId,
  readAround,
  type StoredPassage,
  spanAnchors,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

/** Passages before and behind the cited one that are at hand for its picture: more than a page of the shortest ones. */
const AROUND = 60;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PlaceRequest {
  readonly passage: PassageId;
  /** Absent: the whole passage. */
  readonly span?: Span;
  /** Draws only the first of the pages that the words stand on, or this one, from 1. */
  readonly page?: 'first' | number;
}

export interface ShownPassage {
  readonly stored: StoredPassage;
  /** The words asked for; the whole passage when no span was given. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
  /** PNGs with the words marked: one a page or sheet that they stand on; without pages one, drawn from what was read of and around them. */
  readonly pictures: readonly { readonly page?: number; readonly png: Uint8Array }[];
}

/**
 * A passage with a picture of its place in the document and the words marked in it.
 * @throws FaultlineError `not-found`, `invalid-request` for a span outside the passage, `no-page-image` for a page that it does
 * not stand on, `damaged-bytes` when it is to be drawn from its text and that was changed where it is kept.
 */
export async function showPassage(
  application: Application,
  caller: Caller,
  { passage: id, span, page: only }: PlaceRequest,
): Promise<ShownPassage> {
  const access = await readerAccess(application, caller);
  const [stored] = await application.ledger.passages.get(access, [id]);
  if (stored === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
  const { passage } = stored;
  const { start, end } = span ?? { start: 0, end: passage.text.length };
  if (start < 0 || end > passage.text.length || start >= end) {
    throw new FaultlineError('invalid-request', `The span must lie in 0:${passage.text.length} and hold at least one character.`);
  }
  const anchors = spanAnchors(passage, start, end);
  const pages = anchors.filter((anchor) => anchor.kind === 'page');
  const drawn = pages.filter(({ page }, index) => only === undefined || (only === 'first' ? index === 0 : page === only));
  if (typeof only === 'number' && drawn.length === 0) throw new FaultlineError('no-page-image', `These words are not on a page ${only}.`);
  const pictures: { page?: number; png: Uint8Array }[] = [];
  const isDrawing = anchors.some(({ kind }) => kind === 'drawing');
  if (pages.length === 0 && !isDrawing) pictures.push({ png: await drawnFromText(application, access, stored, { start, end }) });
  if (drawn.length > 0 || isDrawing) {
    const { path, format } = await bytesOf(application, caller, stored);
    const paged = isPageFormat(format) ? { format } : {};
    for (const { page, boxes } of drawn) pictures.push({ page, png: await renderPage({ path, ...paged, page, boxes }) });
    if (isDrawingFormat(format)) pictures.push(...(await renderSheets({ path, format }, anchors)));
  }
  noteAudit(application, caller, 'content-read', passage.versionId, { document: stored.documentId, part: 'passage', passages: [id] });
  return { stored, quote: passage.text.slice(start, end), anchors, pictures };
}

async function drawnFromText({ ledger }: Application, access: Access, stored: StoredPassage, span: Span): Promise<Uint8Array> {
  const { passage } = stored;
  if (stored.damaged === true)
    throw new FaultlineError('damaged-bytes', 'The text of this passage is damaged; have the document read again.');
  const surroundings = await readAround(ledger.passages.range, access, passage, AROUND);
  const touched = (passage.corrections ?? []).filter(({ start, end }) => start < span.end && end > span.start);
  const corrections = citedCorrections(stored, passage, { ...span, corrections: touched });
  return renderPassages(describePicture({ stored, span, ...surroundings, corrections }));
}

interface Bytes {
  readonly path: string;
  readonly format: Format | undefined;
}

async function bytesOf({ blobs, ledger }: Application, { tenant }: Caller, stored: StoredPassage): Promise<Bytes> {
  const found = await ledger.documents.find(tenant, stored.passage.versionId);
  const path = found === undefined ? undefined : await blobs.get(tenant, found.version.sha256);
  if (path === undefined)
    throw new FaultlineError('storage-failed', 'The bytes of this document are not in the data folder any more; send it again.');
  return { path, format: found?.version.format };
}
