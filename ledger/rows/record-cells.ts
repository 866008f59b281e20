import { assertNever, type Field, fold, foldIdentifier, type Json, type TypedRecord, type Value } from '../../kernel/index.ts';
import { asJson } from './stored-shapes.ts';

type Columns = TypedRecord['columns'];

/**
 * Cells as they are stored: each value with what SQL compares it by.
 * `key`: one of `t:` folded text, `i:` folded identifier, `c:` concept; `fold`: folded text where `key` does not hold it;
 * `sort`: number as written, lower bound of a quantity, or instant of a date.
 */
export function storedColumns(columns: Columns): string {
  const stored: Record<string, Json> = {};
  for (const [field, value] of Object.entries(columns))
    stored[storedField(field)] = value === null || value === undefined ? null : storedCell(value);
  return JSON.stringify(stored);
}

/** Undoes `storedField` for all cells; the shape check has left the added members behind. */
export function readColumns(stored: Readonly<Record<string, Value | null>>): Columns {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [originalField(name), value])) as Columns;
}

/** Name of a field inside the stored JSON: without the characters that a JSON path would trip over. */
export function storedField(field: string): string {
  return field.replace(/[%"\\\u0000-\u001f]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function originalField(name: string): Field {
  return name.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) as Field;
}

/** The keys under which a cell that equals this text can be stored. */
export function keysOfText(text: string): readonly string[] {
  return [`t:${fold(text)}`, `i:${foldIdentifier(text)}`, `c:${text}`];
}

function storedCell(value: Value): Json {
  const cell = asJson(value) as Readonly<Record<string, Json>>;
  switch (value.kind) {
    case 'text':
      return { ...cell, key: `t:${fold(value.text)}` };
    case 'number':
      return { ...cell, key: `t:${fold(value.text)}`, sort: value.number };
    case 'quantity':
      return { ...cell, key: `t:${fold(value.text)}`, sort: value.quantity.low };
    case 'date':
      return { ...cell, key: `t:${fold(value.text)}`, sort: value.time };
    case 'identifier':
      return { ...cell, key: `i:${value.identifier.folded}`, fold: fold(value.text) };
    case 'concept':
      return { ...cell, key: `c:${value.concept}`, fold: fold(value.text) };
    default:
      return assertNever(value);
  }
}
