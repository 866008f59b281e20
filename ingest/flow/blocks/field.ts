import type { Cell } from '../../../kernel/index.ts';
import { fieldRole, stepMarker, warningSignal } from '../../../ontology/index.ts';
import { admonitionKind } from './admonition.ts';

/** UTF-16 units of the longest name and value that a line is read as a field for without its markup saying so. */
const LONGEST_NAME = 48;
const MOST_WORDS = 6;
const LONGEST_CHINESE_NAME = 20;
const LONGEST_VALUE = 120;
const FIELD = /^(?<name>[^:：\n]{1,60}?)(?<colon>\s*：\s*|\s*:\s+|\s+=\s+)(?<value>\S[^\n]*)$/u;
const SENTENCE = /[。！？；!?;]|\.(?:\s|$)/u;

interface FieldParts {
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly isShort: boolean;
}

/** What a line names and what it says of it, by a colon; undefined for sentences, steps, notes and safety messages. */
function fieldParts(text: string): FieldParts | undefined {
  const { name = '', colon = '', value = '' } = FIELD.exec(text)?.groups ?? {};
  if (name === '' || !/\p{L}/u.test(name) || isBroken(name) || /[。！？；，!?;]|[.,]\s/u.test(name)) return undefined;
  const isChinese = /\p{sc=Han}/u.test(name);
  if (name.length > (isChinese ? LONGEST_CHINESE_NAME : LONGEST_NAME) || name.split(/\s+/).length > MOST_WORDS) return undefined;
  if (stepMarker(text) !== undefined || warningSignal(text) !== undefined || admonitionKind(name) !== undefined) return undefined;
  const isShort = value.length <= LONGEST_VALUE && !SENTENCE.test(value) && !/[:：]$/u.test(value);
  return { nameEnd: name.length, valueStart: name.length + colon.length, isShort };
}

/** A name that ends within brackets is none: `[source: register]`. */
function isBroken(name: string): boolean {
  return name.replace(/[^([{（【]/gu, '').length !== name.replace(/[^)\]}）】]/gu, '').length;
}

/** Whether a line alone says that it is a field: a short name, a colon, and something short that is no sentence. */
export function isShortField(text: string): boolean {
  return fieldParts(text)?.isShort === true;
}

/** Cells of a name and of what is said of it, as all formats give them: the second one has the name as its column. */
export function fieldCells(text: string, nameEnd: number, valueStart: number): readonly Cell[] {
  const name = text.slice(0, nameEnd);
  return [
    { column: '', role: 'parameter', start: 0, end: nameEnd },
    { column: name, role: fieldRole(name) ?? 'value', start: valueStart, end: text.length },
  ];
}

/** The same of a term and what explains it. */
export function termCells(text: string, nameEnd: number, valueStart: number): readonly Cell[] {
  return [
    { column: '', role: 'term', start: 0, end: nameEnd },
    { column: text.slice(0, nameEnd), role: 'definition', start: valueStart, end: text.length },
  ];
}

/**
 * A line as field or definition. In bold, a name may be followed by prose: a known header (`**Cause:** …`) makes it a field, any
 * other an explanation of the name; so does a section of terms.
 */
export function readField(
  text: string,
  bold: number,
  inGlossary: boolean,
): { readonly kind: 'table-row' | 'definition'; readonly cells: readonly Cell[] } | undefined {
  const parts = fieldParts(text);
  if (parts === undefined) return undefined;
  const { nameEnd, valueStart, isShort } = parts;
  const isBold = bold >= nameEnd && bold <= valueStart;
  if (inGlossary) return { kind: 'definition', cells: termCells(text, nameEnd, valueStart) };
  if (isShort) return { kind: 'table-row', cells: fieldCells(text, nameEnd, valueStart) };
  if (!isBold) return undefined;
  return fieldRole(text.slice(0, nameEnd)) === undefined
    ? { kind: 'definition', cells: termCells(text, nameEnd, valueStart) }
    : { kind: 'table-row', cells: fieldCells(text, nameEnd, valueStart) };
}
