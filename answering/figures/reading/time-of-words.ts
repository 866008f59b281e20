import { fold, maskSpans, parseNumeral } from '../../../kernel/index.ts';
import { DATE_SIGNS, timeForm, timeForms } from '../../../ontology/index.ts';
import { timeRanges } from '../../question/time-range.ts';

/** Milliseconds UTC, `from` inclusive, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** First and last time that rows have, milliseconds UTC. */
export interface LogTimes {
  readonly first: number;
  readonly last: number;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;
const SHORT_YEAR = new RegExp(`(?<!\\d)(\\d{2})\\s?${DATE_SIGNS.year}|['’](\\d{2})(?!\\d)`, 'u');
const APART = /(?<=\d)\s+(?=\p{sc=Han})|(?<=\p{sc=Han})\s+(?=\d)/gu;
const DECADE = new RegExp(timeForm('decade'), 'u');
/** Two years by their last digits and how far they reach: 04到06年. */
const SHORT_YEARS = new RegExp(
  `(?<!\\d)(?<a>\\d{2})${DATE_SIGNS.year}?\\s?(?:-|~|${timeForm('range')})\\s?(?<b>\\d{2})\\s?(?:${DATE_SIGNS.year}|${timeForm('theseYears')})`,
  'u',
);
const LAST_YEAR = new RegExp(timeForm('lastYear'), 'u');
const THIS_YEAR = new RegExp(timeForm('thisYear'), 'u');
const SINCE = new RegExp(timeForm('since'), 'u');
const UNTIL = new RegExp(timeForm('until'), 'u');
const AFTER = new RegExp(timeForm('after'), 'u');
const BEFORE = new RegExp(timeForm('before'), 'u');

/** Months from 0 and how many, whatever the year; a winter reaches into the next. */
const PARTS: readonly (readonly [pattern: RegExp, month: number, months: number])[] = [
  [new RegExp(timeForm('firstHalf'), 'u'), 0, 6],
  [new RegExp(timeForm('secondHalf'), 'u'), 6, 6],
  ...timeForms('quarters').map((form, at) => [new RegExp(form, 'u'), at * 3, 3] as const),
  [new RegExp(timeForm('spring'), 'u'), 2, 3],
  [new RegExp(timeForm('summer'), 'u'), 5, 3],
  [new RegExp(timeForm('autumn'), 'u'), 8, 3],
  [new RegExp(timeForm('winter'), 'u'), 11, 3],
];
/** 前三个季度, `first two months`: from the beginning of a year. */
const FIRST = new RegExp(
  `${timeForm('firstOf')}\\s?(?<count>[\\p{L}\\d]{1,6}?)\\s?(?:(?<quarters>${timeForm('quarterUnit')})|${timeForm('monthUnit')})`,
  'u',
);
// The longer first: 十一月 holds 一月.
const MONTHS = timeForms('months')
  .map((form, month) => ({ pattern: new RegExp(form, 'gu'), month }))
  .reverse();

const DAY = 86_400_000;
// The longer first, as before.
const DAYS = timeForms('months')
  .map((form, month) => ({
    source: new RegExp(
      `(?<!\\d)(?<before>\\d{1,2})(?:st|nd|rd|th)?\\s?(?:of\\s)?${form}|${form}\\s?(?:the\\s)?(?<behind>\\d{1,2})(?!\\d)(?:st|nd|rd|th|${DATE_SIGNS.day})?`,
      'u',
    ),
    month,
  }))
  .reverse();

/**
 * The time that words mean. What they say of no year is the last such time of the log (`in May`, 三季度, `last winter`); what is said from
 * now is meant from the end of the log where the log ends before it. Undefined where they say no time that is read.
 * @param now milliseconds UTC.
 */
export function timeOfWords(words: string, { first, last }: LogTimes, now: number): Stretch | undefined {
  // 3 月 as 3月.
  const text = fold(words).replace(APART, '');
  const decades = decadesOf(text, last);
  if (decades !== undefined) return decades;
  const [stated, ...more] = timeRanges(text, now);
  if (stated !== undefined && more.length === 0 && covers(text, stated)) {
    if (stated.from <= last) return stated;
    const [anchored] = timeRanges(text, last);
    return anchored;
  }
  const day = dayOf(text, last);
  if (day !== undefined) return edged(text, day, { first, last });
  if (saysMore(text)) return undefined;
  const years = SHORT_YEARS.exec(text)?.groups;
  if (years !== undefined) return spanOfShortYears(text, years, last);
  const year = yearOf(text, last);
  const part = partOf(text);
  if (part === undefined) return year === undefined ? undefined : edged(text, span(year, 0, 12), { first, last });
  const own = year ?? latestYear(part.month, last);
  return edged(text, span(own, part.month, part.months), { first, last });
}

/** Ten years by their first (`the 1980s`, 八十年代), of this century or the last. Undefined where more is said. */
function decadesOf(text: string, last: number): Stretch | undefined {
  const found = DECADE.exec(text);
  const written = found?.slice(1).find((part) => part !== undefined);
  if (found === null || written === undefined) return undefined;
  const rest = maskSpans(text, [{ start: found.index, end: found.index + found[0].length }]);
  const number = parseNumeral(`${written}y`) ?? parseNumeral(written);
  if (number === undefined || number % 10 !== 0 || partOf(rest) !== undefined || /[\d\p{sc=Han}]/u.test(rest)) return undefined;
  const century = 2000 + number > new Date(last).getUTCFullYear() ? 1900 : 2000;
  return span(number < 100 ? century + number : number, 0, 120);
}

/** Whether nothing of the calendar stands beside it (`2023` of `winter 2023`, `9th` of `9th of April 2023`, 前 of 2022年前). */
function covers(text: string, stated: { readonly start: number; readonly end: number }): boolean {
  const rest = maskSpans(text, [stated]);
  return partOf(rest) === undefined && !/\d/u.test(rest) && !BEFORE.test(rest) && !AFTER.test(rest);
}

/** A day of a month, of the year that is said or the last one in which it was. */
function dayOf(text: string, last: number): Stretch | undefined {
  for (const { source, month } of DAYS) {
    const found = source.exec(text);
    const day = Number(found?.groups?.before ?? found?.groups?.behind);
    if (found === null || !(day >= 1 && day <= 31)) continue;
    const rest = maskSpans(text, [{ start: found.index, end: found.index + found[0].length }]);
    if (/\d/u.test(rest.replace(YEAR, ' ').replace(SHORT_YEAR, ' ')) || monthsIn(rest).length > 0) return undefined;
    const own = yearOf(rest, last) ?? latestYear(month, last);
    const from = Date.UTC(own, month, day);
    return new Date(from).getUTCMonth() === month ? { from, to: from + DAY } : undefined;
  }
  return undefined;
}

/** A number that is neither year nor part of one: a day, a length. */
function saysMore(text: string): boolean {
  let rest = text.replace(SHORT_YEARS, ' ').replace(YEAR, ' ').replace(SHORT_YEAR, ' ').replace(FIRST, ' ');
  for (const [pattern] of PARTS) rest = rest.replace(pattern, ' ');
  for (const { pattern } of MONTHS) rest = rest.replace(pattern, ' ');
  return /\d/u.test(rest);
}

/** Undefined where a part of a year is said too. */
function spanOfShortYears(text: string, { a, b }: Readonly<Record<string, string | undefined>>, last: number): Stretch | undefined {
  const [from, to] = [longYear(Number(a), last), longYear(Number(b), last)];
  return partOf(text) !== undefined || to < from ? undefined : span(from, 0, 12 * (to - from + 1));
}

/** Of this century where that has been by the end of the log. */
function longYear(short: number, last: number): number {
  const year = 2000 + short;
  return year > new Date(last).getUTCFullYear() + 1 ? year - 100 : year;
}

function span(year: number, month: number, months: number): Stretch {
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + months) };
}

function yearOf(text: string, last: number): number | undefined {
  const written = YEAR.exec(text)?.[1];
  if (written !== undefined) return Number(written);
  const ending = new Date(last).getUTCFullYear();
  const short = SHORT_YEAR.exec(text);
  if (short !== null) return longYear(Number(short[1] ?? short[2]), last);
  if (LAST_YEAR.test(text)) return ending - 1;
  return THIS_YEAR.test(text) ? ending : undefined;
}

/** The last year in which such a time had begun. */
function latestYear(month: number, last: number): number {
  const end = new Date(last);
  return end.getUTCMonth() >= month ? end.getUTCFullYear() : end.getUTCFullYear() - 1;
}

function partOf(text: string): { readonly month: number; readonly months: number } | undefined {
  const first = FIRST.exec(text)?.groups;
  if (first !== undefined) {
    const months = (parseNumeral(first.count ?? '') ?? 0) * (first.quarters === undefined ? 1 : 3);
    return Number.isInteger(months) && months > 0 && months <= 12 ? { month: 0, months } : undefined;
  }
  const named = monthsIn(text);
  const [one, other] = named;
  if (named.length > 2) return undefined;
  if (one !== undefined && other !== undefined) return { month: one, months: ((other - one + 12) % 12) + 1 };
  if (one !== undefined) return { month: one, months: 1 };
  const found = PARTS.find(([pattern]) => pattern.test(text));
  return found === undefined ? undefined : { month: found[1], months: found[2] };
}

/** Months in their order in the text. */
function monthsIn(text: string): readonly number[] {
  let rest = text;
  const found: { at: number; month: number }[] = [];
  for (const { pattern, month } of MONTHS) {
    const named = [...rest.matchAll(pattern)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
    found.push(...named.map(({ start }) => ({ at: start, month })));
    rest = maskSpans(rest, named);
  }
  return found.sort((a, b) => a.at - b.at).map(({ month }) => month);
}

/** From it on, up to it, before or behind it, where words say so. */
function edged(text: string, stretch: Stretch, { first, last }: LogTimes): Stretch {
  if (AFTER.test(text)) return { from: stretch.to, to: Math.max(last + 1, stretch.to) };
  if (BEFORE.test(text)) return { from: Math.min(first, stretch.from), to: stretch.from };
  if (SINCE.test(text)) return { from: stretch.from, to: Math.max(last + 1, stretch.to) };
  if (UNTIL.test(text)) return { from: Math.min(first, stretch.from), to: stretch.to };
  return stretch;
}
