import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkOf, measured } from './ink-pieces.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** Heights of a line above and below it, and to its sides, in which its neighbours' signs are seen whole. */
const AROUND = { above: 1, beside: 2 } as const;
/** Share of its height with which a piece of ink stands in a line that it belongs to. */
const OWN = 0.4;
/** So much wider than high, a piece is a stroke below letters and no letter. */
const FLAT = 2;
const PAPER = 255;

/** A line on a raster of its own, and the way back. */
export interface LineOnItsInk {
  readonly line: RecognisedLine;
  readonly raster: GreyRaster;
  /** What stands on the raster of the line, on the raster of the page. */
  onPage(line: RecognisedLine): RecognisedLine;
}

/**
 * A line with its ink alone: what reaches into its box of the signs of the lines above and below is paper. Finders of lines grow their boxes
 * beyond the print, and where lines stand close, the letters of the next one begin in them.
 */
export function onItsOwnInk(line: RecognisedLine, raster: GreyRaster, threshold: number): LineOnItsInk {
  const high = line.box.y1 - line.box.y0;
  const around = {
    x0: line.box.x0 - AROUND.beside * high,
    x1: line.box.x1 + AROUND.beside * high,
    y0: line.box.y0 - AROUND.above * high,
    y1: line.box.y1 + AROUND.above * high,
  };
  const [left, right] = [Math.max(0, Math.floor(around.x0)), Math.min(raster.width, Math.ceil(around.x1))];
  const [top, bottom] = [Math.max(0, Math.floor(around.y0)), Math.min(raster.height, Math.ceil(around.y1))];
  const width = Math.max(0, right - left);
  const pixels = new Uint8Array(width * Math.max(0, bottom - top));
  for (let y = top; y < bottom; y += 1)
    pixels.set(raster.pixels.subarray(y * raster.width + left, y * raster.width + right), (y - top) * width);
  const { wide, pieces } = inkOf(around, raster, threshold);
  for (const inked of pieces) if (isOfAnother(measured(inked, wide, left, top), line.box)) for (const place of inked) pixels[place] = PAPER;
  return {
    line: moved(line, -left, -top),
    raster: { width, height: Math.max(0, bottom - top), pixels },
    onPage: (placed) => moved(placed, left, top),
  };
}

/** Whether a piece of ink that begins in a line stands for most of its height above or below it. */
function isOfAnother(piece: Box, line: Box): boolean {
  const high = piece.y1 - piece.y0;
  const inside = Math.min(piece.y1, line.y1) - Math.max(piece.y0, line.y0);
  return inside < OWN * high && piece.x1 - piece.x0 < FLAT * high;
}

function moved(line: RecognisedLine, x: number, y: number): RecognisedLine {
  const box = (one: Box): Box => ({ x0: one.x0 + x, x1: one.x1 + x, y0: one.y0 + y, y1: one.y1 + y });
  const words = line.words.map((word) => ({
    ...word,
    box: box(word.box),
    symbols: word.symbols.map((symbol) => ({ ...symbol, box: box(symbol.box) })),
  }));
  return { ...line, box: box(line.box), baseline: line.baseline + y, words };
}
