import { columnRoles } from '../../../ontology/index.ts';
import { isWhite } from '../../layout/glyph.ts';
import { rowText } from '../../layout/rows.ts';
import type { TableCell, TableRow } from '../../layout/table.ts';
import { captionOf } from './heading-rules.ts';
import { flowJoint } from './text-builder.ts';

/** Words of a cell, its lines joined as running text. */
export function cellText(cell: TableCell | undefined): string {
  return (cell?.lines ?? [])
    .map(rowText)
    .reduce((joined, line) => joined + flowJoint(joined, line) + line, '')
    .trim();
}

/** Text of a row for telling a repeated header: no white space, no case. */
export function rowKey(row: TableRow): string {
  return row.cells.map(cellText).join('|').normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** How many rows at the head say again what the header of a table before said; undefined where they do not, or it had none. */
export function repeatedHeaderRows(rows: readonly TableRow[], headerKey: string): number | undefined {
  if (headerKey === '') return undefined;
  for (let count = 1; count <= Math.min(MAX_HEADER_ROWS + 1, rows.length); count += 1) {
    if (rows.slice(0, count).map(rowKey).join('/') === headerKey) return count;
  }
  return undefined;
}

const MAX_HEADER_ROWS = 3;
const LONGEST_OVER_NUMBERS = 60;
/** A sign between a name and what it stands for. */
const NO_NAME = /^[=:：→≈]+$/u;
const NUMBER = /^[<>≤≥±~≈]?\s*[-+]?\d/u;

/** One cell over the whole width heads a section of the table, not its columns. */
export function isTitleRow(row: TableRow, columns: number): boolean {
  const spoken = filledCells(row);
  const only = spoken.length === 1 ? spoken[0] : undefined;
  return only !== undefined && only.columnEnd - only.column === columns;
}

/** 1 where the first row is the caption of the table: one cell over the whole width with the names of the columns below it. */
export function captionRowCount(rows: readonly TableRow[], columns: number): number {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length < 2 || columns < 2 || !isTitleRow(first, columns)) return 0;
  const text = cellText(filledCells(first)[0]);
  const names = rest[0] === undefined ? [] : columnNames(rest.slice(0, headHeight(rest)), columns);
  return captionOf(text) === 'table' || rowsApart(rest, columns) > 0 || areKnownNames(names) ? 1 : 0;
}

/**
 * How many rows at the head of a table say what holds for all of it (`Type: | pump`), above a header that is set apart. Where no
 * such header is below them, such rows are the table itself.
 */
export function propertyRowCount(rows: readonly TableRow[], columns: number): number {
  const end = rows.findIndex((row) => !isProperty(row));
  return end > 0 && headBelowProperties(rows.slice(end), columns) > 0 ? end : 0;
}

/** Rows below those of name and value that name the columns; all that are left, where the page ends with them. */
export function headBelowProperties(rows: readonly TableRow[], columns: number): number {
  const atFoot = rows.length <= MAX_HEADER_ROWS && rows.every((row) => isSetApart(row) && namesColumns(row, columns));
  return atFoot ? rows.length : rowsApart(rows, columns);
}

/** A name with a colon and what it stands for. */
function isProperty(row: TableRow): boolean {
  const [name, ...values] = filledCells(row).map(cellText);
  const endsInColon = (text: string) => /[:：]$/u.test(text);
  return name !== undefined && endsInColon(name) && values.length > 0 && !values.some(endsInColon);
}

/**
 * How many rows at the head of a table name its columns. A row does when it is set apart (bold, filled) from those below, when
 * its words are known column names, or when it has words only where the rows below have numbers. Without such a sign a table of
 * two columns has no header, and a wider one has its first row if all its cells are short and none is a number. A cell that
 * spans columns has their names in the row below.
 */
export function headerRowCount(rows: readonly TableRow[], columns: number): number {
  const [first] = rows;
  if (first === undefined || isTitleRow(first, columns) || isProperty(first)) return 0;
  if (rows.length < 2) return isSetApart(first) && columns > 2 ? 1 : 0;
  const apart = rowsApart(rows, columns);
  if (apart > 0) return apart;
  const height = headHeight(rows);
  return rows.length > height && looksLikeHeader(rows, height, columns) ? height : 0;
}

/** Whether a table that was introduced is one row that names columns: the page ends with it, or its rows were not found. */
export function isHeadAlone(rows: readonly TableRow[], columns: number): boolean {
  return rows.length === 1 && columns > 2 && looksLikeHeader(rows, 1, columns);
}

/** Rows at the head that are set apart from those below them, alike and each with words for most columns. */
function rowsApart(rows: readonly TableRow[], columns: number): number {
  const [first] = rows;
  if (first === undefined || isTitleRow(first, columns) || isProperty(first)) return 0;
  const striped = isStriped(rows);
  const most = Math.min(MAX_HEADER_ROWS, rows.length - 1, striped ? headOfStriped(rows) : MAX_HEADER_ROWS);
  let apart = 0;
  while (apart < most && isSetApart(rows[apart])) apart += 1;
  const isLikeHead = (row: TableRow) => isSetApart(striped ? { ...row, filled: false } : row);
  if (apart === 0 || rows.slice(apart).every(isLikeHead)) return 0;
  if (hasSpan(first)) return Math.max(apart, headHeight(rows));
  const others = rows.slice(1, apart).findIndex((row) => !namesColumns(row, columns) || (first.filled && !row.filled));
  return others === -1 ? apart : others + 1;
}

/** Whether fields stand behind every other row or so, which say nothing of what names the columns. */
function isStriped(rows: readonly TableRow[]): boolean {
  const plain = rows.findIndex(({ filled }) => !filled);
  return plain !== -1 && rows.slice(plain).some(({ filled }) => filled);
}

/** Rows at the head of a striped table that are bold, and one at least. */
function headOfStriped(rows: readonly TableRow[]): number {
  const plain = rows.findIndex((row) => !isBold(row));
  return Math.max(1, plain === -1 ? rows.length : plain);
}

function isBold(row: TableRow): boolean {
  return filledCells(row).every((cell) => cell.lines.every((line) => line.bold));
}

/** Whether a row has words for most of the columns: one that names a group of rows has few. */
function namesColumns(row: TableRow, columns: number): boolean {
  return filledCells(row).length > columns / 2;
}

/** 2 where the first row has a cell over several columns and the second names each of those, and nothing else. */
function headHeight([first, second]: readonly TableRow[]): number {
  if (first === undefined || second === undefined || !hasSpan(first)) return 1;
  const wide = filledCells(first).filter((cell) => cell.columnEnd - cell.column > 1);
  const below = filledCells(second);
  const named = below.filter((cell) => wide.some((one) => cell.column >= one.column && cell.columnEnd <= one.columnEnd));
  const all = wide.every((one) => below.filter((cell) => cell.column >= one.column && cell.column < one.columnEnd).length >= 2);
  return named.length === below.length && all ? 2 : 1;
}

function isSetApart(row: TableRow | undefined): boolean {
  if (row === undefined) return false;
  const spoken = filledCells(row);
  return spoken.length > 0 && (row.filled || row.ruledOff === true || isBold(row));
}

function filledCells(row: TableRow): TableCell[] {
  return row.cells.filter((cell) => cell.lines.length > 0);
}

function hasSpan(row: TableRow): boolean {
  return filledCells(row).some((cell) => cell.columnEnd - cell.column > 1);
}

function looksLikeHeader(rows: readonly TableRow[], height: number, columns: number): boolean {
  const names = columnNames(rows.slice(0, height), columns);
  if (standsOverNumbers(names, rows.slice(height))) return true;
  if (names.some((name) => isWhite(name) || [...name].length > 30 || isSentence(name))) return false;
  if (areKnownNames(names)) return true;
  if (names.some((name) => NUMBER.test(name) || NO_NAME.test(name))) return false;
  if (height > 1) return true;
  const samples = rows.slice(height, height + 5).map((row) => textsOf(row, columns));
  const numeric = names.some((_, column) => samples.length > 0 && samples.every((row) => NUMBER.test(row[column] ?? '')));
  if (numeric && columns > 2) return true;
  return columns > 2 && names.every((name) => [...name].length <= 16);
}

/** A name that ends with a full stop may be abbreviated (`Alarm no.`). */
function isSentence(name: string): boolean {
  return /[。;；]$/u.test(name) || (name.endsWith('.') && name.split(/\s+/u).length > LONGEST_ABBREVIATED);
}

/** Words of an abbreviated name. */
const LONGEST_ABBREVIATED = 3;

/**
 * Words over columns of numbers name them, however long; a name that was not read may be missing over a column of numbers.
 */
function standsOverNumbers(names: readonly string[], body: readonly TableRow[]): boolean {
  const samples = body.slice(0, 5).map((row) => textsOf(row, names.length));
  const isNumeric = (column: number) => samples.every((row) => NUMBER.test(row[column] ?? ''));
  const over = names.filter((name, column) => !isWhite(name) && isNumeric(column));
  return (
    samples.length > 1 &&
    over.length > 1 &&
    over.length > names.filter(isWhite).length &&
    names.every((name, column) =>
      isWhite(name) ? isNumeric(column) : [...name].length <= LONGEST_OVER_NUMBERS && !NUMBER.test(name) && !NO_NAME.test(name),
    )
  );
}

function areKnownNames(names: readonly string[]): boolean {
  return columnRoles(names, []).filter((role) => role !== undefined).length >= Math.max(2, names.length / 2);
}

function textsOf(row: TableRow, columns: number): string[] {
  const texts = Array.from({ length: columns }, () => '');
  for (const cell of row.cells) texts[cell.column] = cellText(cell);
  return texts;
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
