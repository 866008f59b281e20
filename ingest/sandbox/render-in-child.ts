import { type Anchor, type Box, type ErrorCode, FaultlineError } from '../../kernel/index.ts';
import type { DrawSheetRequest } from '../drawings/draw/draw-sheet.ts';
import type { SheetRequest } from '../drawings/draw/read-sheet.ts';
import type { SheetView } from '../drawings/draw/view-sheet.ts';
import type { EmbeddedPictureRequest } from '../embedded/draw-embedded-picture.ts';
import type { RenderPageRequest } from '../pages/render-page.ts';
import { DEFAULT_READ_LIMITS } from '../parser/document-parser.ts';
import type { PictureRequest } from '../picture/picture-request.ts';
import type { FromChild, ToChild } from './messages.ts';
import { READER_ENTRY, startChild } from './start-child.ts';
import type { ViewPageRequest } from './view-page.ts';

const DRAW_LIMITS = { heapMegabytes: 512, residentMegabytes: 1_536, wallMilliseconds: 120_000, allowedMilliseconds: 30_000 };
/** Errors of the child that speak of the request and are passed on as they are. */
const PASSED_ON: readonly ErrorCode[] = ['no-page-image', 'invalid-request'];

/**
 * PNG of a page with boxes drawn on it, made in a process of its own.
 * @throws FaultlineError `no-page-image` when there is no such page, `invalid-request` for a scale out of range,
 * `limit-exceeded` or `parse-failed` when it cannot be drawn.
 */
export function renderInChild(request: RenderPageRequest): Promise<Uint8Array> {
  return drawInChild({ kind: 'draw', request });
}

/**
 * PNG of a picture that stands within a document, with boxes marked on it, made in a process of its own.
 * @throws FaultlineError `no-page-image` when there is no such picture, `limit-exceeded` or `parse-failed` when it cannot be drawn.
 */
export function renderEmbeddedInChild(request: EmbeddedPictureRequest): Promise<Uint8Array> {
  return drawInChild({ kind: 'draw-embedded', request });
}

/**
 * PNG of the passages around a citation, drawn from what was read, made in a process of its own.
 * @throws FaultlineError `limit-exceeded` or `parse-failed` when it cannot be drawn.
 */
export function renderPassagesInChild(request: PictureRequest): Promise<Uint8Array> {
  return drawInChild({ kind: 'draw-passages', request });
}

/**
 * PNG of a sheet of a drawing with boxes marked on it, made in a process of its own.
 * @throws FaultlineError `no-page-image` when there is no such sheet, `limit-exceeded` or `parse-failed` when it cannot be drawn.
 */
export function renderSheetInChild(request: Omit<DrawSheetRequest, 'limits'>): Promise<Uint8Array> {
  const { maxElements, maxDepth } = DEFAULT_READ_LIMITS;
  return drawInChild({ kind: 'draw-sheet', request: { ...request, limits: { maxElements, maxDepth } } });
}

/** The same of each sheet that anchors stand on, with their places marked; none for anchors of other kinds. */
export async function renderSheetsInChild(
  { path, format }: Pick<DrawSheetRequest, 'path' | 'format'>,
  anchors: readonly Anchor[],
): Promise<readonly { readonly png: Uint8Array }[]> {
  const sheets = new Map<string, Box[]>();
  for (const anchor of anchors)
    if (anchor.kind === 'drawing') sheets.set(anchor.layout, [...(sheets.get(anchor.layout) ?? []), anchor.box]);
  const pictures: { png: Uint8Array }[] = [];
  for (const [sheet, boxes] of sheets) pictures.push({ png: await renderSheetInChild({ path, format, sheet, boxes }) });
  return pictures;
}

/**
 * Where on the sheet the picture lies that `renderSheetInChild` gives of it without marks, read in a process of its own.
 * @throws FaultlineError as `renderSheetInChild` does.
 */
export async function viewSheetInChild(request: Omit<SheetRequest, 'limits'>): Promise<SheetView> {
  const { maxElements, maxDepth } = DEFAULT_READ_LIMITS;
  const answer = await askChild({ kind: 'view-sheet', request: { ...request, limits: { maxElements, maxDepth } } });
  if (answer.kind === 'sheet-viewed') return answer.view;
  throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: answer });
}

/**
 * Where on a page of a PDF its picture lies, in points from the top left, read in a process of its own.
 * @throws FaultlineError as `renderInChild` does.
 */
export async function viewPageInChild(request: ViewPageRequest): Promise<SheetView> {
  const answer = await askChild({ kind: 'view-page', request });
  if (answer.kind === 'sheet-viewed') return answer.view;
  throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: answer });
}

async function drawInChild(
  message: Extract<ToChild, { kind: 'draw' | 'draw-embedded' | 'draw-passages' | 'draw-sheet' }>,
): Promise<Uint8Array> {
  const answer = await askChild(message);
  if (answer.kind === 'drawn') return answer.png;
  throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: answer });
}

async function askChild(message: ToChild): Promise<FromChild> {
  const child = startChild(READER_ENTRY, DRAW_LIMITS.heapMegabytes);
  try {
    child.begin(DRAW_LIMITS);
    child.send(message);
    const received = await child.receive();
    if (!('message' in received)) {
      if (received.end === 'crashed') throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: received.detail });
      throw new FaultlineError('limit-exceeded', 'Drawing the page needs more time or memory than is allowed.');
    }
    const { message: answer } = received;
    const code = answer.kind === 'fault' ? PASSED_ON.find((known) => known === answer.code) : undefined;
    if (code !== undefined && answer.kind === 'fault') throw new FaultlineError(code, answer.message);
    if (answer.kind === 'fault') throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: answer });
    return answer;
  } finally {
    await child.stop();
  }
}
