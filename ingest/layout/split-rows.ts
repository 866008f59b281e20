import { enclose } from './glyph.ts';
import { rowStarts, type TableLine } from './row-starts.ts';
import type { Row } from './rows.ts';
import type { TableCell, TableRow } from './table.ts';

/** Lines of rows stand at least so far apart, in sizes; those of one cell's text stand closer. */
const LEAST_PITCH = 1.45;
const SAME_LINE = 0.5;
/** A line smaller than this part of another one of its cell that it stands beside is an index or exponent of it. */
const MAIN = 0.85;
/** Share of the rows that are filled by half at least. */
const MOSTLY = 2 / 3;

/**
 * The rows of which a ruled row consists where no line is drawn between them: every filled cell has as many lines, side by side and
 * wider apart than lines of text. Where it is the `only` one below its header, lines part rows also where they stand farther apart than
 * those of a cell, or end before there is no room for the next word. `rights`: where each column ends, in points.
 */
export function splitRows(row: TableRow, rights: readonly number[], only: boolean): TableRow[] {
  const filled = row.cells.filter(({ lines }) => lines.length > 0);
  if (filled.length < 2 || filled.some(({ column, columnEnd }) => columnEnd !== column + 1)) return [row];
  const lines = linesAcross(filled);
  const starts = isSideBySide(filled) ? lines : only ? rowStarts(lines, rights) : [];
  if (starts.length < 2) return [row];
  const startOf = (line: Row) => starts.findLastIndex(({ baseline }) => baseline <= nearest(line, lines).baseline);
  const rows = starts.flatMap((_, index): TableRow[] => {
    const cells = row.cells.map((cell): TableCell => ({ ...cell, lines: cell.lines.filter((line) => startOf(line) === index) }));
    const box = enclose(cells.flatMap((cell) => cell.lines));
    return box === undefined ? [] : [{ ...box, cells, filled: row.filled }];
  });
  // Lines that were broken by hand end early too, and leave most other cells empty.
  const isMostlyFull = ({ cells }: TableRow) => 2 * cells.filter((cell) => cell.lines.length > 0).length >= filled.length;
  return rows.filter(isMostlyFull).length >= MOSTLY * rows.length ? rows : [row];
}

/** Whether all cells have as many lines, side by side and wider apart than lines of text. */
function isSideBySide(filled: readonly TableCell[]): boolean {
  const lines = filled.map(mainLines);
  const [first = []] = lines;
  return (
    first.length > 1 &&
    lines.every((own) => own.length === first.length && own.every((line, index) => isBeside(line, first[index]))) &&
    first.every((line, index) => index === 0 || line.baseline - (first[index - 1]?.baseline ?? 0) >= LEAST_PITCH * line.size)
  );
}

function linesAcross(filled: readonly TableCell[]): readonly TableLine[] {
  const placed = filled.flatMap((cell) => mainLines(cell).map((line) => ({ line, column: cell.column })));
  const lines: { baseline: number; size: number; cells: Map<number, Row> }[] = [];
  for (const { line, column } of placed.toSorted((a, b) => a.line.baseline - b.line.baseline || a.column - b.column)) {
    const last = lines.at(-1);
    if (last !== undefined && isBeside(line, last) && !last.cells.has(column)) last.cells.set(column, line);
    else lines.push({ baseline: line.baseline, size: sizeOf(line), cells: new Map([[column, line]]) });
  }
  return lines;
}

function mainLines({ lines }: TableCell): readonly Row[] {
  return lines.filter((line) => !lines.some((other) => sizeOf(line) < MAIN * sizeOf(other) && line.y0 < other.y1 && other.y0 < line.y1));
}

function sizeOf({ pieces }: Row): number {
  return Math.max(...pieces.map(({ size }) => size));
}

function isBeside(line: Row, other: Pick<TableLine, 'baseline'> | undefined): boolean {
  return other !== undefined && Math.abs(line.baseline - other.baseline) <= SAME_LINE * line.size;
}

function nearest(row: Row, lines: readonly TableLine[]): TableLine {
  const distance = (line: TableLine) => {
    const box = enclose([...line.cells.values()]) ?? row;
    return Math.abs((box.y0 + box.y1) / 2 - (row.y0 + row.y1) / 2);
  };
  return lines.reduce((best, line) => (distance(line) < distance(best) ? line : best));
}
