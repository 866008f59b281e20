import type { GreyRaster } from '../ocr/grey-raster.ts';
import { scaleRaster } from '../ocr/scale-raster.ts';
import { type QuarterTurns, turnQuarters } from '../ocr/turn-raster.ts';
import type { PrintLine } from './print-lines.ts';

/** A row of print cut out of a sheet, level, with nothing of what stands around. */
export interface CutLine {
  readonly line: PrintLine;
  readonly raster: GreyRaster;
  /** Pixels of the cut a pixel of the sheet. */
  readonly scale: number;
  /** How the cut was turned against the sheet. */
  readonly quarters: QuarterTurns;
}

/** A page of rows under each other, each with its first row of pixels. */
export interface SetPage {
  readonly raster: GreyRaster;
  readonly rows: readonly { readonly cut: CutLine; readonly top: number }[];
}

/** Height in pixels of characters that engines read best. */
const READ_HEIGHT = 36;
const MOST_ENLARGED = 4;
const LEAST_SHRUNK = 0.3;
/** Blank around a row, in pixels of the page: engines look for lines by what parts them. */
const MARGIN = 24;
/** Pixels of the sheet around a part that are cut with it: the soft edge of its ink. */
const EDGE = 1;
/** Pixels of the sheet that are cut around a row. */
export const CUT_AROUND = 2;
/** Of a page. */
const MOST_PIXELS = 6_000_000;
const LONGEST = 6_000;

/** How a row is cut: turns that make it level, and its size as a share of that which engines read best. */
interface CutManner {
  readonly quarters: QuarterTurns;
  readonly size: number;
}

/** Cuts a row of print out of the sheet, enlarged or made smaller so that engines read it. */
export function cutLine(sheet: GreyRaster, line: PrintLine, height: number, { quarters, size }: CutManner): CutLine {
  const x0 = Math.max(0, Math.floor(line.box.x0) - CUT_AROUND);
  const y0 = Math.max(0, Math.floor(line.box.y0) - CUT_AROUND);
  const width = Math.min(sheet.width, Math.ceil(line.box.x1) + CUT_AROUND) - x0;
  const high = Math.min(sheet.height, Math.ceil(line.box.y1) + CUT_AROUND) - y0;
  const pixels = new Uint8Array(width * high).fill(255);
  for (const { runs } of line.parts) {
    for (let at = 0; at + 2 < runs.length; at += 3) {
      const [row, from, to] = [runs[at] ?? 0, runs[at + 1] ?? 0, runs[at + 2] ?? 0];
      for (let y = Math.max(y0, row - EDGE); y <= Math.min(y0 + high - 1, row + EDGE); y += 1) {
        const [left, right] = [Math.max(x0, from - EDGE), Math.min(x0 + width, to + EDGE)];
        pixels.set(sheet.pixels.subarray(y * sheet.width + left, y * sheet.width + right), (y - y0) * width + left - x0);
      }
    }
  }
  const across = line.isUpright ? line.box.x1 - line.box.x0 : line.box.y1 - line.box.y0;
  const own = Math.max(0.7 * height, Math.min(across, 1.3 * height));
  const longer = line.isUpright ? high : width;
  const scale = Math.min(MOST_ENLARGED, Math.max(LEAST_SHRUNK, (size * READ_HEIGHT) / own), LONGEST / longer);
  return { line, quarters, scale, raster: scaleRaster(turnQuarters({ width, height: high, pixels }, quarters), scale) };
}

/** Sets rows under each other on as few pages as hold them, those of about one length together. */
export function setLines(cuts: readonly CutLine[]): readonly SetPage[] {
  const sorted = [...cuts].sort((a, b) => a.raster.width - b.raster.width);
  const pages: CutLine[][] = [];
  for (const cut of sorted) {
    const page = pages.at(-1);
    const high = cut.raster.height + MARGIN;
    const width = cut.raster.width + 2 * MARGIN;
    // Rows come by length, so that the last one is as wide as its page.
    const tall = (page ?? []).reduce((sum, { raster }) => sum + raster.height + MARGIN, MARGIN) + high;
    const area = tall * width;
    const isLonger = page !== undefined && width > 2 * ((page[0]?.raster.width ?? width) + 2 * MARGIN);
    if (page === undefined || area > MOST_PIXELS || (isLonger && page.length >= 12)) pages.push([cut]);
    else page.push(cut);
  }
  return pages.map(setPage);
}

function setPage(cuts: readonly CutLine[]): SetPage {
  const width = Math.max(...cuts.map(({ raster }) => raster.width)) + 2 * MARGIN;
  const height = cuts.reduce((sum, { raster }) => sum + raster.height + MARGIN, MARGIN);
  const pixels = new Uint8Array(width * height).fill(255);
  let top = MARGIN;
  const rows = cuts.map((cut) => {
    const { raster } = cut;
    for (let y = 0; y < raster.height; y += 1)
      pixels.set(raster.pixels.subarray(y * raster.width, (y + 1) * raster.width), (top + y) * width + MARGIN);
    const row = { cut, top };
    top += raster.height + MARGIN;
    return row;
  });
  return { raster: { width, height, pixels }, rows };
}

/** Where a column of a page stands in its row, in pixels of the cut. */
export function columnOfCut(x: number): number {
  return x - MARGIN;
}
