import { type Filter, fold, foldIdentifier, parseNumeral } from '../../../kernel/index.ts';
import { findConcepts, recordPhrases } from '../../../ontology/index.ts';
import { anyOf } from '../condition.ts';
import type { Log, LogColumn } from '../log-columns.ts';
import { spokenOf, stemOf, wordFields } from '../read-text-conditions.ts';
import { thingsNamed } from './things-named.ts';

/**
 * What words that mean values of a column limit it to: the values that are called so, or that hold the words; else the one that they
 * were read to mean; in a column of texts those which hold the words or speak of their subject. Undefined where nothing is meant
 * surely.
 * @param meant value that a model read the words to mean. @param isLiteral texts are to hold the words as they are.
 */
export function valueFilter(log: Log, column: LogColumn, words: string, meant: string | undefined, isLiteral = false): Filter | undefined {
  const { field, holds, values } = column;
  if (holds === 'words') return textFilter(log, column, words, isLiteral);
  if (holds === 'dates') return undefined;
  if (values.length === 0) {
    const number = parseNumeral(words.trim());
    return holds === 'numbers' && number !== undefined ? { kind: 'equals', field, value: number } : undefined;
  }
  const same = bestNamed(values, words);
  // 非 EM 抢修: what stands beside the name denies it.
  if (same.length > 0 && denies(same.reduce((rest, value) => rest.replace(fold(value), ' '), fold(words)))) return undefined;
  const whole = same.length > 0 ? same : values.filter((value) => holdsWords(value, words));
  const holding = whole.length > 0 ? whole : values.filter((value) => holdsEach(value, words));
  if (holding.length > 0) {
    // The model read another one, and the words are but a part of these: nobody can say which is meant.
    if (same.length === 0 && meant !== undefined && !holding.includes(meant) && values.includes(meant)) return undefined;
    return anyOf(holding.map((value): Filter => ({ kind: 'equals', field, value })));
  }
  return meant !== undefined && values.includes(meant) && hasNumbersOf(meant, words) && namesThingsOf(meant, words) && !denies(words)
    ? { kind: 'equals', field, value: meant }
    : undefined;
}

/** Words between quotation marks are looked for as they are, in the column that has them as a value or in all texts. */
export function quotedFilter(log: Log, column: LogColumn, words: string): Filter | undefined {
  const text = fold(words).trim();
  if (column.holds === 'words') return { kind: 'contains', field: column.field, text };
  const holding = column.values.filter((value) => isSame(value, words) || holdsWords(value, words));
  if (holding.length > 0) return anyOf(holding.map((value): Filter => ({ kind: 'equals', field: column.field, value })));
  const fields = wordFields(log);
  return text === '' || fields.length === 0 ? undefined : anyOf(fields.map((field): Filter => ({ kind: 'contains', field, text })));
}

function textFilter(log: Log, { field }: LogColumn, words: string, isLiteral: boolean): Filter | undefined {
  const text = fold(words).trim();
  const concept = findConcepts(text).find(({ start, end }) => start === 0 && end === text.length)?.concept;
  const spoken = concept === undefined || isLiteral ? undefined : spokenOf(log, concept, text);
  if (spoken !== undefined) return spoken;
  const stem = stemOf(text);
  return stem.length < 2 ? undefined : { kind: 'contains', field, text: stem };
}

/** The values that the words write, or the longest names of single machines that they hold as a word of its own (`shovel A`). */
export function bestNamed(values: readonly string[], words: string): readonly string[] {
  const same = values.filter((value) => isSame(value, words));
  if (same.length > 0) return same;
  const named = values.filter(
    (value) =>
      DESIGNATION.test(value.trim()) && holdsValue(words, value.trim()) && isClass(words, value.trim()) && hasNumbersOf(value, words),
  );
  const longest = Math.max(0, ...named.map((value) => value.trim().length));
  return named.filter((value) => value.trim().length === longest);
}

/** A letter or two, or a name with a number: `oil leak` is more than `leak`. */
const DESIGNATION = /^(?:[\p{L}\p{N}]{1,2}|.*\d.*)$/u;

/** Values that are mere codes and stand among the words as they are written. */
export function codesWritten({ values }: LogColumn, words: string): readonly string[] {
  return values.filter((value) => /^[\p{Lu}\d]+$/u.test(value) && holdsWhole(words, value));
}

/** Whether little more than the kind of machine stands beside its name: `jump start shovel D` says what was done to it too. */
function isClass(words: string, value: string): boolean {
  const rest = fold(words).replace(fold(value), ' ');
  const han = rest.match(/\p{sc=Han}/gu)?.length ?? 0;
  return han <= 4 && (rest.match(/[\p{L}\p{N}]+/gu)?.filter((word) => !/\p{sc=Han}/u.test(word)).length ?? 0) <= 1;
}

/** Short names count as they are written only. */
function holdsValue(words: string, value: string): boolean {
  return value.length < 3 ? holdsWhole(words, value) : holdsWhole(fold(words), fold(value));
}

/**
 * Machines, parts and faults of the vocabulary that the words name: the value that they were read to mean names one of them too, unless
 * it is a name in the other language, of which the vocabulary need not know.
 */
function namesThingsOf(value: string, words: string): boolean {
  const said = thingsNamed(words);
  const own = new Set(thingsNamed(value));
  const isOther = /\p{sc=Han}/u.test(value) !== /\p{sc=Han}/u.test(words) && NAME.test(value) && !CODE.test(value);
  // A name in a third language: the number tells that it is this one.
  const isNumbered = own.size === 0 && NUMBERED.test(value) && /\d/u.test(words) && hasNumbersOf(value, words);
  return said.length === 0 || said.some((id) => own.has(id)) || isOther || isNumbered;
}

/** No mere code. */
const NAME = /\p{sc=Han}{2}|\p{L}{3}/u;
const CODE = /^\s*\p{Lu}+[-_./]?\d[\p{Lu}\d-]*\s*$/u;
/** A word with a number, or a number that hardly two things have; `HC-02` may be anything. */
const NUMBERED = /\p{Ll}{3}|\d{4}/u;
const NOT = recordPhrases('not');

/** 非预防性 is no other way to say what a value says. */
export function denies(words: string): boolean {
  const folded = fold(words);
  return NOT.some((phrase) => (/\p{sc=Han}/u.test(phrase) ? folded.includes(phrase) : new RegExp(`\\b${phrase}\\b`, 'u').test(folded)));
}

/** A number or letter tells one machine from another: what is meant has all those of the words. */
function hasNumbersOf(value: string, words: string): boolean {
  const numbers = (text: string) => text.normalize('NFKC').match(/\d+/gu) ?? [];
  const own = numbers(value).map(Number);
  return numbers(words).every((number) => own.includes(Number(number)));
}

function isSame(value: string, words: string): boolean {
  const [a, b] = [foldIdentifier(value), foldIdentifier(words)];
  return fold(value).trim() === fold(words).trim() || (a === b && a !== '' && /\d/u.test(a));
}

/** Whether a value holds the words, none of them as part of a longer one. */
function holdsWords(value: string, words: string): boolean {
  const part = fold(words).trim();
  return part.length > 1 && holdsWhole(fold(value), part);
}

/**
 * Whether a value has each of several words, in whatever order and form (`Bearing, ball, 6310` of `6310 bearings`). Characters that are
 * written without blanks are no words.
 */
function holdsEach(value: string, words: string): boolean {
  if (/\p{sc=Han}/u.test(words)) return false;
  const wordsOf = (text: string) => (fold(text).match(/[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)*/gu) ?? []).map(stemOf);
  const asked = wordsOf(words);
  const own = wordsOf(value);
  return asked.length > 1 && asked.every((word) => own.includes(word));
}

function holdsWhole(name: string, part: string): boolean {
  for (let at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1))
    if (!cuts(name.charAt(at - 1), part.charAt(0)) && !cuts(part.charAt(part.length - 1), name.charAt(at + part.length))) return true;
  return false;
}

/** Whether two neighbouring signs are of one Latin word or number. */
function cuts(one: string, next: string): boolean {
  return (/\p{L}/u.test(one) && /\p{L}/u.test(next) && !/\p{sc=Han}/u.test(one + next)) || (/\d/u.test(one) && /\d/u.test(next));
}
