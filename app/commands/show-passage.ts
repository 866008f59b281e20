import { citedCorrections } from '../../answering/index.ts';
import {
  describePicture,
  isDrawingFormat,
  isPageFormat,
  renderEmbedded,
  renderPage,
  renderPassages,
  renderSheets,
} from '../../ingest/index.ts';
import {
  type Access,
  type Anchor,
  type Box,
  type Caller,
  FaultlineError,
  type Format,
  type PassageId,
  readAround,
  type StoredPassage,
  spanAnchors,
  type VersionId,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';
import { pictureTag } from './picture-tag.ts';

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
  /** Other words of it to mark in the same pictures. */
  readonly also?: readonly Span[];
  /** Draws only the first of the pages that the words stand on, or this one, from 1. */
  readonly page?: 'first' | number;
  /** Tags of pictures that the caller holds. */
  readonly held?: readonly string[];
}

/** A picture, on its page where it has one. */
export interface PlacePicture {
  readonly page?: number;
  /** Equal tags, equal pictures. */
  readonly tag: string;
  readonly png: Uint8Array;
}

export interface ShownPassage {
  readonly stored: StoredPassage;
  /** The words asked for; the whole passage when no span was given. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
  /**
   * PNGs with the words marked: one a page or sheet that they stand on; without pages the pictures of the document that they were
   * recognised in, and one that is drawn from what was read of and around them.
   */
  readonly pictures: readonly PlacePicture[];
  /** Tag of the first picture, where the caller holds it: then nothing was drawn. */
  readonly held?: string;
}

/** Pictures that are not drawn yet, under the tag that the first of them has. */
interface Plan {
  readonly tag: string;
  readonly draw: () => Promise<readonly PlacePicture[]>;
}

/**
 * A passage with a picture of its place in the document and the words marked in it.
 * @throws FaultlineError `not-found`, `invalid-request` for a span outside the passage, `no-page-image` for a page that it does
 * not stand on, `damaged-bytes` when it is to be drawn from its text and that was changed where it is kept.
 */
export async function showPassage(
  application: Application,
  caller: Caller,
  { passage: id, span, also = [], page: only, held = [] }: PlaceRequest,
): Promise<ShownPassage> {
  const access = await readerAccess(application, caller);
  const [stored] = await application.ledger.passages.get(access, [id]);
  if (stored === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
  const { passage } = stored;
  const { start, end } = span ?? { start: 0, end: passage.text.length };
  const spans = [{ start, end }, ...also];
  if (spans.some((one) => one.start < 0 || one.end > passage.text.length || one.start >= one.end)) {
    throw new FaultlineError('invalid-request', `The span must lie in 0:${passage.text.length} and hold at least one character.`);
  }
  const anchors = spanAnchors(passage, start, end);
  const marked = spans.flatMap((one) => spanAnchors(passage, one.start, one.end));
  const pages = anchors.filter((anchor) => anchor.kind === 'page').map((anchor) => ({ ...anchor, boxes: boxesOn(marked, anchor.page) }));
  const drawn = pages.filter(({ page }, index) => only === undefined || (only === 'first' ? index === 0 : page === only));
  if (typeof only === 'number' && drawn.length === 0) throw new FaultlineError('no-page-image', `These words are not on a page ${only}.`);
  const isDrawing = anchors.some(({ kind }) => kind === 'drawing');
  const embedded = picturesOf(marked);
  const bytes = drawn.length > 0 || isDrawing || embedded.size > 0 ? await bytesOf(application, caller, stored) : undefined;
  const plans: Plan[] = bytes === undefined ? [] : planEmbedded(bytes, passage.versionId, embedded);
  if (pages.length === 0 && !isDrawing) plans.push(await planFromText(application, access, stored, { span: { start, end }, also }));
  if (bytes !== undefined) plans.push(...planFromBytes(bytes, drawn, anchors));
  const isHeld = held.find((tag) => tag === plans[0]?.tag);
  const pictures: PlacePicture[] = [];
  if (isHeld === undefined) for (const { draw } of plans) pictures.push(...(await draw()));
  noteAudit(application, caller, 'content-read', passage.versionId, { document: stored.documentId, part: 'passage', passages: [id] });
  const quote = passage.text.slice(start, end);
  return { stored, quote, anchors, pictures, ...(isHeld === undefined ? {} : { held: isHeld }) };
}

function boxesOn(anchors: readonly Anchor[], page: number): readonly Box[] {
  return anchors.flatMap((anchor) => (anchor.kind === 'page' && anchor.page === page ? anchor.boxes : []));
}

/** Places in the pictures of a document, by the number of the picture. */
function picturesOf(anchors: readonly Anchor[]): ReadonlyMap<number, readonly Box[]> {
  const places = anchors.flatMap((anchor) => (anchor.kind === 'block' && anchor.picture !== undefined ? [anchor.picture] : []));
  const boxes = new Map<number, readonly Box[]>();
  for (const place of places) boxes.set(place.number, [...(boxes.get(place.number) ?? []), ...place.boxes]);
  return boxes;
}

function planEmbedded({ path, format, sha256 }: Bytes, versionId: VersionId, pictures: ReadonlyMap<number, readonly Box[]>): Plan[] {
  if (format === undefined) return [];
  return [...pictures].map(([number, boxes]) => {
    const tag = pictureTag({ sha256, picture: number, boxes });
    return { tag, draw: async () => [{ tag, png: await renderEmbedded({ path, format, versionId, number, boxes }) }] };
  });
}

async function planFromText(
  { ledger }: Application,
  access: Access,
  stored: StoredPassage,
  { span, also }: { readonly span: Span; readonly also: readonly Span[] },
): Promise<Plan> {
  const { passage } = stored;
  if (stored.damaged === true)
    throw new FaultlineError('damaged-bytes', 'The text of this passage is damaged; have the document read again.');
  const surroundings = await readAround(ledger.passages.range, access, passage, AROUND);
  const touched = (passage.corrections ?? []).filter(({ start, end }) => start < span.end && end > span.start);
  const corrections = citedCorrections(stored, passage, { ...span, corrections: touched });
  const described = describePicture({ stored, span, also, ...surroundings, corrections });
  const tag = pictureTag(described);
  return { tag, draw: async () => [{ tag, png: await renderPassages(described) }] };
}

function planFromBytes(
  { path, format, sha256 }: Bytes,
  pages: readonly Extract<Anchor, { kind: 'page' }>[],
  anchors: readonly Anchor[],
): readonly Plan[] {
  const paged = isPageFormat(format) ? { format } : {};
  const plans = pages.map(({ page, boxes }): Plan => {
    const tag = pictureTag({ sha256, ...paged, page, boxes });
    return { tag, draw: async () => [{ page, tag, png: await renderPage({ path, ...paged, page, boxes }) }] };
  });
  if (!isDrawingFormat(format)) return plans;
  const sheets = pictureTag({ sha256, format, anchors });
  const draw = async () =>
    (await renderSheets({ path, format }, anchors)).map(({ png }, index) => ({
      tag: index === 0 ? sheets : pictureTag([sheets, index]),
      png,
    }));
  return [...plans, { tag: sheets, draw }];
}

interface Bytes {
  readonly path: string;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly format: Format | undefined;
}

async function bytesOf({ blobs, ledger }: Application, { tenant }: Caller, stored: StoredPassage): Promise<Bytes> {
  const found = await ledger.documents.find(tenant, stored.passage.versionId);
  const path = found === undefined ? undefined : await blobs.get(tenant, found.version.sha256);
  if (found === undefined || path === undefined)
    throw new FaultlineError('storage-failed', 'The bytes of this document are not in the data folder any more; send it again.');
  const { sha256, format } = found.version;
  return { path, sha256, format };
}
