import type { Box, Format } from '../../kernel/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { PictureFormat } from '../raster/open-picture.ts';
import { drawPicturePage } from './image/draw-picture-page.ts';
import { drawPdfPage } from './pdf/draw-page.ts';

/** Formats whose documents are made of pages that can be drawn. */
export type PageFormat = 'pdf' | PictureFormat;

export function isPageFormat(format: Format | undefined): format is PageFormat {
  return format === 'pdf' || format === 'png' || format === 'jpeg' || format === 'tiff';
}

export interface RenderPageRequest {
  readonly path: string;
  /** Of the file; absent: a PDF. */
  readonly format?: PageFormat;
  /** From 1. */
  readonly page: number;
  /** Places to mark, in points from the top left of the page as it is shown. */
  readonly boxes: readonly Box[];
  /** Places to frame below them as what was read, in points likewise. */
  readonly read?: readonly Box[];
  /** Pixels a point, from 0.25 to 4; absent: as makes an A4 page legible without being large. */
  readonly scale?: number;
}

const MIN_SCALE = 0.25;
const MAX_SCALE = 4;
/** Pixels a point at which print is legible without the picture being large. */
export const LEGIBLE_SCALE = 1.6;

/**
 * Draws one page of a PDF or picture with boxes marked on it, as a PNG. It holds the thread for some hundred milliseconds: call it in the
 * child process.
 * @throws FaultlineError no-page-image when there is no such page or the file cannot be opened; invalid-request for a scale
 * out of range.
 */
export async function renderPage({
  path,
  format = 'pdf',
  page,
  boxes,
  read = [],
  scale = LEGIBLE_SCALE,
}: RenderPageRequest): Promise<Uint8Array> {
  if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
    throw new FaultlineError('invalid-request', `The scale must lie between ${MIN_SCALE} and ${MAX_SCALE}.`);
  }
  if (format !== 'pdf') return drawPicturePage(path, format, page, { boxes, read }, scale);
  return drawPdfPage(path, page, { boxes, read }, scale);
}
