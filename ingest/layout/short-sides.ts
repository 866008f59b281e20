import type { Box } from '../../kernel/index.ts';
import type { Glyph, Stroke } from './glyph.ts';
import type { Grid } from './grids.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Points by which the ends of lines of one table may differ. */
const SAME_END = 4;
/** Points between the two lines of a double rule at least and at most: what lies closer is one line, found twice. */
const DOUBLE = { least: 1.5, most: 6 };
/** Height of a row beyond a double rule, in points at least, and in heights of the rows of its table at most. */
const ROW = { least: 6, most: 3 };
/** Points up to which a row is too low for its sides to be told from the stems of letters. */
const LOW = 16;
/** Points by which a piece may reach over the line of a column. */
const OVER = 1;

/**
 * The sides of a row that a double rule parts from the other rows of its table, as one does a header: on a scan they are too short to be
 * told from letters. They stand where those of the table do and no print of the row runs over them.
 */
export function shortSides(grids: readonly Grid[], level: readonly Stroke[], glyphs: readonly Glyph[]): readonly Stroke[] {
  return grids
    .filter(({ open, xs, ys }) => !open && xs.length > 2 && ys.length > 2)
    .flatMap((grid) => [...sidesBeyond(grid, level, glyphs, -1), ...sidesBeyond(grid, level, glyphs, 1), ...sidesOfLowRows(grid, glyphs)]);
}

/** Rows whose print fills each column, and that are too low for their sides to be seen. */
function sidesOfLowRows({ box, xs, ys }: Grid, glyphs: readonly Glyph[]): readonly Stroke[] {
  return ys.slice(1).flatMap((to, at): readonly Stroke[] => {
    const from = ys[at] ?? to;
    if (to - from > LOW) return [];
    const pieces = piecesWithin(box, from, to, glyphs);
    const columnOf = ({ x0, x1 }: Piece) =>
      xs.findIndex((x, column) => x0 >= x - OVER && x1 <= (xs[column + 1] ?? Number.NEGATIVE_INFINITY) + OVER);
    const columns = new Set(pieces.map(columnOf));
    return columns.has(-1) || columns.size < xs.length - 1 ? [] : xs.map((x): Stroke => ({ at: x, from, to }));
  });
}

function piecesWithin(box: Box, from: number, to: number, glyphs: readonly Glyph[]): readonly Piece[] {
  return piecesOf(glyphs.filter(({ x0, x1, y0, y1 }) => x0 < box.x1 && x1 > box.x0 && (y0 + y1) / 2 > from && (y0 + y1) / 2 < to));
}

/** `way`: -1 above the table, 1 below it. */
function sidesBeyond({ box, xs, ys }: Grid, level: readonly Stroke[], glyphs: readonly Glyph[], way: -1 | 1): readonly Stroke[] {
  const edge = way === -1 ? box.y0 : box.y1;
  const height = (box.y1 - box.y0) / (ys.length - 1);
  const beyond = level
    .filter(({ from, to }) => Math.abs(from - box.x0) <= SAME_END && Math.abs(to - box.x1) <= SAME_END)
    .map(({ at }) => way * (at - edge))
    .filter((distance) => distance >= DOUBLE.least)
    .sort((a, b) => a - b);
  const near = beyond.filter((distance) => distance <= DOUBLE.most).at(-1);
  const far = beyond.find((distance) => distance > DOUBLE.most);
  if (near === undefined || far === undefined || far - near < ROW.least || far > ROW.most * height) return [];
  const [from, to] = way === -1 ? [edge - far, edge] : [edge, edge + far];
  const pieces = piecesWithin(box, from, to, glyphs);
  if (pieces.length === 0) return [];
  return xs.filter((x) => !pieces.some(({ x0, x1 }) => x0 < x - OVER && x1 > x + OVER)).map((at): Stroke => ({ at, from, to }));
}
