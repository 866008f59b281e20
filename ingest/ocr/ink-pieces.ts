import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';

/** Ink that hangs together, in pixels of the raster. */
export interface InkPiece extends Box {
  /** First and last column of its ink in each of its rows, from the top. */
  readonly rows: readonly (readonly [from: number, to: number])[];
}

/** Pixels; less is dust. */
const DUST = 4;
/** Pixels of a box; a larger one is no line. */
const MOST_PIXELS = 1_500_000;
/** More are a pattern and no signs: of a line, and of a line with those around it. */
const MOST_PIECES = 800;
const MOST_AROUND = 4_000;

/** Ink of a box: the places that hang together, counted row by row from its upper left corner. */
export interface InkOfBox {
  readonly x0: number;
  readonly y0: number;
  readonly wide: number;
  readonly pieces: readonly (readonly number[])[];
}

/** The ink of a box in pieces that hang together; none of a box that is too large for a line, or full of specks. */
export function inkOf(box: Box, { width, height, pixels }: GreyRaster, threshold: number): InkOfBox {
  const [x0, x1] = [Math.max(0, Math.floor(box.x0)), Math.min(width, Math.ceil(box.x1))];
  const [y0, y1] = [Math.max(0, Math.floor(box.y0)), Math.min(height, Math.ceil(box.y1))];
  const [wide, high] = [Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
  const none: InkOfBox = { x0, y0, wide, pieces: [] };
  if (wide * high > MOST_PIXELS) return none;
  const open = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) if ((pixels[(y0 + y) * width + x0 + x] ?? 255) < threshold) open[y * wide + x] = 1;
  const pieces: (readonly number[])[] = [];
  for (let start = 0; start < open.length; start += 1) {
    if (open[start] !== 1) continue;
    const inked = pieceFrom(start, open, wide, high);
    if (inked.length >= DUST) pieces.push(inked);
    if (pieces.length > MOST_AROUND) return none;
  }
  return { ...none, pieces };
}

/**
 * The pieces of ink of the box of a line, from left to right by their middles: signs that overlap as slashes do are parted, as columns cannot.
 * None of a box that is too large for one, or full of specks.
 */
export function piecesOfInk(box: Box, raster: GreyRaster, threshold: number): readonly InkPiece[] {
  const { x0, y0, wide, pieces } = inkOf(box, raster, threshold);
  if (pieces.length > MOST_PIECES) return [];
  return pieces.map((inked) => measured(inked, wide, x0, y0)).sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1 || a.y0 - b.y0);
}

/** The places that hang together with one, by their sides or corners, which are open no more then. */
function pieceFrom(start: number, open: Uint8Array, wide: number, high: number): readonly number[] {
  const inked = [start];
  open[start] = 0;
  for (let at = 0; at < inked.length; at += 1) {
    const place = inked[at] ?? 0;
    const [x, y] = [place % wide, Math.floor(place / wide)];
    for (let row = Math.max(0, y - 1); row <= Math.min(high - 1, y + 1); row += 1)
      for (let column = Math.max(0, x - 1); column <= Math.min(wide - 1, x + 1); column += 1) {
        const next = row * wide + column;
        if (open[next] !== 1) continue;
        open[next] = 0;
        inked.push(next);
      }
  }
  return inked;
}

/** A piece by the places that hang together, counted row by row from `x0`, `y0` in rows so `wide`. */
export function measured(inked: readonly number[], wide: number, x0: number, y0: number): InkPiece {
  const high = inked.map((place) => Math.floor(place / wide));
  const first = high.reduce((least, y) => Math.min(least, y), high[0] ?? 0);
  const rows: [number, number][] = [];
  inked.forEach((place, at) => {
    const [x, y] = [x0 + (place % wide), (high[at] ?? first) - first];
    const row = rows[y];
    if (row === undefined) rows[y] = [x, x + 1];
    else if (x < row[0]) row[0] = x;
    else if (x >= row[1]) row[1] = x + 1;
  });
  const left = rows.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const right = rows.reduce((most, [, to]) => Math.max(most, to), 0);
  return { x0: left, x1: right, y0: y0 + first, y1: y0 + first + rows.length, rows };
}
