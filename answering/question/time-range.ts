import { foldText, maskSpans, parseNumeral } from '../../kernel/index.ts';
import { DATE_SIGNS as D, timeForm } from '../../ontology/index.ts';
import type { TimeRange } from './question.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH_NAMES = MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');
const MONTH = `(?<month>${MONTH_NAMES}|sept)\\.?`;
const YEAR = '(?<year>(?:19|20)\\d{2})';
/** Years that are told from the one that is now: how many before it. */
const RELATIVE_YEARS = (
  [
    ['lastYear', 1],
    ['thisYear', 0],
    ['yearBeforeLast', 2],
  ] as const
).map(([name, ago]) => ({ source: timeForm(name), whole: new RegExp(`^${timeForm(name)}$`, 'u'), ago }));
const RELATIVE_YEAR = RELATIVE_YEARS.map(({ source }) => source).join('|');
/** A year by its number or told from the one that is now. */
const ANY_YEAR = anyYear('year');
const ORDINALS = ['first', 'second', 'third', 'fourth'];
type Groups = Readonly<Record<string, string | undefined>>;
type Range = readonly [number, number];
type Rule = readonly [RegExp, (groups: Groups, now: Date) => Range | undefined];

function anyYear(name: string): string {
  return `(?<${name}>(?:19|20)\\d{2}|${RELATIVE_YEAR})`;
}

function anyYearOf(text: string | undefined, now: Date): number {
  const relative = RELATIVE_YEARS.find(({ whole }) => whole.test(text ?? ''));
  return relative === undefined ? year(text) : now.getUTCFullYear() - relative.ago;
}

/** Source of a pattern for two months with a word between them, the first perhaps without a year. */
function monthsBetween(link: string): string {
  return `(?<a>${MONTH_NAMES})\\.?(?:,? (?:of )?${anyYear('c')})?\\s?(?:${link})\\s?(?<b>${MONTH_NAMES})\\.?,? (?:of )?${anyYear('d')}`;
}

/** The same in numbers, the second perhaps without a year. */
function numberedMonths(): string {
  const link = `-|~|${timeForm('range')}`;
  const chinese = `${anyYear('c')}\\s?${D.year}?\\s?(?<a>${D.monthNumber})\\s?(?:${D.month})?\\s?(?:${link})\\s?(?:${anyYear('d')}\\s?${D.year}?)?\\s?(?<b>${D.monthNumber})\\s?${D.month}`;
  return `${chinese}(?!\\s?\\d+\\s?${D.day})`;
}

/** From the first month to the second, both of them in it. */
function spanOfMonths(from: number, fromMonth: number, to: number, toMonth: number): Range | undefined {
  if (![fromMonth, toMonth].every((index) => index >= 0 && index < 12)) return undefined;
  const [start, end] = [Date.UTC(from, fromMonth), Date.UTC(to, toMonth + 1)];
  return start < end ? [start, end] : undefined;
}

function spanOfNamedMonths({ a, b, c, d }: Groups, now: Date): Range | undefined {
  const to = anyYearOf(d, now);
  return spanOfMonths(c === undefined ? to : anyYearOf(c, now), monthIndex(a), to, monthIndex(b));
}

function spanOfNumberedMonths({ a, b, c, d }: Groups, now: Date): Range | undefined {
  const from = anyYearOf(c, now);
  return spanOfMonths(from, numberOf(a) - 1, d === undefined ? from : anyYearOf(d, now), numberOf(b) - 1);
}

/** Source of a pattern for two years with a word between them. */
function years(link: string): string {
  return `(?<a>(?:19|20)\\d{2})\\s?${D.year}?\\s?(?:${link})\\s?(?<b>(?:19|20)\\d{2})\\s?${D.year}?`;
}

function spanOfYears(groups: Groups): Range {
  return [Date.UTC(year(groups.a), 0), Date.UTC(year(groups.b) + 1, 0)];
}

/** Source of a pattern for a day, its parts in groups that begin with `name`. */
function point(name: string): string {
  const [y, m, d] = [`(?<${name}y>(?:19|20)\\d{2})`, `(?<${name}m>\\d{1,2})`, `(?<${name}d>\\d{1,2})`];
  const named = `(?<${name}e>\\d{1,2})(?:st|nd|rd|th)? (?<${name}n>${MONTH_NAMES})\\.?,? (?<${name}z>(?:19|20)\\d{2})`;
  return `(?:${y}(?:[-/.]|\\s?${D.year}\\s?)${m}(?:[-/.]|\\s?${D.month}\\s?)${d}(?:\\s?${D.day})?(?!\\d)|${named})`;
}

function pointOf(groups: Groups, name: string): number | undefined {
  const [y, z] = [groups[`${name}y`], groups[`${name}z`]];
  if (y !== undefined) return Date.UTC(year(y), Number(groups[`${name}m`]) - 1, Number(groups[`${name}d`]));
  return z === undefined ? undefined : Date.UTC(year(z), monthIndex(groups[`${name}n`]), Number(groups[`${name}e`]));
}

const DAY = 86_400_000;

/** Both days belong to it. */
function between(from: number | undefined, to: number | undefined): Range | undefined {
  return from === undefined || to === undefined || to < from ? undefined : [from, to + DAY];
}

function openEnd(after: number | undefined, now: Date): Range | undefined {
  return after === undefined ? undefined : [after + DAY, now.getTime() + 1];
}

/** First rule that applies wins: spans before single points, exact before relative. */
const RULES: readonly Rule[] = [
  [
    new RegExp(`(?:from |between )?${point('a')}\\s?(?:-|~|and|to|until|through|${timeForm('range')})\\s?${point('b')}`, 'u'),
    (g) => between(pointOf(g, 'a'), pointOf(g, 'b')),
  ],
  [
    new RegExp(`(?:from |between )?(?<a>\\d{1,2})\\s?(?:-|and|to|until)\\s?(?<b>\\d{1,2}) ${MONTH},? ${YEAR}`, 'u'),
    (g) =>
      between(day(year(g.year), monthIndex(g.month) + 1, Number(g.a))?.[0], day(year(g.year), monthIndex(g.month) + 1, Number(g.b))?.[0]),
  ],
  [new RegExp(`(?:after) ${point('a')}`, 'u'), (g, now) => openEnd(pointOf(g, 'a'), now)],
  [new RegExp(`(?:before) ${point('a')}`, 'u'), (g) => [0, pointOf(g, 'a') ?? 0]],
  [new RegExp(`(?:from )?${monthsBetween(`-|~|to|until|till|through|${timeForm('range')}`)}`, 'u'), spanOfNamedMonths],
  [new RegExp(`between ${monthsBetween('and')}`, 'u'), spanOfNamedMonths],
  [new RegExp(numberedMonths(), 'u'), spanOfNumberedMonths],
  [new RegExp(`(?:from |between )?${years(`-|~|${timeForm('range')}`)}(?!\\d)`, 'u'), spanOfYears],
  // 2001年和2007年 are two years; only what lies between them is a stretch.
  [new RegExp(`between ${years(timeForm('joins'))}(?!\\d)`, 'u'), spanOfYears],
  [new RegExp(`${years(timeForm('joins'))}\\s?(?:${timeForm('spanned')})`, 'u'), spanOfYears],
  [/(?<year>(?:19|20)\d{2})-(?<monthNumber>\d{2})-(?<day>\d{2})/u, (g) => day(year(g.year), Number(g.monthNumber), Number(g.day))],
  [
    new RegExp(`${YEAR}\\s?${D.year}\\s?(?<monthNumber>\\d{1,2})\\s?${D.month}\\s?(?<day>\\d{1,2})\\s?${D.day}`, 'u'),
    (g) => day(year(g.year), Number(g.monthNumber), Number(g.day)),
  ],
  [
    new RegExp(`${YEAR}\\s?${D.year}\\s?(?<monthNumber>\\d{1,2})\\s?${D.month}`, 'u'),
    (g) => month(year(g.year), Number(g.monthNumber) - 1),
  ],
  [/(?<year>(?:19|20)\d{2})-(?<monthNumber>\d{2})(?!\d)/u, (g) => month(year(g.year), Number(g.monthNumber) - 1)],
  [
    new RegExp(`(?:since (?:the (?:start|beginning) of )?|from the (?:start|beginning) of )(?:${MONTH} )?${YEAR}(?: on(?:wards)?)?`, 'u'),
    (g, now) => [start(g), now.getTime() + 1],
  ],
  // `orders from 2019` are those of that year; only `from 2019 on` has no end.
  [new RegExp(`from (?:${MONTH} )?${YEAR} on(?:wards)?`, 'u'), (g, now) => [start(g), now.getTime() + 1]],
  [new RegExp(`after (?:the end of )?(?:${MONTH} )?${YEAR}`, 'u'), (g, now) => [end(g), now.getTime() + 1]],
  [new RegExp(`${YEAR}\\s?${D.year}?\\s?${D.since}`, 'u'), (g, now) => [start(g), now.getTime() + 1]],
  [new RegExp(`(?:before|until|up to|prior to) (?:${MONTH} )?${YEAR}`, 'u'), (g) => [0, start(g)]],
  [new RegExp(`${YEAR}\\s?${D.year}?\\s?${D.before}`, 'u'), (g) => [0, start(g)]],
  [new RegExp(`${MONTH},? (?:of )?${ANY_YEAR}`, 'u'), (g, now) => month(anyYearOf(g.year, now), monthIndex(g.month))],
  [
    new RegExp(`(?:first|1st) half of ${anyYear('a')}|${anyYear('b')}\\s?${D.year}?${D.firstHalf}`, 'u'),
    (g, now) => months(anyYearOf(g.a ?? g.b, now), 0, 6),
  ],
  [
    new RegExp(`(?:second|2nd) half of ${anyYear('a')}|${anyYear('b')}\\s?${D.year}?${D.secondHalf}`, 'u'),
    (g, now) => months(anyYearOf(g.a ?? g.b, now), 6, 6),
  ],
  [new RegExp(`q(?<quarter>[1-4])(?: of)? ${ANY_YEAR}`, 'u'), (g, now) => months(anyYearOf(g.year, now), (Number(g.quarter) - 1) * 3, 3)],
  [
    new RegExp(`(?<quarter>${ORDINALS.join('|')}) quarter (?:of|in) ${ANY_YEAR}`, 'u'),
    (g, now) => months(anyYearOf(g.year, now), ORDINALS.indexOf(g.quarter ?? '') * 3, 3),
  ],
  [
    new RegExp(`${ANY_YEAR}\\s?${D.year}?${D.quarter}`, 'u'),
    (g, now) => months(anyYearOf(g.year, now), (numberOf(g.quarterChinese) - 1) * 3, 3),
  ],
  [
    new RegExp(`(?<year>${RELATIVE_YEAR})\\s?(?<monthNumber>${D.monthNumber})\\s?${D.month}`, 'u'),
    (g, now) => month(anyYearOf(g.year, now), numberOf(g.monthNumber) - 1),
  ],
  [new RegExp(`${YEAR}\\s?${D.year}${D.wholeYear}`, 'u'), (g) => wholeYear(year(g.year))],
  [new RegExp(`(?:in|during|for|of|from|throughout|over|year) (?:the year )?${YEAR}(?![\\d-])`, 'u'), (g) => wholeYear(year(g.year))],
  [new RegExp(`(?<![\\w.-])${YEAR}(?![\\w.-])(?=\\s*[?.,]|$)`, 'u'), (g) => wholeYear(year(g.year))],
  ...RELATIVE_YEARS.map(({ source, ago }): Rule => [new RegExp(source, 'u'), (_, now) => wholeYear(now.getUTCFullYear() - ago)]),
  [new RegExp(timeForm('lastMonth'), 'u'), (_, now) => month(now.getUTCFullYear(), now.getUTCMonth() - 1)],
  [new RegExp(timeForm('thisMonth'), 'u'), (_, now) => month(now.getUTCFullYear(), now.getUTCMonth())],
  [
    /\b(?:in |over |during )?the (?:last|past) (?<n>\d+|[a-z]+) (?<unit>years?|months?|weeks?|days?)\b/u,
    (g, now) => back(numberOf(g.n), g.unit ?? '', now),
  ],
  [new RegExp(D.upToNow, 'u'), (g, now) => back(numberOf(g.n), g.unit ?? '', now)],
];

/** All stretches of time that a question names, in its order; relative words count from `now` (milliseconds UTC). */
export function timeRanges(text: string, now: number): readonly TimeRange[] {
  const found: TimeRange[] = [];
  let rest = text;
  while (found.length < MOST_TIMES) {
    const range = timeRange(rest, now);
    if (range === undefined) break;
    found.push(range);
    rest = maskSpans(rest, [range]);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A question names few; what goes on is no list of times. */
const MOST_TIMES = 6;

/** The stretch of time that a question is limited to; relative words count from `now` (milliseconds UTC). */
export function timeRange(text: string, now: number): TimeRange | undefined {
  const folded = foldText(text);
  for (const [pattern, build] of RULES) {
    const found = pattern.exec(folded.text);
    if (found === null) continue;
    const range = build(found.groups ?? {}, new Date(now));
    if (range === undefined) continue;
    return { from: range[0], to: range[1], ...folded.toSource(found.index, found.index + found[0].length) };
  }
  return undefined;
}

const year = (text: string | undefined) => Number(text);
const wholeYear = (value: number): Range => [Date.UTC(value, 0), Date.UTC(value + 1, 0)];
const month = (value: number, index: number): Range => [Date.UTC(value, index), Date.UTC(value, index + 1)];
const months = (value: number, from: number, count: number): Range => [Date.UTC(value, from), Date.UTC(value, from + count)];
const day = (value: number, monthNumber: number, dayNumber: number): Range => [
  Date.UTC(value, monthNumber - 1, dayNumber),
  Date.UTC(value, monthNumber - 1, dayNumber + 1),
];

function start(groups: Groups): number {
  return Date.UTC(year(groups.year), groups.month === undefined ? 0 : monthIndex(groups.month));
}

function end(groups: Groups): number {
  return groups.month === undefined ? Date.UTC(year(groups.year) + 1, 0) : Date.UTC(year(groups.year), monthIndex(groups.month) + 1);
}

function monthIndex(name: string | undefined): number {
  return MONTHS.findIndex((full) => full.startsWith((name ?? '').slice(0, 3)));
}

function numberOf(text: string | undefined): number {
  return text === 'a' ? 1 : (parseNumeral(text ?? '') ?? Number.NaN);
}

const OF_YEARS = new RegExp(`^${timeForm('year')}`, 'u');
const OF_MONTHS = new RegExp(`^${timeForm('month')}`, 'u');
const OF_WEEKS = new RegExp(`^${timeForm('week')}`, 'u');

function back(count: number, unit: string, now: Date): Range | undefined {
  if (!Number.isFinite(count)) return undefined;
  const end = now.getTime() + 1;
  const [y, m, d] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (OF_YEARS.test(unit)) return [Date.UTC(y, m - Math.round(count * 12), d), end];
  if (OF_MONTHS.test(unit)) return [Date.UTC(y, m - Math.round(count), d), end];
  const days = OF_WEEKS.test(unit) ? count * 7 : count;
  return [Date.UTC(y, m, d - Math.round(days)), end];
}
