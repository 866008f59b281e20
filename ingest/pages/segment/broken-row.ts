import type { Table, TableRow } from '../layout/table.ts';
import { endsSentence, firstWordWidth } from './line-joins.ts';
import type { HeldRow } from './page-state.ts';

/** Space between text and the line beside it is at most this. */
const MOST_PADDING = 14;
/** A row longer than this is given out at once, so that the state between pages stays small. */
const LONGEST_HELD = 2_000;

/** Space behind the last line of each column of a row. */
export function roomOf(row: TableRow, table: Table): number[] {
  return table.edges.slice(1).map((_, column) => {
    const cell = row.cells.find((one) => one.column === column);
    const last = cell?.lines.at(-1);
    const left = table.edges[column] ?? 0;
    const right = table.edges[cell?.columnEnd ?? column + 1] ?? left;
    if (cell === undefined || last === undefined) return right - left;
    const padding = Math.min(MOST_PADDING, Math.max(0, Math.min(...cell.lines.map((line) => line.x0)) - left));
    return Math.max(0, right - padding - last.x1);
  });
}

export function canBeHeld(row: Pick<HeldRow, 'cells'>): boolean {
  return row.cells.reduce((sum, cell) => sum + cell.text.length, 0) <= LONGEST_HELD;
}

/**
 * Whether the first row of a page is the rest of the row before: it has nothing where that has nothing, and its cells go on with
 * sentences that broke off where the next word no longer fitted. A cell that is empty because one above spans it proves nothing.
 */
export function goesOnWithRow(held: HeldRow, row: TableRow): boolean {
  const filled = row.cells.filter((cell) => cell.lines.length > 0);
  if (filled.length === 0 || filled.some((cell) => (held.cells[cell.column]?.text ?? '') === '')) return false;
  const broken = filled.map((cell) => {
    const [line] = cell.lines;
    const before = held.cells[cell.column]?.text ?? '';
    if (line === undefined || endsSentence(before)) return false;
    const glyphs = line.pieces.flatMap((piece) => piece.glyphs);
    return (held.room[cell.column] ?? 0) < firstWordWidth(glyphs) + 0.6 * line.size;
  });
  const keyStands = filled.some((cell) => cell.column === 0);
  return keyStands ? broken.every(Boolean) : broken.includes(true);
}
