import { type ColumnCorrection, type ColumnRole, type DocumentProperties, type Json, languageOf } from '../../kernel/index.ts';
import { columnRoles, recordKindOf } from '../../ontology/index.ts';
import { cleanText } from '../clean/clean-text.ts';
import type { ReadLimits, Survey } from '../parser/document-parser.ts';
import { type ReadFault, toReadFault } from '../parser/read-fault.ts';
import { columnUnits } from './column-units.ts';
import { dayColumns, daysFrom } from './day-columns.ts';
import { findHeader, type HeaderGuess } from './find-header.ts';
import type { OpenedTables, RawRow, RawSheet } from './raw-row.ts';
import { rolesByValues } from './roles-by-values.ts';
import { rolesOfCheckSheet } from './roles-of-check-sheet.ts';
import type { Column, RowsDetail, Sheet } from './rows-detail.ts';
import { saidColumns } from './said-columns.ts';
import { sheetTitle } from './sheet-title.ts';
import { isHeaderAgain, usualColumns } from './stands-beside.ts';
import { type ColumnCounts, columnType, commonSign, countCell, emptyColumnCounts } from './survey-column.ts';
import { monthOfTitle, yearOfTitle } from './title-times.ts';

const SAMPLE_ROWS = 100;
const ROLE_SAMPLES = 50;
const MAX_HEADER_LENGTH = 120;
/** Header rows longer than this are not known again when they are repeated. */
const LONGEST_HEADER = 4_000;
/** The detail must stay below 64 KB; columns beyond are read as plain text under a number. */
const MAX_DETAIL_BYTES = 56_000;

/** Sums that the limits are held against, over all sheets. */
interface Spent {
  rows: number;
  cells: number;
  characters: number;
}

/** Goes once through all rows: headers (their roles as people corrected them), roles, types and date orders of the columns, exact numbers of rows. */
export async function surveyRows(tables: OpenedTables, limits: ReadLimits, corrected: readonly ColumnCorrection[] = []): Promise<Survey> {
  const sheets: Sheet[] = [];
  const warnings: string[] = [...(tables.warnings ?? [])];
  const spent: Spent = { rows: 0, cells: 0, characters: 0 };
  let room = MAX_DETAIL_BYTES;
  let fault: ReadFault | undefined;
  let sampleText = '';
  for await (const raw of tables.sheets) {
    const read = await surveySheet(raw, spent, limits, corrected);
    fault = read.fault;
    if (read.sheet !== undefined) {
      const fitted = fitColumns(read.sheet, room);
      room = fitted.room;
      sheets.push(fitted.sheet);
      warnings.push(...sheetWarnings(fitted.sheet, read.sheet.columns.length));
      if (sampleText.length < 20_000) sampleText += read.sampleText;
      if (room < 0) fault ??= { outcome: 'limit-exceeded', reason: 'The file has more sheets than can be read.' };
    }
    if (fault !== undefined) break;
  }
  const detail: RowsDetail = {
    sheets,
    ragged: tables.ragged,
    warnings,
    ...(tables.encoding === undefined ? {} : { encoding: tables.encoding }),
    ...(tables.delimiter === undefined ? {} : { delimiter: tables.delimiter }),
    ...(fault === undefined ? {} : { fault }),
  };
  const title = tables.properties.title ?? (sheets[0]?.preamble ? sheets[0].headings[0] : undefined);
  const properties: DocumentProperties = {
    language: languageOf(sampleText),
    ...(title === undefined ? {} : { title }),
    ...(tables.properties.effective === undefined ? {} : { effective: tables.properties.effective }),
  };
  return { properties, total: sheets.reduce((sum, sheet) => sum + sheet.rows, 0), unit: 'row', detail: detail as unknown as Json };
}

interface SheetReading {
  readonly sheet: Sheet | undefined;
  readonly sampleText: string;
  readonly fault: ReadFault | undefined;
}

async function surveySheet(raw: RawSheet, spent: Spent, limits: ReadLimits, corrected: readonly ColumnCorrection[]): Promise<SheetReading> {
  const sample: RawRow[] = [];
  const counts: ColumnCounts[] = [];
  let guess: HeaderGuess | undefined;
  let records = 0;
  let fault: ReadFault | undefined;
  let headerTexts: readonly string[] = [];
  const count = (row: RawRow): void => {
    if (isHeaderAgain({ headerTexts }, row)) return;
    row.cells.forEach((cell, column) => {
      counts[column] ??= emptyColumnCounts();
      countCell(counts[column], cell);
    });
  };
  const settle = (): HeaderGuess => {
    const settled = findHeader(sample.map(texts));
    const above = settled.preamble + settled.headerRows;
    headerTexts = sample.slice(settled.preamble, above).map((row) => texts(row).join('\t'));
    for (const row of sample.slice(above)) count(row);
    return settled;
  };
  try {
    reading: for await (const batch of raw.rows) {
      for (const row of batch) {
        fault = spend(spent, row, limits);
        if (fault !== undefined) break reading;
        records += 1;
        if (guess !== undefined) count(row);
        else if (sample.push(row) === SAMPLE_ROWS) guess = settle();
      }
    }
  } catch (error) {
    fault = toReadFault(error);
    if (fault === undefined) throw error;
  }
  if (records === 0) return { sheet: undefined, sampleText: '', fault };
  guess ??= settle();
  const sampleText = sample.map((row) => texts(row).join(' ')).join(' ');
  return { sheet: describeSheet(raw.name, guess, sample.map(texts), counts, records, corrected), sampleText, fault };
}

function texts(row: RawRow): readonly string[] {
  return row.cells.map((cell) => cell.text);
}

function spend(spent: Spent, row: RawRow, limits: ReadLimits): ReadFault | undefined {
  const next = {
    rows: spent.rows + 1,
    cells: spent.cells + row.cells.length,
    characters: row.cells.reduce((sum, cell) => sum + cell.text.length, spent.characters),
  };
  const over =
    next.rows > limits.maxRows
      ? `${limits.maxRows} rows`
      : next.cells > limits.maxCells
        ? `${limits.maxCells} cells`
        : next.characters > limits.maxCharacters
          ? `${limits.maxCharacters} characters`
          : undefined;
  if (over !== undefined) return { outcome: 'limit-exceeded', reason: `The file has more than ${over}.` };
  Object.assign(spent, next);
  return undefined;
}

function describeSheet(
  name: string,
  guess: HeaderGuess,
  sample: readonly (readonly string[])[],
  counts: readonly ColumnCounts[],
  records: number,
  corrected: readonly ColumnCorrection[],
): Sheet {
  const above = guess.preamble + guess.headerRows;
  const headers = columnHeaders(guess.header, Math.max(guess.width, counts.length, guess.header?.length ?? 0));
  const chinese = headers.some((header) => /\p{sc=Han}/u.test(header));
  const headerTexts = sample.slice(guess.preamble, above).map((cells) => cells.join('\t'));
  const body = sample.slice(above, above + ROLE_SAMPLES).filter((cells) => !headerTexts.includes(cells.join('\t')));
  const named = rolesByName(guess.header === undefined ? headers.map(() => '') : headers, body, counts);
  const over = [...sample.slice(0, guess.preamble).flat(), name];
  const shared = { year: yearOfTitle(over), decimal: commonSign(counts) };
  const units = columnUnits(headers, body);
  const days = daysOf(guess.header ?? [], monthOfTitle(over));
  const told = days === undefined ? rolesByValues(headers, named, body, chinese, shared.year) : rolesOfCheckSheet(named, body, days.from);
  const said = saidColumns(name, headers, corrected);
  const roles = told.map((role, index) => (said[index]?.role === undefined ? role : (said[index].role ?? undefined)));
  const columns = headers.map((header, index): Column => {
    const role: ColumnRole | undefined = roles[index];
    const { unit: saidUnit, decimal: saidSign, codes, decisions } = said[index] ?? {};
    const type = columnType(counts[index] ?? emptyColumnCounts(), role, chinese, shared, saidSign);
    const { order, ambiguous, decimal, year } = type;
    const unit = saidUnit ?? units[index];
    return {
      header,
      type: type.type,
      ...(role === undefined ? {} : { role }),
      ...(order === undefined ? {} : { order }),
      ...(ambiguous === true ? { ambiguous } : {}),
      ...(decimal === undefined ? {} : { decimal }),
      ...(year === undefined ? {} : { year }),
      ...(unit === undefined ? {} : { unit }),
      ...(saidUnit === undefined ? {} : { saidUnit }),
      ...(codes === undefined ? {} : { codes }),
      ...(decisions === undefined ? {} : { decisions }),
    };
  });

  const titles = sample.slice(0, guess.preamble).map((cells) => cells.filter((cell) => cell !== ''));
  const title = titles.find((cells) => cells.length === 1)?.[0]?.slice(0, MAX_HEADER_LENGTH);
  const headings = [title, sheetTitle(name)].filter((text) => text !== undefined && text !== '');
  return {
    name,
    headings: headings as string[],
    preamble: guess.preamble,
    hasHeader: guess.header !== undefined,
    headerRows: guess.headerRows,
    headerTexts: headerTexts.join().length <= LONGEST_HEADER ? headerTexts : [],
    ...(days === undefined ? {} : { days }),
    usual: usualColumns(counts, records - above),
    width: guess.width,
    columns,
    kind: recordKindOf(roles),
    rows: records - above,
  };
}

/** An empty column has the role of its header only where no other one has it; that it stands there still tells what the others are. */
function rolesByName(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  counts: readonly (ColumnCounts | undefined)[],
): readonly (ColumnRole | undefined)[] {
  const isEmpty = headers.map((_, column) => (counts[column]?.filled ?? 0) === 0);
  const claimed = columnRoles(headers, body);
  if (body.length === 0 || !isEmpty.includes(true)) return claimed;
  const filled = columnRoles(
    headers.map((header, column) => (isEmpty[column] === true ? '' : header)),
    body,
  );
  return filled.map((role, column) => {
    const own = claimed[column];
    const isFree = own !== undefined && !filled.includes(own);
    return isFree && (isEmpty[column] === true || role === undefined) ? own : role;
  });
}

/** The days of a sheet with a column a day; undefined where no line above names the month. */
function daysOf(header: readonly string[], first: number | undefined): Sheet['days'] {
  const from = dayColumns(header);
  return from === undefined || first === undefined ? undefined : { from, count: daysFrom(header, from), first };
}

/** Names of all columns: as read, `column N` where there is none, a number added to one that stands twice. */
function columnHeaders(header: readonly string[] | undefined, width: number): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const read = cleanText(header?.[index] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_HEADER_LENGTH);
    const name = read === '' ? `column ${index + 1}` : read;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function fitColumns(sheet: Sheet, room: number): { readonly sheet: Sheet; readonly room: number } {
  const columns: Column[] = [];
  let left = room - 300 - Buffer.byteLength(JSON.stringify([sheet.name, sheet.headings, sheet.headerTexts]));
  for (const column of sheet.columns) {
    const size = Buffer.byteLength(JSON.stringify(column)) + 1;
    if (size > left) break;
    left -= size;
    columns.push(column);
  }
  return { sheet: { ...sheet, columns }, room: left };
}

function sheetWarnings(sheet: Sheet, columns: number): readonly string[] {
  const where = sheet.name === '' ? '' : `Sheet "${sheet.name}": `;
  const warnings: string[] = [];
  if (!sheet.hasHeader && sheet.rows > 0) warnings.push(`${where}no header row was found; columns are named by number.`);
  if (sheet.columns.length < columns) {
    warnings.push(`${where}${columns - sheet.columns.length} of ${columns} columns are read as plain text without their header.`);
  }
  for (const column of sheet.columns) {
    const read = column.order === 'mdy' ? 'month before day' : column.order === 'ymd' ? 'year first' : 'day before month';
    if (column.ambiguous) warnings.push(`${where}the dates in "${column.header}" fit several orders and are read with ${read}.`);
    if ((column.role === 'date' || column.role === 'end-date') && column.type !== 'date' && sheet.rows > 0) {
      warnings.push(`${where}most cells of "${column.header}" are no dates that can be read; they are kept as text.`);
    }
  }
  return warnings;
}
