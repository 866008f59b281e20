import { enclose } from './glyph.ts';
import type { Row } from './rows.ts';
import type { TableCell, TableRow } from './table.ts';

/** Lines of rows stand at least so far apart, in sizes; those of one cell's text stand closer. */
const LEAST_PITCH = 1.45;
const SAME_LINE = 0.5;
/** A line smaller than this part of the cell's size is an index or exponent beside another. */
const MAIN = 0.85;

/**
 * The rows of which a ruled row consists where no line is drawn between them: every filled cell has as many lines, side by side and
 * wider apart than lines of text.
 */
export function splitRows(row: TableRow): TableRow[] {
  const filled = row.cells.filter(({ lines }) => lines.length > 0);
  const lines = filled.map(mainLines);
  const [first = []] = lines;
  const isSplit =
    filled.length > 1 &&
    first.length > 1 &&
    filled.every(({ column, columnEnd }) => columnEnd === column + 1) &&
    lines.every((own) => own.length === first.length && own.every((line, index) => isBeside(line, first[index]))) &&
    first.every((line, index) => index === 0 || line.baseline - (first[index - 1]?.baseline ?? 0) >= LEAST_PITCH * line.size);
  if (!isSplit) return [row];
  return first.flatMap((_, index): TableRow[] => {
    const cells = row.cells.map((cell): TableCell => ({ ...cell, lines: cell.lines.filter((line) => nearest(line, first) === index) }));
    const box = enclose(cells.flatMap((cell) => cell.lines));
    return box === undefined ? [] : [{ ...box, cells, filled: row.filled }];
  });
}

function mainLines({ lines }: TableCell): readonly Row[] {
  const largest = Math.max(...lines.map(sizeOf));
  return lines.filter((line) => sizeOf(line) >= MAIN * largest);
}

function sizeOf({ pieces }: Row): number {
  return Math.max(...pieces.map(({ size }) => size));
}

function isBeside(line: Row, other: Row | undefined): boolean {
  return other !== undefined && Math.abs(line.baseline - other.baseline) <= SAME_LINE * line.size;
}

function nearest(line: Row, lines: readonly Row[]): number {
  const distances = lines.map((one) => Math.abs((one.y0 + one.y1) / 2 - (line.y0 + line.y1) / 2));
  return distances.indexOf(Math.min(...distances));
}
