import { siteGrammar } from '../../../../ontology/index.ts';
import { shownText, spliced, type TextEdit } from '../text-edit.ts';

const GRAMMAR = siteGrammar([]);
/** Words of large letters and digits, whatever the grammar of tags makes of them. */
const CODE =
  /(?<![\p{L}\p{N}_.\-/])(?=[\p{Lu}\d_-]*\p{Lu})(?=[\p{Lu}\d_-]*\d{2})\p{Lu}[\p{Lu}\d]*(?:[-_][\p{Lu}\d]+)*(?![\p{sc=Latin}\d_.\-/])/gu;
const DIGITS = 10;

/** One digit of a code becomes another one, so that the code is none of those shown. */
export const changeIdentifier: TextEdit = (statement, { random }) => {
  const { text } = statement;
  const found = [
    ...GRAMMAR.find(text).map(({ start, end }) => ({ start, end })),
    ...[...text.matchAll(CODE)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  ].filter(({ start, end }) => /\d/u.test(text.slice(start, end)) && text.split(text.slice(start, end)).length === 2);
  const shown = shownText(statement).toUpperCase();
  for (const { start, end } of random.shuffle(found)) {
    const code = text.slice(start, end);
    const places = [...code.matchAll(/\d/gu)].map(({ index }) => index);
    const at = random.pick(places);
    const digit = (Number(code.charAt(at)) + random.integer(1, DIGITS - 1)) % DIGITS;
    const edited = spliced(code, at, at + 1, String(digit));
    if (!shown.includes(edited.toUpperCase())) return spliced(text, start, end, edited);
  }
  return undefined;
};

/** What names the version of something: a word before its number, or `v` with parts. */
const REVISION = /(?:\b(?:versions?|rev(?:ision|\.)?|release)\s|版本|版次|\bv)\s?(?<number>\d+(?:\.\d+){0,2})(?![\d.])/iu;

/** Another version than the one that is named. */
export const changeRevision: TextEdit = (statement, { random }) => {
  const found = REVISION.exec(statement.text);
  const number = found?.groups?.number;
  if (found === null || number === undefined) return undefined;
  const at = found.index + found[0].lastIndexOf(number);
  const parts = number.split('.');
  const last = Number(parts.at(-1)) + random.integer(1, 3);
  const edited = [...parts.slice(0, -1), String(last)].join('.');
  const text = spliced(statement.text, at, at + number.length, edited);
  return shownText(statement).includes(edited) ? undefined : text;
};
