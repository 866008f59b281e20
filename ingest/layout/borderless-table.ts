import type { Box } from '../../kernel/index.ts';
import { headsTable } from '../../ontology/index.ts';
import { firstWordWidth } from './first-word-width.ts';
import { enclose, isWhite, isWide } from './glyph.ts';
import { countItems } from './item-label.ts';
import { clusterValues } from './merge-strokes.ts';
import type { Piece } from './pieces.ts';
import { pieceText } from './pieces.ts';
import { makeRow, type Row } from './rows.ts';
import { isFilled } from './ruled-table.ts';
import type { Table, TableCell, TableRow } from './table.ts';

const MIN_ROWS = 3;
/** Space between two columns, in ems. */
const GUTTER = 0.9;
/** Share of a column's pieces that begin, end or stand centred at one place. */
const ALIGNED_SHARE = 0.6;
const ALIGNED = 3;
const MARKER = /^(?:[•●○▪■□◆➢✓*–—-]|\(?\p{L}[.)）]|[(（]?\d{1,3}(?:\.\d{1,3})*[.)）、]?|[①-⑳])$/u;

/** Between a sign and what it stands for: each of them has one of its own. */
const RELATION = /^[=≈→]$/u;

/** Rows from `from` to `to` (exclusive) of the list given are the table. */
export interface FoundTable {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/** Finds tables that are set by space alone: at least three rows with two or more columns in common. */
export function borderlessTables(rows: readonly Row[], fills: readonly Box[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (let from = 0; from < rows.length; ) {
    const table = tableAt(rows, from, fills);
    if (table !== undefined) found.push(table);
    from = table?.to ?? from + 1;
  }
  return found;
}

function tableAt(rows: readonly Row[], from: number, fills: readonly Box[]): FoundTable | undefined {
  const first = rows[from];
  if (first === undefined || first.pieces.length < 2) return undefined;
  // A listing has its columns by spaces; on printouts tables have them too, below names of columns.
  if (first.listed && !headsTable(first.pieces.map(pieceText))) return undefined;
  let columns = first.pieces.map((piece): Interval => ({ x0: piece.x0, x1: piece.x1 }));
  let to = from + 1;
  for (; to < rows.length; to += 1) {
    const row = rows[to];
    const above = rows[to - 1];
    if (
      row === undefined ||
      above === undefined ||
      row.y0 - above.y1 > 2.2 * above.size ||
      Math.abs(row.size - first.size) > 0.3 * first.size
    )
      break;
    const next = mergeIntervals([...columns, ...row.pieces], GUTTER * first.size);
    if (next.length < 2 || (row.pieces.length === 1 && next.length < columns.length)) break;
    // What runs over two columns of a table, as a title with its number set apart does, stands below it, unless all are items of a list.
    if (
      row.pieces.some((piece) => columns.filter((column) => overlaps(column, piece)).length > 1) &&
      isTable(rows.slice(from, to), columns) &&
      !isList(rows.slice(from, to), next)
    )
      break;
    columns = next;
  }
  while (to > from && filledColumns(rows[to - 1], columns).size < 2 && filledColumns(rows[to - 1], columns).has(0)) to -= 1;
  const block = rows.slice(from, to);
  if (!isTable(block, columns)) return undefined;
  const edges = [...columns.map((column) => column.x0), columns.at(-1)?.x1 ?? 0];
  const box = enclose(block);
  return box === undefined ? undefined : { from, to, table: { ...box, edges, rows: logicalRows(block, columns, fills) } };
}

function isTable(block: readonly Row[], columns: readonly Interval[]): boolean {
  const full = block.filter((row) => filledColumns(row, columns).size >= 2);
  return full.length >= MIN_ROWS && full.length >= 0.4 * block.length && isAlignedBelow(block, columns) && !isList(block, columns);
}

function overlaps(one: Interval, other: Interval): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1;
}

interface Interval {
  readonly x0: number;
  readonly x1: number;
}

function mergeIntervals(intervals: readonly Interval[], gutter: number): Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.x0 - b.x0)) {
    const last = merged.at(-1);
    if (last !== undefined && interval.x0 - last.x1 < gutter)
      merged[merged.length - 1] = { x0: last.x0, x1: Math.max(last.x1, interval.x1) };
    else merged.push({ x0: interval.x0, x1: interval.x1 });
  }
  return merged;
}

function columnOf(piece: Piece, columns: readonly Interval[]): number {
  const x = (piece.x0 + piece.x1) / 2;
  return Math.max(
    0,
    columns.findIndex((column) => x >= column.x0 - 1 && x <= column.x1 + 1),
  );
}

function filledColumns(row: Row | undefined, columns: readonly Interval[]): Set<number> {
  return new Set((row?.pieces ?? []).map((piece) => columnOf(piece, columns)));
}

/** Names of columns may be set in the middle over cells that begin or end at one place. */
function isAlignedBelow(block: readonly Row[], columns: readonly Interval[]): boolean {
  return isAligned(block, columns) || (block.length > MIN_ROWS && isAligned(block.slice(1), columns));
}

function isAligned(block: readonly Row[], columns: readonly Interval[]): boolean {
  const pieces = block.flatMap((row) => row.pieces);
  const aligned = columns.filter((_, index) => {
    const own = pieces.filter((piece) => columnOf(piece, columns) === index);
    const share = (place: (piece: Piece) => number) => largestCluster(own.map(place)) / Math.max(1, own.length);
    return (
      own.length >= 2 &&
      [(p: Piece) => p.x0, (p: Piece) => p.x1, (p: Piece) => (p.x0 + p.x1) / 2].some((place) => share(place) >= ALIGNED_SHARE)
    );
  });
  return aligned.length >= 2;
}

function largestCluster(values: readonly number[]): number {
  const centres = clusterValues(values, 2 * ALIGNED);
  return Math.max(0, ...centres.map((centre) => values.filter((value) => Math.abs(value - centre) <= ALIGNED).length));
}

/** Markers with their text beside them are a list, not a table of two columns. */
function isList(block: readonly Row[], columns: readonly Interval[]): boolean {
  if (columns.length !== 2) return false;
  const first = block.flatMap((row) => row.pieces).filter((piece) => columnOf(piece, columns) === 0);
  const texts = first.map(pieceText);
  return texts.length > 0 && (countItems(texts) || texts.filter((text) => MARKER.test(text)).length >= 0.7 * texts.length);
}

/** Cells that would have had room in the line above: one may be broken by choice, two of one line are a row of their own. */
const ROOMY_CELLS = 2;
const SPACE = 0.3;
/** Chinese characters of a cell that is one word. */
const ONE_WORD = 4;

/** Sizes beyond the last column in which a short word, as a mark is, would have had room. */
const BESIDE = 2;

/** Where the lines of each column end at the latest: of words, each of which has one of its own, before the next column. */
function endsOf(block: readonly Row[], columns: readonly Interval[]): readonly number[] {
  return columns.map(({ x1 }, index) => {
    const own = block.flatMap((row) => row.pieces.filter((piece) => columnOf(piece, columns) === index));
    const size = own[0]?.size ?? 0;
    if (!own.every(isOneWord)) return x1;
    const after = columns[index + 1];
    return after === undefined ? x1 + BESIDE * size : Math.max(x1, after.x0 - size);
  });
}

function isOneWord({ glyphs }: Piece): boolean {
  return !glyphs.some(({ text }) => isWhite(text)) && glyphs.filter(({ text }) => isWide(text)).length <= ONE_WORD;
}

/** Whether a line begins cells of its own: no line is wrapped whose next word has room in it. What stands before may name a group of rows. */
function isBrokenByChoice(
  row: Row,
  above: Row | undefined,
  { columns, ends }: { readonly columns: readonly Interval[]; readonly ends: readonly number[] },
): boolean {
  const roomy = ends.filter((end, index) => {
    if (index === 0) return false;
    const [next] = row.pieces.filter((piece) => columnOf(piece, columns) === index);
    const last = above?.pieces.filter((piece) => columnOf(piece, columns) === index).at(-1);
    return next !== undefined && last !== undefined && last.x1 + SPACE * row.size + firstWordWidth(next.glyphs) <= end;
  });
  return roomy.length >= ROOMY_CELLS;
}

/** Lines of one row joined: a line without a first cell, or one that stands closer than rows do, goes on with the row above. */
function logicalRows(block: readonly Row[], columns: readonly Interval[], fills: readonly Box[]): TableRow[] {
  const groups: Row[][] = [];
  const gaps = block.slice(1).map((row, index) => row.y0 - (block[index]?.y1 ?? row.y0));
  const widest = Math.max(0, ...gaps);
  const ends = endsOf(block, columns);
  for (const [index, row] of block.entries()) {
    const filled = filledColumns(row, columns);
    const gap = index === 0 ? Number.POSITIVE_INFINITY : (gaps[index - 1] ?? 0);
    const close = gap < 0.55 * widest || widest - gap < 0.2 * row.size;
    // A name that was not read leaves all other cells of a row of its own.
    const isWhole = columns.length > 2 && filled.size === columns.length - 1;
    const goesOn =
      groups.length > 0 &&
      !row.pieces.some((piece) => RELATION.test(pieceText(piece))) &&
      !isBrokenByChoice(row, block[index - 1], { columns, ends }) &&
      ((!filled.has(0) && !isWhole && gap < 0.9 * row.size) || (filled.size < columns.length && close && gap < 0.55 * widest));
    if (goesOn) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((lines) => {
    const box = enclose(lines);
    if (box === undefined) return [];
    const cells = columns.map((_, column): TableCell => {
      const own = lines.flatMap((line) => makeRow(line.pieces.filter((piece) => columnOf(piece, columns) === column)) ?? []);
      return { column, columnEnd: column + 1, lines: own };
    });
    return [{ ...box, cells, filled: isFilled(box, fills) }];
  });
}
