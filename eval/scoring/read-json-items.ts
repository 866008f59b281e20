import { isRecord } from './is-record.ts';

/** An object of a file, or why a place of it holds none. */
export type JsonItem =
  | { readonly kind: 'item'; readonly place: string; readonly fields: Readonly<Record<string, unknown>>; readonly problem?: string }
  | { readonly kind: 'unread'; readonly problem: string };

/** Objects of a text: one a line, a list of them, or one object of equally long columns. */
export function readJsonItems(text: string): readonly JsonItem[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.map((value, at) => itemOf(value, `item ${at + 1}`));
  if (isRecord(whole) && !text.trim().includes('\n{')) return columnsOf(whole) ?? [itemOf(whole, 'item 1')];
  return text
    .split(/\r?\n/u)
    .map((line, at) => ({ line: line.replace(/^\uFEFF/u, ''), place: `line ${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => itemOf(parsed(line), place));
}

function itemOf(value: unknown, place: string): JsonItem {
  return isRecord(value) ? { kind: 'item', place, fields: value } : { kind: 'unread', problem: `${place}: is no JSON object` };
}

/** Undefined of what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function columnsOf(fields: Readonly<Record<string, unknown>>): readonly JsonItem[] | undefined {
  const columns = Object.entries(fields);
  const rows = (column: unknown) => (Array.isArray(column) ? column.length : undefined);
  const length = rows(columns[0]?.[1]);
  // One answer may have several contexts: a text beside a list is no table of columns.
  if (length === undefined || columns.some(([, column]) => rows(column) !== length)) return undefined;
  return Array.from({ length }, (_, at) =>
    itemOf(Object.fromEntries(columns.map(([name, column]) => [name, (column as readonly unknown[])[at]])), `row ${at + 1}`),
  );
}
