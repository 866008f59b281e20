import { type FormId, type LabelSetId, makeFormId } from './ids.ts';
import { fold } from './text/folded-text.ts';

/** A table of a document as reading found it. */
export interface SurveyedTable {
  /** Sheet of its rows, empty where the file names none. */
  readonly sheet: string;
  /** In the order of its columns. */
  readonly headers: readonly string[];
}

/** Fewer named columns are no form: too many unlike tables (`Date, Value`) look like that. */
const FEWEST_NAMED = 3;
/** So many columns side by side that differ by a number alone are a row of days, shifts or readings, however many a month has. */
const FEWEST_NUMBERED = 7;
/** What a column without a header is called. */
const UNNAMED = /^column \d+$/;

/** A header as it is compared: exports of one form may differ in case, width and white space. */
export function headerKey(header: string): string {
  return fold(header).replace(/\s+/g, ' ').trim();
}

/** The name of a sheet as it is compared: exports of one form name month or year in it. */
export function sheetKey(sheet: string): string {
  return withoutNumbers(headerKey(sheet));
}

/**
 * The form that a table is an export of: its sheet and its headers in their order, columns that differ by a number alone as one.
 * A form is one among documents under the same labels: what is decided on it must not tell whoever reads others of what these hold.
 * Undefined for a table with too few named columns to be known again.
 */
export function formOf({ sheet, headers }: SurveyedTable, among: LabelSetId): FormId | undefined {
  const named = headers.map((header) => (UNNAMED.test(header) ? '' : headerKey(header)));
  while (named.at(-1) === '') named.pop();
  const parts = joinNumbered(named);
  return parts.filter((part) => part !== '').length < FEWEST_NAMED ? undefined : makeFormId([among, sheetKey(sheet), ...parts]);
}

/** The tables of a report's columns, in their order. */
export function tablesOf(columns: readonly { readonly header: string; readonly sheet?: string }[]): readonly SurveyedTable[] {
  const tables = new Map<string, string[]>();
  for (const { header, sheet = '' } of columns) tables.set(sheet, [...(tables.get(sheet) ?? []), header]);
  return [...tables].map(([sheet, headers]) => ({ sheet, headers }));
}

function joinNumbered(headers: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < headers.length; ) {
    const bare = withoutNumbers(headers[at] ?? '');
    let run = 1;
    while (at + run < headers.length && withoutNumbers(headers[at + run] ?? '') === bare) run += 1;
    const isNumbered = bare.includes('#') && run >= FEWEST_NUMBERED;
    joined.push(...(isNumbered ? [bare] : headers.slice(at, at + run)));
    at += run;
  }
  return joined;
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '#');
}
