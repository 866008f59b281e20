import { assertNever, type Box, type ExclusionReason } from '../../kernel/index.ts';
import { borderlessTables } from './borderless-table.ts';
import { bulletOf, bulletSigns } from './bullets.ts';
import { readingRegions } from './columns.ts';
import { takeEquations } from './equations.ts';
import type { ReadFigure } from './glyph.ts';
import { enclose, type Glyph, type LeftOut, type Mark, middle, type PageContent } from './glyph.ts';
import type { Grid, GridCell } from './grids.ts';
import { tableGrids } from './gutter-grids.ts';
import { isProse } from './is-prose.ts';
import { takeLetterBullets } from './letter-bullets.ts';
import { numbersBeside, withLineNumbers } from './line-numbers.ts';
import { type LineNumbering, marginNumbers } from './margin-numbers.ts';
import { openTable } from './open-table.ts';
import { gapStarts, type Piece, partedPiece, piecesOf, pieceText } from './pieces.ts';
import { type Row, rowsOf } from './rows.ts';
import { glyphsByCell, ruledTable } from './ruled-table.ts';
import type { Table } from './table.ts';
import { withoutUnderlines } from './underlines.ts';

/** One line of running text, with the edges of the column it stands in. */
export interface LineElement {
  readonly kind: 'line';
  readonly row: Row;
  readonly left: number;
  readonly right: number;
  /** Lines of one box drawn on the page share its number. */
  readonly frame?: number;
  /** The shape drawn before it as a bullet. */
  readonly bullet?: Mark;
}

export interface TableElement {
  readonly kind: 'table';
  readonly table: Table;
}

/** A picture with what was read of it. */
export interface FigureElement {
  readonly kind: 'figure';
  readonly figure: ReadFigure;
}

type PageElement = LineElement | TableElement | FigureElement;

/** What a page says, in reading order, and what of it is furniture. */
export interface PageElements {
  readonly elements: readonly PageElement[];
  readonly leftOut: readonly LeftOut[];
  /** The numbers in its margin, with which the next page goes on. */
  readonly lineNumbering?: LineNumbering | undefined;
}

/** Says which lines of a page are furniture. */
export type Furniture = (rows: readonly Row[]) => ReadonlyMap<Row, ExclusionReason>;

/** A box higher than this share of the page holds the page, not a table's cell. */
const CONTAINER = 0.45;

/** A box up to this share of the page's height that has text of the page above or below it is one of the text. */
const HIGHEST = 0.8;

/** Takes a page apart into lines and tables in reading order. `before`: the numbers in the margin of the page before. */
export function pageElements(content: PageContent, furniture: Furniture, before?: LineNumbering): PageElements {
  const leftOut: LeftOut[] = [...content.leftOut];
  const dropped = new Set<Glyph>();
  const leave = (pieces: readonly Piece[], reason: ExclusionReason) => {
    leftOut.push({ text: pieces.map(pieceText).join(' '), boxes: pieces.map(bounds), reason });
    for (const piece of pieces) for (const glyph of piece.glyphs) dropped.add(glyph);
  };
  const rows = rowsOf(piecesOf(content.glyphs));
  const left = furniture(rows);
  for (const [row, reason] of left) leave(row.pieces, reason);
  const text = rows.filter((row) => !left.has(row));
  const numbers = marginNumbers(text, before);
  for (const piece of numbers.pieces) leave([piece], 'line-number');
  const { glyphs, bullets: letters } = takeLetterBullets(content.glyphs.filter((glyph) => !dropped.has(glyph)));
  const { blocks, loose: outside } = takeBlocks(content, glyphs);
  const { glyphs: loose, leftOut: equations } = takeEquations(outside, content);
  leftOut.push(...equations);
  const figures = (content.read ?? []).map((figure): Item => ({ ...figure.box, elements: [{ kind: 'figure', figure }] }));
  const items: Item[] = [...piecesOf(loose).map(itemOf), ...blocks, ...figures];
  const elements = readingRegions(items, GAPS).flatMap((region) => regionElements(region.items, region.left, region.right, content.fills));
  const bullets = [...content.marks, ...bulletSigns(content), ...letters];
  return {
    elements: elements.map((element) => (element.kind === 'line' ? withBullet(element, bullets) : element)),
    leftOut,
    lineNumbering: numbers.numbering,
  };
}

function withBullet(line: LineElement, marks: readonly Mark[]): LineElement {
  const bullet = bulletOf(line.row, marks);
  return bullet === undefined ? line : { ...line, bullet };
}

interface Item extends Box {
  readonly piece?: Piece;
  /** Where what stands behind gaps within it begins. */
  readonly starts?: readonly number[];
  readonly elements?: readonly PageElement[];
}

function itemOf(piece: Piece): Item {
  return { ...bounds(piece), piece, starts: gapStarts(piece) };
}

const GAPS = {
  starts: ({ starts }: Item) => starts ?? [],
  part: (item: Item, start: number) => (item.piece === undefined ? [item] : partedPiece(item.piece, start).map(itemOf)),
  isProse: ({ piece }: Item) => piece !== undefined && isProse(pieceText(piece)),
};

function bounds({ x0, y0, x1, y1 }: Box): Box {
  return { x0, y0, x1, y1 };
}

/** Takes tables and framed text off the page; the rest of the glyphs stay loose. */
function takeBlocks(content: PageContent, glyphs: readonly Glyph[]): { blocks: Item[]; loose: readonly Glyph[] } {
  const blocks: Item[] = [];
  let loose = glyphs;
  const take = (taken: Iterable<Glyph>) => {
    const set = new Set(taken);
    loose = loose.filter((glyph) => !set.has(glyph));
  };
  const frames: Box[] = [];
  for (const grid of smallestFirst(tableGrids(content, withoutUnderlines(content.level, glyphs), glyphs))) {
    if (grid.open) {
      for (const { table, used } of openTable(grid, loose, content.fills)) {
        take(used);
        blocks.push({ ...bounds(table), elements: [{ kind: 'table', table }] });
      }
      continue;
    }
    if (grid.box.y1 - grid.box.y0 < 6) continue;
    const byCell = glyphsByCell(grid, loose);
    const isHigh = grid.cells.some(({ box }) => box.y1 - box.y0 > CONTAINER * content.height);
    if (isFrame(byCell)) {
      if (!isHigh || (grid.cells.length === 1 && isAmidText(grid.box, content.height, loose))) frames.push(grid.box);
      continue;
    }
    if (isHigh) continue;
    const table = ruledTable(grid, byCell, content.fills);
    if (table === undefined) continue;
    take([...byCell.values()].flat());
    blocks.push({ ...bounds(table), elements: [{ kind: 'table', table }] });
  }
  const fills = content.fills.filter(
    (fill) => fill.y1 - fill.y0 < CONTAINER * content.height && !blocks.some((block) => overlap(block, fill)),
  );
  joinTouching([...frames, ...fills]).forEach((frame, index) => {
    const within = loose.filter((glyph) => contains(frame, middle(glyph)));
    const inside = [...within, ...numbersBeside(frame, loose)];
    const elements = frameElements(inside, index, content.fills);
    if (elements.length === 0) return;
    take(inside);
    blocks.push({ ...bounds(frame), elements });
  });
  return { blocks, loose };
}

function smallestFirst(grids: readonly Grid[]): Grid[] {
  const area = ({ box }: Grid) => (box.x1 - box.x0) * (box.y1 - box.y0);
  return [...grids].sort((a, b) => area(a) - area(b));
}

/** One cell of text with nothing but a picture beside it. */
function isFrame(byCell: ReadonlyMap<GridCell, readonly Glyph[]>): boolean {
  const columns = new Set([...byCell.keys()].map((cell) => cell.column));
  return byCell.size > 0 && columns.size === 1;
}

/** Whether a high box is set into the text of the page, and does not hold it. */
function isAmidText(box: Box, height: number, glyphs: readonly Glyph[]): boolean {
  return box.y1 - box.y0 < HIGHEST * height && glyphs.some(({ y0, y1 }) => y1 < box.y0 || y0 > box.y1);
}

function frameElements(glyphs: readonly Glyph[], frame: number, fills: readonly Box[]): PageElement[] {
  const rows = rowsOf(piecesOf(glyphs));
  const box = enclose(rows);
  return box === undefined ? [] : linesAndTables(rows, fills, { left: box.x0, right: box.x1, frame });
}

/** Lines, and tables set by space alone, top to bottom. */
function linesAndTables(found: readonly Row[], fills: readonly Box[], place: Pick<LineElement, 'left' | 'right' | 'frame'>): PageElement[] {
  const rows = withLineNumbers(found);
  const elements: PageElement[] = [];
  let next = 0;
  const lines = (to?: number) => {
    for (const row of rows.slice(next, to)) elements.push({ kind: 'line', row, ...place });
  };
  for (const { from, to, table } of borderlessTables(rows, fills)) {
    lines(from);
    elements.push({ kind: 'table', table });
    next = to;
  }
  lines();
  return elements;
}

/** Boxes that lie in one another or share an edge and its length are one frame: a coloured bar and the box below it. */
function joinTouching(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const index = joined.findIndex((one) => touches(one, box));
    const other = joined[index];
    if (other === undefined) joined.push(box);
    else joined[index] = enclose([other, box]) ?? box;
  }
  return joined;
}

function touches(one: Box, other: Box): boolean {
  const beside = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const above = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  if (beside > 1 && above > 1) return true;
  const sameWidth = Math.abs(one.x0 - other.x0) <= 3 && Math.abs(one.x1 - other.x1) <= 3;
  return sameWidth && above > -1.5;
}

function overlap(one: Box, other: Box): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}

function contains(box: Box, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= box.x0 && point.x <= box.x1 && point.y >= box.y0 && point.y <= box.y1;
}

/** Lines and tables of one region, top to bottom. */
function regionElements(items: readonly Item[], left: number, right: number, fills: readonly Box[]): PageElement[] {
  const rows = rowsOf(items.flatMap((item) => item.piece ?? []));
  const placed: { readonly y: number; readonly elements: readonly PageElement[] }[] = [];
  for (const item of items) if (item.elements !== undefined) placed.push({ y: item.y0, elements: item.elements });
  for (const element of linesAndTables(rows, fills, { left, right })) {
    placed.push({ y: topOf(element), elements: [element] });
  }
  return placed.sort((a, b) => a.y - b.y).flatMap((one) => one.elements);
}

function topOf(element: PageElement): number {
  switch (element.kind) {
    case 'line':
      return element.row.y0;
    case 'table':
      return element.table.y0;
    case 'figure':
      return element.figure.box.y0;
    default:
      return assertNever(element);
  }
}
