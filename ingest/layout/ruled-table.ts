import type { Box } from '../../kernel/index.ts';
import { enclose, type Glyph, isWhite, middle } from './glyph.ts';
import type { Grid, GridCell } from './grids.ts';
import { piecesOf } from './pieces.ts';
import { rowsOf } from './rows.ts';
import { splitRows } from './split-rows.ts';
import type { Table, TableCell, TableRow } from './table.ts';

/** A drawing made of lines has many cells and little text in them. */
const TEXT_SHARE = 0.25;
const LOOSE = 0.5;

/** Letters of one word stand no further apart than this, in sizes, and lie over each other by no more than kerning makes them. */
const TOUCHING = 0.08;
const KERNED = 0.25;
/** A wall cuts a letter that lies on both sides of it by this, in sizes; else it may stand between two words. */
const CUT = 0.06;
/** Two letters of one word that a wall happens to stand between lie edge to edge by this, in sizes, and the word off its cell's own wall. */
const EDGE_TO_EDGE = 0.02;

/**
 * Glyphs of each cell, by the middle of the glyph, and of a word that runs over walls by where it begins; glyphs outside all cells are in
 * none, but those that the lowest line cuts below text of a cell.
 */
export function glyphsByCell(grid: Grid, glyphs: readonly Glyph[]): Map<GridCell, Glyph[]> {
  const byCell = new Map<GridCell, Glyph[]>();
  const cut: Glyph[] = [];
  let word: OpenWord | undefined;
  for (const glyph of glyphs) {
    const { x, y } = middle(glyph);
    const open: OpenWord | undefined = word !== undefined && follows(word, glyph) ? word : undefined;
    const over = open !== undefined && runsOver(open, glyph) ? open.cell : undefined;
    const cell = over ?? grid.cells.find(({ box }) => isBeside(box, x) && y >= box.y0 - LOOSE && y < box.y1 + LOOSE);
    word = cell === undefined ? undefined : { cell, last: glyph, first: open?.first ?? glyph };
    if (cell === undefined) {
      if (glyph.y0 < grid.box.y1 && glyph.y1 > grid.box.y1) cut.push(glyph);
      continue;
    }
    const inCell = byCell.get(cell);
    if (inCell === undefined) byCell.set(cell, [glyph]);
    else inCell.push(glyph);
  }
  const lowest = [...byCell].filter(([{ box }]) => box.y1 >= grid.box.y1 - LOOSE);
  for (const glyph of cut) lowest.find(([{ box }]) => isBeside(box, middle(glyph).x))?.[1].push(glyph);
  return byCell;
}

/** A word of a cell as far as it was drawn. */
interface OpenWord {
  readonly cell: GridCell;
  readonly first: Glyph;
  readonly last: Glyph;
}

/** Whether a glyph that is drawn next belongs to the word. */
function follows({ last }: OpenWord, glyph: Glyph): boolean {
  if (isWhite(last.text) || isWhite(glyph.text) || last.turned || glyph.turned) return false;
  const gap = (glyph.x0 - last.x1) / glyph.size;
  return Math.abs(glyph.baseline - last.baseline) <= LOOSE && gap >= -KERNED && gap <= TOUCHING;
}

/** Whether the next glyph of a word belongs to the word's cell though it may stand past its right wall. */
function runsOver({ cell, first, last }: OpenWord, glyph: Glyph): boolean {
  const wall = cell.box.x1;
  if (last.x0 > wall - LOOSE) return true;
  const isCut = [last, glyph].some(({ x0, x1 }) => x0 < wall - CUT * glyph.size && x1 > wall + CUT * glyph.size);
  return isCut || (Math.abs(glyph.x0 - last.x1) < EDGE_TO_EDGE * glyph.size && first.x0 > cell.box.x0 + CUT * glyph.size);
}

function isBeside({ x0, x1 }: Box, x: number): boolean {
  return x >= x0 - LOOSE && x < x1 + LOOSE;
}

/** The grid as a table; undefined when it is a frame, a drawing or empty. */
export function ruledTable(grid: Grid, byCell: ReadonlyMap<GridCell, readonly Glyph[]>, fills: readonly Box[]): Table | undefined {
  const spoken = grid.cells.filter((cell) => (byCell.get(cell) ?? []).some((glyph) => !isWhite(glyph.text)));
  const columns = new Set(spoken.map((cell) => cell.column));
  if (spoken.length < 2 || columns.size < 2) return undefined;
  if (grid.cells.length > 8 && spoken.length < TEXT_SHARE * grid.cells.length) return undefined;
  const edges = usedEdges(grid, spoken);
  const rights = edges.map((edge) => grid.xs.find((x) => x > edge + LOOSE) ?? edge);
  const columnAt = (x: number) => edges.reduce((count, edge, index) => (x >= edge - LOOSE ? index : count), 0);
  const rows: TableRow[] = [];
  let isSplit = false;
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const starting = grid.cells.filter((cell) => cell.row === row);
    const cells = starting.map((cell): TableCell => {
      const column = columnAt(cell.box.x0);
      return { column, columnEnd: Math.max(column + 1, columnAt(cell.box.x1)), lines: rowsOf(piecesOf(byCell.get(cell) ?? [])) };
    });
    const box = enclose(starting.map((cell) => cell.box));
    if (box === undefined || cells.every((cell) => cell.lines.length === 0)) continue;
    const isOnly = grid.ys.length <= 3 && row === grid.ys.length - 2;
    const parts = splitRows({ ...box, cells: mergeByColumn(cells), filled: isFilled(box, fills) }, rights, isOnly);
    const above = rows.at(-1);
    if (parts.length > 1 && above !== undefined && !isSplit) rows[rows.length - 1] = { ...above, ruledOff: true };
    isSplit = isSplit || parts.length > 1;
    rows.push(...parts);
  }
  return rows.length === 0 ? undefined : { ...grid.box, edges, rows };
}

/** Edges at which some cell with text begins, and the outer right one: a line drawn twice makes no empty column. */
function usedEdges(grid: Grid, spoken: readonly GridCell[]): number[] {
  const starts = new Set(spoken.map((cell) => cell.column));
  starts.add(0);
  const edges = grid.xs.filter((_, index) => starts.has(index));
  return [...edges, grid.box.x1];
}

function mergeByColumn(cells: readonly TableCell[]): TableCell[] {
  const merged: TableCell[] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const last = merged.at(-1);
    if (last !== undefined && last.column === cell.column) {
      merged[merged.length - 1] = {
        column: cell.column,
        columnEnd: Math.max(last.columnEnd, cell.columnEnd),
        lines: [...last.lines, ...cell.lines],
      };
    } else merged.push(cell);
  }
  return merged;
}

/** A fill of about this row's height and most of its width. */
export function isFilled(row: Box, fills: readonly Box[]): boolean {
  const height = row.y1 - row.y0;
  let covered = 0;
  for (const fill of fills) {
    const overlap = Math.min(fill.y1, row.y1) - Math.max(fill.y0, row.y0);
    if (overlap < 0.7 * height || fill.y1 - fill.y0 > 1.4 * height) continue;
    covered += Math.max(0, Math.min(fill.x1, row.x1) - Math.max(fill.x0, row.x0));
  }
  return covered >= 0.7 * (row.x1 - row.x0);
}
