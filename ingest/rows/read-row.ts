import {
  anchorsText,
  type BadRow,
  type Cell,
  type ExcludedRun,
  type Field,
  languageOf,
  makePassageId,
  type Passage,
  type RowAnchor,
  type TagGrammar,
  type TypedRecord,
  type Value,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import { meaningOfCode } from '../parser/correct-passages.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import { readValue } from './read-value.ts';
import type { Column, Sheet } from './rows-detail.ts';

/** Place of a row among all that the version holds. */
export interface RowPlace {
  readonly versionId: VersionId;
  /** From 1 below the header. */
  readonly row: number;
  /** Order of the first row of its table. */
  readonly table: number;
  readonly order: number;
  readonly ordinal: number;
  readonly ragged: boolean;
}

export interface WrittenRow {
  readonly passage?: Passage;
  readonly record?: TypedRecord;
  readonly excluded?: ExcludedRun;
  readonly bad?: BadRow;
}

/**
 * One record as a log entry that quotes it and as typed values. `inherited` gives the value of a cell that the row leaves blank
 * because a row above holds it (merged cells, FMEA); the text keeps what the row itself says. `cells` are those of the row as
 * people corrected them: the values are theirs, the text is the row's own. A row that stands beside the records (`isBeside`: a total,
 * a remark) is quoted and is no record.
 */
export function writeRow(
  sheet: Sheet,
  raw: RawRow,
  cells: readonly RawCell[],
  inherited: readonly (RawCell | undefined)[],
  place: RowPlace,
  grammar: TagGrammar,
  isBeside = false,
): WrittenRow {
  const anchor: RowAnchor = { kind: 'row', sheet: sheet.name, row: place.row, line: raw.line };
  const joined = joinCells(sheet.columns, raw.cells);
  if (joined.text === '') return { excluded: { text: '', anchor, reason: 'white-space' } };
  const passage = makePassage(place, 'log-entry', joined.text, sheet.headings, anchor, joined.cells);
  if (isBeside) return { passage };
  const { columns, faults } = readColumns(sheet.columns, cells, inherited, grammar);
  const fault = [raw.fault, widthFault(sheet, raw, place.ragged), ...faults].filter((part) => part !== undefined).join('; ');
  const { versionId, ordinal } = place;
  const record: TypedRecord = {
    versionId,
    ordinal,
    kind: sheet.kind,
    columns,
    anchor,
    passageId: passage.id,
    ...(fault === '' ? {} : { fault }),
  };
  if (fault === '') return { passage, record };
  return { passage, record, bad: { sheet: sheet.name, row: place.row, line: raw.line, fault } };
}

/** The cells of a row with what people say of the words in them and of their codes; a corrected cell is typed by its words like any other. */
export function correctCells(sheet: Sheet, raw: RawRow, place: RowPlace, texts: VersionCorrections['texts']): readonly RawCell[] {
  const { text } = joinCells(sheet.columns, raw.cells);
  const anchor: RowAnchor = { kind: 'row', sheet: sheet.name, row: place.row, line: raw.line };
  const corrections = texts[makePassageId(place.versionId, 'log-entry', anchorsText([anchor]), text)] ?? [];
  let start = 0;
  return raw.cells.map((cell, column) => {
    if (cell.text === '') return cell;
    const end = start + cell.text.length;
    const own = corrections.filter((correction) => correction.start >= start && correction.end <= end);
    let read = '';
    let at = start;
    for (const correction of own) {
      read += text.slice(at, correction.start) + correction.text;
      at = correction.end;
    }
    read += text.slice(at, end);
    start = end + 1;
    if (own.length > 0) return { text: read };
    const meant = meaningOfCode({ codes: sheet.columns[column]?.codes }, cell.text);
    return meant === undefined ? cell : { text: meant };
  });
}

/** A record above the header, as a paragraph: a title or a remark about the whole table. Its anchor has row 0. */
export function writePreamble(sheet: Sheet, raw: RawRow, place: RowPlace): WrittenRow {
  const anchor: RowAnchor = { kind: 'row', sheet: sheet.name, row: 0, line: raw.line };
  const { text } = joinCells([], raw.cells);
  if (text === '') return { excluded: { text: '', anchor, reason: 'white-space' } };
  return { passage: makePassage(place, 'paragraph', text, [], anchor, undefined) };
}

function makePassage(
  place: RowPlace,
  kind: 'log-entry' | 'paragraph',
  text: string,
  headings: readonly string[],
  anchor: RowAnchor,
  cells: readonly Cell[] | undefined,
): Passage {
  const anchors = [anchor];
  return {
    id: makePassageId(place.versionId, kind, anchorsText(anchors), text),
    versionId: place.versionId,
    kind,
    text,
    language: languageOf(text),
    headings,
    anchors,
    order: place.order,
    ...(cells === undefined ? {} : { cells }),
    structure: kind === 'log-entry' ? { table: place.table } : {},
    scope: [],
  };
}

function joinCells(columns: readonly Column[], raw: readonly RawCell[]): { readonly text: string; readonly cells: readonly Cell[] } {
  let text = '';
  const cells: Cell[] = [];
  raw.forEach((cell, index) => {
    if (cell.text === '') return;
    if (text !== '') text += '\t';
    const column = columns[index];
    const start = text.length;
    text += cell.text;
    const role = column?.role;
    const header = column?.header ?? `column ${index + 1}`;
    cells.push({ column: header, ...(role === undefined ? {} : { role }), start, end: text.length });
  });
  return { text, cells };
}

function readColumns(
  columns: readonly Column[],
  raw: readonly RawCell[],
  inherited: readonly (RawCell | undefined)[],
  grammar: TagGrammar,
): { readonly columns: TypedRecord['columns']; readonly faults: readonly string[] } {
  const read: Partial<Record<Field, Value | null>> = {};
  const faults: string[] = [];
  const count = Math.max(columns.length, raw.length);
  for (let index = 0; index < count; index += 1) {
    const column: Column = columns[index] ?? { header: `column ${index + 1}`, type: 'text' };
    const own = raw[index] ?? { text: '' };
    const cell = own.text === '' ? (inherited[index] ?? own.merged ?? own) : own;
    const { value, fault } = readValue(cell, column.role, column, grammar);
    if (fault !== undefined) faults.push(`${column.header}: ${fault}`);
    const field: Field = column.role === undefined || column.role in read ? `x:${column.header}` : column.role;
    read[field] = value;
  }
  return { columns: read, faults };
}

function widthFault(sheet: Sheet, raw: RawRow, ragged: boolean): string | undefined {
  const expected = sheet.columns.length === 0 ? sheet.width : Math.max(sheet.width, sheet.hasHeader ? headerWidth(sheet) : 0);
  const extra = raw.cells.slice(expected).some((cell) => cell.text !== '');
  if (extra) return `the row has ${raw.cells.length} cells instead of ${expected}`;
  const fewest = Math.min(sheet.width, expected);
  return !ragged && raw.cells.length < fewest ? `the row has only ${raw.cells.length} cells instead of ${fewest}` : undefined;
}

/** Columns up to the last one that the header names. */
function headerWidth(sheet: Sheet): number {
  let width = sheet.columns.length;
  while (width > 0 && sheet.columns[width - 1]?.header === `column ${width}`) width -= 1;
  return width;
}
