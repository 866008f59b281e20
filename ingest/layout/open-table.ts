import type { Box } from '../../kernel/index.ts';
import { enclose, type Glyph, isWhite } from './glyph.ts';
import type { Grid } from './grids.ts';
import { isTitle } from './is-title.ts';
import { makePiece, type Piece, piecesOf } from './pieces.ts';
import { makeRow, middleOf, type Row, rowsOf, rowText } from './rows.ts';
import { isFilled } from './ruled-table.ts';
import { splitRows } from './split-rows.ts';
import type { Table, TableCell, TableRow } from './table.ts';

const LOOSE = 1;
/** How far rows of a table stand from each other and from its lines at most, in sizes. */
const NEAR = 1.6;
/** Sizes by which print of one table differs at most. */
const ALIKE = 0.3;

export interface OpenTable {
  readonly table: Table;
  readonly used: readonly Glyph[];
}

/**
 * Tables whose level lines alone are drawn. The lines end the rows; the row above the first line is the header, as far up as
 * its text keeps to the columns. Text that crosses a column ends a table, so one grid may hold several.
 */
export function openTable(grid: Grid, glyphs: readonly Glyph[], fills: readonly Box[]): OpenTable[] {
  const inColumns = glyphs.filter((glyph) => glyph.x0 >= grid.box.x0 - LOOSE && glyph.x1 <= grid.box.x1 + LOOSE);
  const pieces = piecesOf(inColumns);
  const rows = rowsOf(pieces.flatMap((piece) => splitAtWalls(piece, grid.xs)));
  // A line without gaps over several columns is no row of names.
  const pieceOf = new Map(pieces.flatMap((piece) => piece.glyphs.map((glyph) => [glyph, piece] as const)));
  const isLine = (row: Row) =>
    row.pieces.length > 1 && new Set(row.pieces.flatMap(({ glyphs }) => glyphs.map((glyph) => pieceOf.get(glyph)))).size === 1;
  const [first = 0] = grid.ys;
  const belowLines = rows.slice(rows.findLastIndex((row) => middleOf(row) < first && isLine(row)) + 1);
  const bands: Row[][] = grid.ys.map((y, index) => bandAbove(belowLines, y, index === 0 ? undefined : grid.ys[index - 1], grid.xs));
  const rowsOfBands = withMergedCells(bands, grid);
  const tables: OpenTable[] = [];
  let current: Row[][] = [];
  const add = (band: readonly Row[]) => {
    if (band.length > 0) current.push([...band]);
  };
  const flush = () => {
    const table = makeTable(grid, current, fills);
    if (table !== undefined) tables.push(table);
    current = [];
  };
  for (const [index, y] of grid.ys.entries()) {
    const band = bands[index] ?? [];
    const top = grid.ys[index - 1];
    const whole = top === undefined ? band : rows.filter((row) => middleOf(row) > top && middleOf(row) < y);
    // Words between two tables that begin alike are what the second one is called.
    const isCaption = current.length > 0 && isOneColumn(band, grid.xs) && textOf(bands[index + 1]) === textOf(current[0]);
    const broken = band.length < whole.length || isCaption;
    if (broken) flush();
    if (isCaption) continue;
    const print = current[0]?.[0]?.size ?? Number.POSITIVE_INFINITY;
    const title = band.findIndex((row) => isTitle(row, print));
    if (title === -1) add(rowsOfBands[index] ?? []);
    else {
      add(band.slice(0, title));
      flush();
      add(band.slice(band.findLastIndex((row) => isTitle(row, print)) + 1));
    }
    const next = grid.ys[index + 1];
    // The last row of a table often has no line below it, and all rows below a header may have none.
    if (next === undefined || startsAnew(bands[index + 1] ?? [], rows, y, next)) {
      const find = current.length === 1 ? rowsBelow : bandBelow;
      const below = find(rows, y, next ?? Number.POSITIVE_INFINITY, grid.xs);
      add(below);
    }
  }
  flush();
  return tables;
}

/** Bands of which each cell of the first column that goes on below a line stands in the one it begins in, wherever it is set. */
function withMergedCells(bands: readonly (readonly Row[])[], { xs, ys, parts = [] }: Grid): readonly (readonly Row[])[] {
  const goesOn = (index: number) => parts.includes(ys[index - 1] ?? Number.NaN);
  const isLabel = (piece: Piece) => columnOf(piece, xs) === 0;
  return bands.map((band, index) => {
    const own = goesOn(index) ? without(band, isLabel) : band;
    const last = bands.findIndex((_, other) => other > index && !goesOn(other));
    const below = goesOn(index) ? [] : bands.slice(index + 1, last === -1 ? undefined : last).flat();
    return [...own, ...without(below, (piece) => !isLabel(piece))];
  });
}

function without(band: readonly Row[], leaveOut: (piece: Piece) => boolean): readonly Row[] {
  return band.flatMap((row) => makeRow(row.pieces.filter((piece) => !leaveOut(piece))) ?? []);
}

function isOneColumn(band: readonly Row[], xs: readonly number[]): boolean {
  return band.length > 0 && band.every(({ pieces }) => pieces.every((piece) => columnOf(piece, xs) === 0));
}

function textOf(band: readonly Row[] | undefined): string {
  return (band ?? []).map(rowText).join('\n');
}

/** Cells may stand closer than words of prose: a gap at a column's edge parts them. */
function splitAtWalls(piece: Piece, xs: readonly number[]): Piece[] {
  const parts: Piece[] = [];
  let current: Glyph[] = [];
  let last: Glyph | undefined;
  const flush = () => {
    const part = makePiece(current);
    if (part !== undefined) parts.push(part);
    current = [];
  };
  for (const glyph of piece.glyphs) {
    if (!isWhite(glyph.text)) {
      const before = last;
      const isApart = before !== undefined && glyph.x0 - before.x1 > 0.35 * glyph.size;
      if (isApart && xs.some((x) => before.x1 <= x + LOOSE && glyph.x0 >= x - LOOSE)) flush();
      last = glyph;
    }
    current.push(glyph);
  }
  flush();
  return parts;
}

/**
 * Rows between two lines that keep to the columns, from the lower line upwards. Where no line or other text stands above them they
 * are the header of a table, and only close ones count: a short line of text may keep to a column too.
 */
function bandAbove(rows: readonly Row[], bottom: number, top: number | undefined, xs: readonly number[]): Row[] {
  const above = rows.filter((row) => middleOf(row) < bottom && (top === undefined || middleOf(row) > top));
  const inColumns = above.slice(above.findLastIndex((row) => row.pieces.some((piece) => columnOf(piece, xs) === undefined)) + 1);
  if (top !== undefined && inColumns.length === above.length) return inColumns;
  const band: Row[] = [];
  for (const row of inColumns.toReversed()) {
    const below = band[0];
    const gap = (below?.y0 ?? bottom) - row.y1;
    if (gap > (below === undefined ? NEAR : 0.7) * row.size) break;
    band.unshift(row);
  }
  const columns = new Set(band.flatMap((row) => row.pieces.map((piece) => columnOf(piece, xs))));
  return columns.size >= 2 ? band : [];
}

/** Whether the rows between two lines are not all of the band that ends at the lower one. */
function startsAnew(band: readonly Row[], rows: readonly Row[], top: number, bottom: number): boolean {
  return band.length < rows.filter((row) => middleOf(row) > top && middleOf(row) < bottom).length;
}

/**
 * Rows right below a line that keep to the columns and fill two of them, or one that is not the first: there a line of text below
 * the table would begin. Up to where the first column is filled, which may be in the middle of the row, other cells may have gaps.
 */
function bandBelow(rows: readonly Row[], top: number, bottom: number, xs: readonly number[]): Row[] {
  const band: Row[] = [];
  for (const row of rows) {
    if (middleOf(row) <= top || middleOf(row) >= bottom) continue;
    const gap = row.y0 - (band.at(-1)?.y1 ?? top);
    const isNamed = band.some((one) => one.pieces.some((piece) => columnOf(piece, xs) === 0));
    if (gap > (isNamed ? 0.7 : NEAR) * row.size || !row.pieces.every((piece) => columnOf(piece, xs) !== undefined)) break;
    band.push(row);
  }
  const columns = new Set(band.flatMap((row) => row.pieces.map((piece) => columnOf(piece, xs))));
  return columns.size >= 2 || !columns.has(0) ? band : [];
}

/** The rows below a header that no line parts, up to a title, print of another size or room that rows of a table do not leave. */
function rowsBelow(rows: readonly Row[], top: number, bottom: number, xs: readonly number[]): Row[] {
  const first = rows.find((row) => middleOf(row) > top);
  const below: Row[] = [];
  for (const row of rows) {
    if (first === undefined || middleOf(row) <= top || middleOf(row) >= bottom) continue;
    const isNear = row.y0 - (below.at(-1)?.y1 ?? top) <= NEAR * row.size && Math.abs(row.size - first.size) <= ALIKE * first.size;
    if (!isNear || isTitle(row, first.size) || row.pieces.some((piece) => columnOf(piece, xs) === undefined)) break;
    below.push(row);
  }
  // What stands in the first column alone may be text below the table.
  const fillsOther = (row: Row) => row.pieces.some((piece) => columnOf(piece, xs) !== 0);
  return below.slice(0, below.findLastIndex(fillsOther) + 1);
}

function columnOf(piece: Piece, xs: readonly number[]): number | undefined {
  for (let column = 0; column + 1 < xs.length; column += 1) {
    if (piece.x0 >= (xs[column] ?? 0) - LOOSE && piece.x1 <= (xs[column + 1] ?? 0) + LOOSE) return column;
  }
  return undefined;
}

function makeTable(grid: Grid, bands: readonly (readonly Row[])[], fills: readonly Box[]): OpenTable | undefined {
  if (bands.length < 2) return undefined;
  const rows = bands.flatMap((band, index): TableRow[] => {
    const box = enclose(band);
    if (box === undefined) return [];
    const cells = grid.xs.slice(0, -1).map((_, column): TableCell => {
      const lines = band.flatMap((row) => makeRow(row.pieces.filter((piece) => columnOf(piece, grid.xs) === column)) ?? []);
      return { column, columnEnd: column + 1, lines };
    });
    const row = { ...box, cells, filled: isFilled(box, fills) };
    return index === 0 ? [row] : splitRows(row, grid.xs.slice(1), bands.length === 2);
  });
  const [head, ...body] = rows;
  if (head !== undefined && bands.length === 2 && body.length > 1) rows[0] = { ...head, ruledOff: true };
  const box = enclose(rows);
  const used = bands.flat().flatMap((row) => row.pieces.flatMap((piece) => [...piece.glyphs]));
  if (box === undefined) return undefined;
  return { table: { ...box, edges: grid.xs, rows }, used };
}
