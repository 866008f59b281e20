import { columnRoles } from '../../ontology/index.ts';
import { readDate } from '../title-block/read-date.ts';

/** Where the data of a table begins; the first `preamble` records are titles and remarks above it. */
export interface HeaderGuess {
  readonly preamble: number;
  /** Header cells as read, or undefined when the table has none. */
  readonly header: readonly string[] | undefined;
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
  const preamble = countPreamble(sample, width);
  const candidate = sample[preamble];
  const body = sample.slice(preamble + 1);
  if (candidate === undefined || !looksLikeHeader(candidate, body)) return { preamble, header: undefined, width };
  return { preamble, header: candidate, width };
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
