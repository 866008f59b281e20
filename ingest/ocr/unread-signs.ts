import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type InkPiece, piecesOfInk } from './ink-pieces.ts';
import { tallSigns } from './tall-signs.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** Heights of a capital or digit: how high a sign is at least and at most, how far from the next one, and how wide with it. */
const SIGN = { least: 0.75, most: 1.25, gap: 0.4, all: 3 };
/** What stands around a line in its box, in heights of a digit, as finders of lines grow it. */
const GROWN = { above: 0.47, below: 0.42, beside: 0.5 };
/** More of them are no signs that were passed over but a picture. */
const MOST = 60;

/**
 * Where signs stand that no line holds, in the row of one: finders of lines pass over single digits in cells of their own, as the numbers of
 * parts are. Boxes are those of lines, in pixels. `threshold`: the grey below which a pixel is ink.
 */
export function unreadSigns(lines: readonly RecognisedLine[], raster: GreyRaster, threshold: number): readonly Box[] {
  const found: Box[] = [];
  const looked: RecognisedLine[] = [];
  for (const line of lines) {
    const high = tallSigns(line)?.high;
    const middle = (line.box.y0 + line.box.y1) / 2;
    if (high === undefined || looked.some(({ box }) => middle > box.y0 && middle < box.y1)) continue;
    looked.push(line);
    const row = { x0: 0, x1: raster.width, y0: line.box.y0, y1: line.box.y1 };
    const pieces = piecesOfInk(row, raster, threshold).filter((piece) => !lines.some(({ box }) => touches(piece, box)));
    found.push(
      ...groupsOf(
        pieces.filter((piece) => !isCut(piece, row)),
        high,
      ),
    );
    if (found.length > MOST) return [];
  }
  return found;
}

function touches(one: Box, other: Box): boolean {
  return one.x0 < other.x1 && one.x1 > other.x0 && one.y0 < other.y1 && one.y1 > other.y0;
}

/** Whether a piece goes on beyond the row: it belongs to something larger. */
function isCut(piece: Box, row: Box): boolean {
  return piece.y0 <= Math.max(0, Math.floor(row.y0)) || piece.y1 >= Math.ceil(row.y1);
}

function groupsOf(pieces: readonly InkPiece[], high: number): readonly Box[] {
  const groups: Box[] = [];
  for (const { x0, x1, y0, y1 } of pieces) {
    const last = groups.at(-1);
    if (last !== undefined && x0 - last.x1 <= SIGN.gap * high)
      groups[groups.length - 1] = { x0: last.x0, x1: Math.max(last.x1, x1), y0: Math.min(last.y0, y0), y1: Math.max(last.y1, y1) };
    else groups.push({ x0, x1, y0, y1 });
  }
  return groups.filter(isSign).map(({ x0, x1, y0, y1 }) => ({
    x0: x0 - GROWN.beside * high,
    x1: x1 + GROWN.beside * high,
    y0: y0 - GROWN.above * high,
    y1: y1 + GROWN.below * high,
  }));

  function isSign({ x0, x1, y0, y1 }: Box): boolean {
    return y1 - y0 >= SIGN.least * high && y1 - y0 <= SIGN.most * high && x1 - x0 <= SIGN.all * high;
  }
}
