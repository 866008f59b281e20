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
/** Signs that compute; `∆p` is a name, and the others left out here stand before or between numbers. */
const OPERATOR = '(?:[*\u2217]|(?![|=±×<>≤≥≈∼∆])\\p{Sm})';
/** Marks over letters of formulas, as fonts without letters of their own give them. */
const ACCENT = '[\\p{Sk}ˆˇ]';
const COMPUTED_NAME = new RegExp(`${OPERATOR}|${ACCENT}|\\s[-–]\\s*\\d`, 'u');
/** A sum of what is no number, a call, a further equation, or the number of one. */
const COMPUTED_VALUE = new RegExp(
  `\\s=\\s|${ACCENT}|${OPERATOR}\\s*(?:[\\p{L}([{]|$)|[)\\]]\\s*${OPERATOR}|^[\\p{L}_][\\p{L}\\p{N}_.]*\\(|\\(\\d+(?:\\.\\d+)?\\)$`,
  'u',
);

interface FieldParts {
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly isShort: boolean;
}

/** What a line names and what it says of it, by a colon; undefined for sentences, steps, notes and safety messages. */
function fieldParts(text: string): FieldParts | undefined {
  const { name = '', colon = '', value = '' } = FIELD.exec(text)?.groups ?? {};
  if (
    name === '' ||
    !/\p{L}/u.test(name) ||
    isBroken(name) ||
    (colon.includes('=') && isComputed(name, value)) ||
    /[。！？；，!?;]|[.,]\s/u.test(name)
  )
    return undefined;
  const isChinese = /\p{sc=Han}/u.test(name);
  if (name.length > (isChinese ? LONGEST_CHINESE_NAME : LONGEST_NAME) || name.split(/\s+/).length > MOST_WORDS) return undefined;
  if (stepMarker(text) !== undefined || warningSignal(text) !== undefined || admonitionKind(name) !== undefined) return undefined;
  const isShort = value.length <= LONGEST_VALUE && !SENTENCE.test(value) && !/[:：]$/u.test(value);
  return { nameEnd: name.length, valueStart: name.length + colon.length, isShort };
}

/** A name that ends within brackets or quotes is none: `[source: register]`, `print "Mass: "`; behind a number is a sign of inches. */
function isBroken(name: string): boolean {
  if (name.replace(/[^([{（【“]/gu, '').length !== name.replace(/[^)\]}）】”]/gu, '').length) return true;
  return name.replace(/\d\s?"|[^"]/gu, '').length % 2 === 1;
}

/** Whether a line with a sign of equality is a formula or a line of a program: it says how a value comes about, and none. */
function isComputed(name: string, value: string): boolean {
  return COMPUTED_NAME.test(name) || COMPUTED_VALUE.test(value);
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
