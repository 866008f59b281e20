import { unitFacts } from '../../kernel/index.ts';
import { columnRoles } from '../../ontology/index.ts';
import { readDate } from '../title-block/read-date.ts';
import { dayColumns } from './day-columns.ts';

/** Where the data of a table begins; the first `preamble` records are titles and remarks above it. */
export interface HeaderGuess {
  readonly preamble: number;
  /** Header cells as read, those of two rows joined, or undefined when the table has none. */
  readonly header: readonly string[] | undefined;
  /** Rows of the header, one of units among them; 0 without one. */
  readonly headerRows: number;
  /** Usual number of cells of a data record. */
  readonly width: number;
}

const MAX_PREAMBLE = 15;
const MAX_HEADER_LENGTH = 80;
/** Share of a column's cells that must look unlike the header cell above for that cell to count as a header. */
const CONTRAST_SHARE = 0.8;

/** Finds preamble and header from the first records of a table, each an array of trimmed cell texts. */
export function findHeader(sample: readonly (readonly string[])[]): HeaderGuess {
  const width = usualWidth(sample);
  const daily = findDayHeader(sample);
  if (daily !== undefined) return { ...daily, width };
  const preamble = countPreamble(sample, width);
  const candidate = sample[preamble];
  const body = sample.slice(preamble + 1);
  if (candidate === undefined || !looksLikeHeader(candidate, body)) return { preamble, header: undefined, headerRows: 0, width };
  const [second, ...rest] = body;
  if (second !== undefined && isUnitRow(second)) return { preamble, header: withUnits(candidate, second), headerRows: 2, width };
  if (second !== undefined && goesOn(candidate, second, rest)) return { preamble, header: joined(candidate, second), headerRows: 2, width };
  return { preamble, header: candidate, headerRows: 1, width };
}

/** A header with a column a day; the names before the days stand in it, or in the row above it. */
function findDayHeader(sample: readonly (readonly string[])[]): Omit<HeaderGuess, 'width'> | undefined {
  const at = sample.slice(0, MAX_PREAMBLE).findIndex((cells) => dayColumns(cells) !== undefined);
  const [cells, above] = [sample[at], sample[at - 1]];
  const from = cells === undefined ? undefined : dayColumns(cells);
  if (cells === undefined || from === undefined) return undefined;
  if (cells.slice(0, from).some((cell) => cell !== '')) return { preamble: at, header: cells, headerRows: 1 };
  const names = above?.slice(0, from) ?? [];
  if (names.every((cell) => cell === '')) return undefined;
  return { preamble: at - 1, header: [...names, ...cells.slice(names.length)], headerRows: 2 };
}

function usualWidth(sample: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of sample) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** Records at the top that fill at most a third of the usual cells, when a fuller record follows. */
function countPreamble(sample: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  for (let index = 0; index <= Math.min(MAX_PREAMBLE, sample.length - 1); index += 1) {
    const filled = (sample[index] ?? []).filter((cell) => cell !== '').length;
    if (filled > 1 && filled * 3 > width) return index;
  }
  return 0;
}

function looksLikeHeader(candidate: readonly string[], body: readonly (readonly string[])[]): boolean {
  const filled = candidate.filter((cell) => cell !== '');
  if (filled.length * 2 < candidate.length || filled.length === 0) return false;
  if (filled.some((cell) => cell.length > MAX_HEADER_LENGTH || isDatum(cell))) return false;
  if (new Set(filled).size * 2 <= filled.length) return false;
  const known = columnRoles(candidate).filter((role) => role !== undefined).length;
  if (known >= 2 || (known === 1 && candidate.length <= 3)) return true;
  return candidate.some((cell, column) => cell !== '' && contrasts(cell, body, column));
}

/** A number or a date: what a header is not. */
function isDatum(cell: string): boolean {
  return /^[+-]?[\d.,]+%?$/.test(cell) || readDate(cell, 'dmy', true) !== undefined;
}

/** The cells below hold digits and the header none, or are several times as long. */
function contrasts(header: string, body: readonly (readonly string[])[], column: number): boolean {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  if (cells.length < 2) return false;
  const digits = cells.filter((cell) => /\d/.test(cell)).length;
  if (!/\d/.test(header) && digits >= CONTRAST_SHARE * cells.length) return true;
  return cells.filter((cell) => cell.length >= 3 * header.length).length >= CONTRAST_SHARE * cells.length;
}

/** Units alone, below the names that they are of. */
function isUnitRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => unitFacts(unitIn(cell)) !== undefined);
}

function unitIn(cell: string): string {
  return cell.normalize('NFKC').replace(/^[([]\s*|\s*[)\]]$/gu, '');
}

function withUnits(names: readonly string[], units: readonly string[]): readonly string[] {
  return columnsOf(names, units).map(([name, unit]) => (unit === '' ? name : `${name} (${unitIn(unit)})`));
}

/** A second row of names: it fills columns that the first leaves open, holds no datum, and is unlike what stands below it. */
function goesOn(first: readonly string[], second: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const filled = second.flatMap((cell, column) => (cell === '' ? [] : [column]));
  if (filled.length === 0 || filled.some((column) => isDatum(second[column] ?? '') || (second[column] ?? '').length > MAX_HEADER_LENGTH))
    return false;
  if (!filled.some((column) => (first[column] ?? '') === '')) {
    // A group over one column: the row below names that column alone, each name unlike its cells.
    const named = first.filter((cell) => cell !== '').length;
    return filled.length * 2 <= named && filled.every((column) => contrasts(second[column] ?? '', rest, column));
  }
  return filled.some((column) => contrasts(second[column] ?? '', rest, column));
}

/** A group stands before the names below it, unless one of them tells its column by itself. */
function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  let group = '';
  return columnsOf(first, second).map(([above, below]) => {
    if (above !== '') group = above;
    if (below === '') return above;
    const [alone] = columnRoles([below]);
    return alone !== undefined || group === '' ? below : `${group} ${below}`;
  });
}

function columnsOf(first: readonly string[], second: readonly string[]): readonly (readonly [string, string])[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => [first[column] ?? '', second[column] ?? '']);
}
