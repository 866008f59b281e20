import { type ColumnRole, findQuantities, foldIdentifier, type IdentifierKind, type TagGrammar, type Value } from '../../kernel/index.ts';
import { readDate } from '../title-block/read-date.ts';
import type { RawCell } from './raw-row.ts';
import { type DecimalSign, readNumber, tellingSign } from './read-number.ts';
import type { ColumnType } from './survey-column.ts';
import { readYearless } from './yearless-date.ts';

/** Roles whose every cell names one thing by its code, however the code is written. */
const CODE_ROLES: Readonly<Partial<Record<ColumnRole, IdentifierKind>>> = {
  'order-number': 'order',
  'alarm-code': 'alarm',
  'part-number': 'part',
};
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}\s._/#+:-]{0,39}$/u;
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;

export interface ReadValue {
  readonly value: Value | null;
  /** Why the cell is doubtful; its value is then its text. */
  readonly fault?: string;
}

/** Types one cell by its column's role and type; what fits nothing stays text, an empty cell is null. */
export function readValue(
  cell: RawCell,
  role: ColumnRole | undefined,
  column: ColumnType & { readonly saidUnit?: string | undefined },
  grammar: TagGrammar,
): ReadValue {
  const { text } = cell;
  if (cell.date !== undefined) return { value: { kind: 'date', text, ...cell.date } };
  if (text === '') return { value: null };
  if (column.type === 'date') {
    const date =
      readDate(text, column.order, role === 'date' || role === 'end-date') ??
      (column.year === undefined ? undefined : readYearless(text, column.year));
    if (date !== undefined) return { value: { kind: 'date', text, ...date } };
    return { value: { kind: 'text', text }, fault: `"${text.slice(0, 40)}" is no date that can be read` };
  }
  const kind = role === undefined ? undefined : CODE_ROLES[role];
  if (kind !== undefined && CODE.test(text)) {
    return { value: { kind: 'identifier', text, identifier: { kind, text, folded: foldIdentifier(text) } } };
  }
  if (role === 'duration') {
    const clock = readClock(text);
    if (clock !== undefined) return { value: clock };
  }
  const number = cell.number ?? readNumber(text, column.decimal);
  if (number !== undefined && (column.type === 'number' || !/^0\d/.test(text)))
    return { value: inSaidUnit({ kind: 'number', text, number }, column.saidUnit, grammar) };
  return { value: readWhole(text, column.decimal, grammar) };
}

/** A plain number in the unit that a person says of its column. */
function inSaidUnit(value: Extract<Value, { kind: 'number' }>, unit: string | undefined, grammar: TagGrammar): Value {
  if (unit === undefined) return value;
  const written = `${value.number.toLocaleString('en-US', { maximumFractionDigits: 9, useGrouping: false })} ${unit}`;
  const [found, ...others] = findQuantities(written, grammar);
  const isWhole = found !== undefined && others.length === 0 && found.start === 0 && found.end === written.length;
  return isWhole ? { kind: 'quantity', text: value.text, quantity: found.quantity } : value;
}

/** A quantity or an identifier that fills the cell, else text. */
function readWhole(text: string, sign: DecimalSign | undefined, grammar: TagGrammar): Value {
  if (/\d/.test(text) && text.length <= 60) {
    const plain = plainNumerals(text, sign);
    const [quantity, ...others] = findQuantities(plain, grammar);
    if (quantity !== undefined && others.length === 0 && quantity.start === 0 && quantity.end === plain.length) {
      return { kind: 'quantity', text, quantity: quantity.quantity };
    }
    const [identifier] = grammar.find(text);
    if (identifier !== undefined && identifier.start === 0 && identifier.end === text.length) {
      return { kind: 'identifier', text, identifier: identifier.identifier };
    }
  }
  return { kind: 'text', text };
}

const NUMERAL = /\d[\d.,' \u00a0\u202f]*\d|\d/gu;

/** A cell of one amount with its numeral as English writes it: the signs of a column hold for amounts with a unit too. */
function plainNumerals(text: string, sign: DecimalSign | undefined): string {
  const numerals = [...text.matchAll(NUMERAL)];
  const [only] = numerals;
  if (only === undefined || numerals.length > 1) return text;
  const own = sign ?? tellingSign(only[0]);
  const number = own === ',' || /['\s]/u.test(only[0]) ? readNumber(only[0], own) : undefined;
  return number === undefined ? text : text.replace(only[0], number.toLocaleString('en-US', { maximumFractionDigits: 9 }));
}

/** `h:mm` or `h:mm:ss` as hours. */
function readClock(text: string): Value | undefined {
  const parts = CLOCK.exec(text);
  if (parts === null) return undefined;
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  const hours = seconds / 3600;
  const si = { low: seconds, high: seconds };
  return {
    kind: 'quantity',
    text,
    quantity: { low: hours, high: hours, unit: 'h', dimension: 'time', comparator: '=', si, decimals: 2, recurring: false },
  };
}
