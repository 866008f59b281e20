import { columnRoles } from '../../../ontology/index.ts';
import { isWhite } from '../layout/glyph.ts';
import { rowText } from '../layout/rows.ts';
import { columnCount, type Table, type TableCell, type TableRow } from '../layout/table.ts';

export function cellText(cell: TableCell | undefined): string {
  return (cell?.lines ?? []).map(rowText).join(' ').trim();
}

/** Text of a row for telling a repeated header: no white space, no case. */
export function rowKey(row: TableRow): string {
  return row.cells.map(cellText).join('|').normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

const MAX_HEADER_ROWS = 3;
const NUMBER = /^[<>≤≥±~≈]?\s*[-+]?\d/u;

/**
 * How many rows at the head of a table name its columns. A row does when it is set apart (bold, filled) from those below, when
 * its words are known column names, or when it has words only where the rows below have numbers. Without such a sign a table of
 * two columns has no header, and a wider one has its first row if all its cells are short and none is a number.
 */
export function headerRowCount(table: Table): number {
  const { rows } = table;
  const [first] = rows;
  if (first === undefined || rows.length < 2)
    return rows.length === 1 && first !== undefined && isSetApart(first) && columnCount(table) > 2 ? 1 : 0;
  let rowsApart = 0;
  while (rowsApart < Math.min(MAX_HEADER_ROWS, rows.length - 1) && isSetApart(rows[rowsApart])) rowsApart += 1;
  if (rowsApart > 0 && !rows.slice(rowsApart).every(isSetApart) && filledCells(first) > 0) {
    return hasSpan(first) || rowsApart === 1 ? (isTitleRow(first, table) ? 0 : Math.min(rowsApart, hasSpan(first) ? rowsApart : 1)) : 1;
  }
  return looksLikeHeader(table) ? 1 : 0;
}

function isSetApart(row: TableRow | undefined): boolean {
  if (row === undefined) return false;
  const spoken = row.cells.filter((cell) => cell.lines.length > 0);
  return spoken.length > 0 && (row.filled || spoken.every((cell) => cell.lines.every((line) => line.bold)));
}

function filledCells(row: TableRow): number {
  return row.cells.filter((cell) => cell.lines.length > 0).length;
}

function hasSpan(row: TableRow): boolean {
  return row.cells.some((cell) => cell.columnEnd - cell.column > 1 && cell.lines.length > 0);
}

/** One cell over the whole width heads a section of the table, not its columns. */
export function isTitleRow(row: TableRow, table: Table): boolean {
  const spoken = row.cells.filter((cell) => cell.lines.length > 0);
  const only = spoken.length === 1 ? spoken[0] : undefined;
  return only !== undefined && only.columnEnd - only.column === columnCount(table);
}

function looksLikeHeader(table: Table): boolean {
  const [first, ...rest] = table.rows;
  if (first === undefined) return false;
  const columns = columnCount(table);
  const names = namesOf(first, columns);
  if (names.some((name) => isWhite(name) || [...name].length > 30 || /[。.;；]$/u.test(name))) return false;
  const samples = rest.slice(0, 5).map((row) => namesOf(row, columns));
  const known = columnRoles(names, []).filter((role) => role !== undefined).length;
  if (known >= Math.max(2, columns / 2)) return true;
  if (names.some((name) => NUMBER.test(name))) return false;
  const numeric = names.some((_, column) => samples.length > 0 && samples.every((row) => NUMBER.test(row[column] ?? '')));
  if (numeric && columns > 2) return true;
  return columns > 2 && names.every((name) => [...name].length <= 16);
}

function namesOf(row: TableRow, columns: number): string[] {
  const names = Array.from({ length: columns }, () => '');
  for (const cell of row.cells) names[cell.column] = cellText(cell);
  return names;
}

/** Name of each column: the words above it from all header rows, a spanning one given to each column below it. */
export function columnNames(rows: readonly TableRow[], columns: number): string[] {
  const parts = Array.from({ length: columns }, (): string[] => []);
  for (const row of rows) {
    for (const cell of row.cells) {
      const text = cellText(cell).replace(/\s+/gu, ' ');
      if (text === '') continue;
      for (let column = cell.column; column < cell.columnEnd; column += 1) parts[column]?.push(text);
    }
  }
  return parts.map((words) => words.join(' '));
}
