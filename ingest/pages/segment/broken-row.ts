import type { Table, TableCell, TableRow } from '../../layout/table.ts';
import { endsSentence, firstWordWidth } from './line-joins.ts';
import type { HeldRow, LastTable } from './page-state.ts';
import { cellText } from './table-header.ts';

/** Space between text and the line beside it is at most this. */
const MOST_PADDING = 14;
/** A row longer than this is given out at once, so that the state between pages stays small. */
const LONGEST_HELD = 2_000;

/** Lines of one height are at most so far apart, in sizes. */
const BESIDE = 0.5;

/** Space behind the last line of each column of a row, where no other line has room below it. */
export function roomOf(row: TableRow, table: Table): number[] {
  const lowest = Math.max(...row.cells.flatMap((cell) => cell.lines.map(({ baseline }) => baseline)));
  return table.edges.slice(1).map((_, column) => {
    const cell = row.cells.find((one) => one.column === column);
    const last = cell?.lines.at(-1);
    const left = table.edges[column] ?? 0;
    const right = table.edges[cell?.columnEnd ?? column + 1] ?? left;
    if (cell === undefined || last === undefined) return right - left;
    if (lowest - last.baseline > BESIDE * last.size) return right - left + last.size;
    const padding = Math.min(MOST_PADDING, Math.max(0, Math.min(...cell.lines.map((line) => line.x0)) - left));
    return Math.max(0, right - padding - last.x1);
  });
}

export function canBeHeld(row: Pick<HeldRow, 'cells'>): boolean {
  return row.cells.reduce((sum, cell) => sum + cell.text.length, 0) <= LONGEST_HELD;
}

/** Columns that a row fills. */
export function filledColumns(row: TableRow): number[] {
  return row.cells.flatMap((cell) => (cell.lines.length > 0 ? [cell.column] : []));
}

/** So many rows show which columns are always filled, and so many of those must be empty in what is no row of its own. */
export const ROWS_SEEN = 3;
const COLUMNS_MISSING = 2;

/**
 * Whether the first row of a page is the rest of the row before: it has nothing where that has nothing, and either its cells go
 * on with sentences that broke off where the next word no longer fitted, or several columns are empty that it and the rows around,
 * `others`, fill. What breaks off fills its cell to the foot of the page and goes on at the head of the next; what says the same
 * again in a column is a row of its own.
 * One cell that is empty because the one above spans it proves nothing.
 */
export function goesOnWithRow(held: HeldRow, row: TableRow, others: LastTable['recent']): boolean {
  const filled = row.cells.filter((cell) => cell.lines.length > 0);
  const saidBefore = (cell: TableCell) => held.cells[cell.column]?.text ?? '';
  if (filled.length === 0 || filled.some((cell) => saidBefore(cell) === '' || saidBefore(cell) === cellText(cell))) return false;
  const [first = []] = others;
  const always = first.filter((column) => others.every((columns) => columns.includes(column)) && (held.cells[column]?.text ?? '') !== '');
  const missing = always.filter((column) => !filled.some((cell) => cell.column === column));
  if (others.length >= ROWS_SEEN && missing.length >= COLUMNS_MISSING) return true;
  const highest = Math.min(...filled.flatMap((cell) => cell.lines.map(({ baseline }) => baseline)));
  const broken = filled.map((cell) => {
    const [line] = cell.lines;
    if (line === undefined || endsSentence(saidBefore(cell))) return false;
    if (line.baseline - highest > BESIDE * line.size) return false;
    const glyphs = line.pieces.flatMap((piece) => piece.glyphs);
    return (held.room[cell.column] ?? 0) < firstWordWidth(glyphs) + 0.6 * line.size;
  });
  const keyStands = filled.some((cell) => cell.column === 0);
  return keyStands ? broken.every(Boolean) : broken.includes(true);
}
