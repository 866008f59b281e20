import type { ColumnRole } from '../../kernel/index.ts';
import { DATE_ORDERS, type DateOrder, readDate } from '../title-block/read-date.ts';
import type { RawCell } from './raw-row.ts';
import { type DecimalSign, readNumber, tellingSign } from './read-number.ts';
import { readYearless } from './yearless-date.ts';

/** What a whole column holds. */
export interface ColumnType {
  readonly type: 'text' | 'number' | 'date';
  /** Reading of short dates, where the column has such. */
  readonly order?: DateOrder | undefined;
  /** Both day/month and month/day fit all cells; the order is a guess. */
  readonly ambiguous?: boolean | undefined;
  /** What its decimals stand behind, where a cell tells. */
  readonly decimal?: DecimalSign | undefined;
  /** Year of its dates, where they leave it out. */
  readonly year?: number | undefined;
}

const DATE_SHARE = 0.8;
/** A column whose header says date is one when half of its cells are. */
const HEADED_DATE_SHARE = 0.5;
const NUMBER_SHARE = 0.9;
/** Whether a cell is a day can be seen without its year; 29 February is one. */
const LEAP_YEAR = 2024;

/** Roles beside the two of dates whose cells may be dates; codes and names never are, whatever they look like. */
const DATED_ROLES: ReadonlySet<ColumnRole> = new Set(['note', 'value', 'interval', 'condition']);

/** Counts over all cells of one column. */
export interface ColumnCounts {
  filled: number;
  numbers: number;
  /** Numbers if decimals stand behind a comma. */
  commaNumbers: number;
  /** Cells that tell the sign. */
  signs: Record<DecimalSign, number>;
  /** Dates whatever the order. */
  plainDates: number;
  /** Eight bare digits. */
  compactDates: number;
  shortDates: Record<DateOrder, number>;
  /** Days of a year that the cell leaves out. */
  yearless: number;
}

export function emptyColumnCounts(): ColumnCounts {
  return {
    filled: 0,
    numbers: 0,
    commaNumbers: 0,
    signs: { '.': 0, ',': 0 },
    plainDates: 0,
    compactDates: 0,
    shortDates: { ymd: 0, dmy: 0, mdy: 0 },
    yearless: 0,
  };
}

/** Adds one cell to the counts. */
export function countCell(counts: ColumnCounts, cell: RawCell): void {
  if (cell.date !== undefined) {
    counts.filled += 1;
    counts.plainDates += 1;
    return;
  }
  if (cell.text === '') return;
  counts.filled += 1;
  if (!/\d/.test(cell.text)) return;
  const sign = cell.number === undefined ? tellingSign(cell.text) : undefined;
  if (sign !== undefined) counts.signs[sign] += 1;
  if (cell.number !== undefined || readNumber(cell.text, ',') !== undefined) counts.commaNumbers += 1;
  if (cell.number !== undefined || readNumber(cell.text, '.') !== undefined) {
    counts.numbers += 1;
    if (readDate(cell.text, undefined, true) !== undefined) counts.compactDates += 1;
    return;
  }
  if (readDate(cell.text, undefined, false) !== undefined) {
    counts.plainDates += 1;
    return;
  }
  if (readYearless(cell.text, LEAP_YEAR) !== undefined) counts.yearless += 1;
  for (const order of DATE_ORDERS) if (readDate(cell.text, order, false) !== undefined) counts.shortDates[order] += 1;
}

/**
 * Type of a column from the counts over all its rows. Short dates take the order that fits most cells; on a tie year first
 * under Chinese headers, else day before month, marked as ambiguous. `year`: of dates that leave it out; `decimal`: the sign of a column
 * that does not tell its own; `saidSign`: what a person says of this one, whatever its cells look like.
 */
export function columnType(
  counts: ColumnCounts,
  role: ColumnRole | undefined,
  chinese: boolean,
  { year, decimal: fileSign }: { readonly year?: number | undefined; readonly decimal?: DecimalSign | undefined } = {},
  saidSign?: DecimalSign,
): ColumnType {
  if (counts.filled === 0) return { type: 'text' };
  const headed = role === 'date' || role === 'end-date';
  const preference: readonly DateOrder[] = chinese ? ['ymd', 'dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
  const most = Math.max(...preference.map((order) => counts.shortDates[order]));
  const fitting = preference.filter((order) => counts.shortDates[order] === most);
  const mayBeDate = headed || role === undefined || DATED_ROLES.has(role);
  const dates = counts.plainDates + most + (headed ? counts.compactDates : 0);
  if (mayBeDate && dates >= (headed ? HEADED_DATE_SHARE : DATE_SHARE) * counts.filled) {
    const order = most > 0 ? fitting[0] : undefined;
    return { type: 'date', ...(order === undefined ? {} : { order }), ...(most > 0 && fitting.length > 1 ? { ambiguous: true } : {}) };
  }
  const share = headed ? HEADED_DATE_SHARE : DATE_SHARE;
  if (mayBeDate && year !== undefined && counts.yearless >= share * counts.filled) return { type: 'date', year };
  const decimal = saidSign ?? decimalOf(counts) ?? fileSign;
  const numbers = decimal === ',' ? counts.commaNumbers : counts.numbers;
  return { type: numbers >= NUMBER_SHARE * counts.filled ? 'number' : 'text', ...(decimal === undefined ? {} : { decimal }) };
}

/** The sign that the columns of a table have in common, which holds for those of its columns that do not tell. */
export function commonSign(counts: readonly ColumnCounts[]): DecimalSign | undefined {
  const signs = new Set(counts.flatMap((column) => decimalOf(column) ?? []));
  const [sign] = signs;
  return signs.size === 1 ? sign : undefined;
}

/** A column has one number form; where cells tell both, none is sure. */
function decimalOf({ signs }: ColumnCounts): DecimalSign | undefined {
  if (signs['.'] > 0 === signs[','] > 0) return undefined;
  return signs[','] > 0 ? ',' : '.';
}
