import {
  type AggregateQuery,
  type Field,
  type Filter,
  findQuantities,
  fold,
  foldIdentifier,
  foldText,
  maskSpans,
  type TagGrammar,
} from '../../kernel/index.ts';
import {
  conceptById,
  conceptNames,
  findConcepts,
  namesOfValue,
  RECORD_WORDS,
  type RecordMeaning,
  recordPhrases,
  stemEnglish,
} from '../../ontology/index.ts';
import type { AskedFigure } from '../compose/composition.ts';
import type { Derivation } from '../derivation.ts';
import { timeRanges } from '../question/time-range.ts';
import type { Check } from '../verify/check.ts';
import { rankedFrom } from './ranked-from.ts';

type ColumnNames = AskedFigure['names'];

const HAN = /\p{sc=Han}/u;
const LATIN = /[a-z][a-z'’]*|\d+(?:[.,]\d+)*/g;
const oneOf = (...meanings: readonly RecordMeaning[]) => `(?:${meanings.flatMap(recordPhrases).join('|')})`;
const BLANKS_LEFT_OUT = new RegExp(
  `${oneOf('blank')}\\s?(?:${oneOf('not')}\\s?${oneOf('reckoned')}|${oneOf('excluded')})|(?:${oneOf('not')}\\s?${oneOf('reckoned')}|${oneOf('excluded')})\\s?${oneOf('blank')}`,
  'gu',
);

/** Words of asking, each by itself. */
const ASKING: ReadonlySet<string> = new Set([...RECORD_WORDS.keys()].flatMap((phrase) => phrase.match(LATIN) ?? []));

/**
 * Looks at the question once more without the plan that was made of it: each word must be found again in what the query says (a
 * value, the name of a column, a figure of a bound or a time), or be one of asking; words that deny need a denial, words that
 * bound or rank need a bound or an order. So a condition that got lost on the way is found out. Of a plan that a model read its names
 * are as it read them (the answer says how); what denies, bounds, ranks and measures has to show all the same.
 */
export function accountWords(
  question: string,
  queries: readonly AggregateQuery[],
  { names, called = [], read }: Pick<AskedFigure, 'names' | 'read'> & { readonly called?: readonly string[] },
  now: number,
  grammar: TagGrammar,
  derivation?: Derivation,
): Check {
  const said = [
    ...called.map(fold),
    ...queries.flatMap((query) => sayings(query, names)),
    ...(derivation?.kind === 'repeats' && derivation.by !== undefined ? namesOf(derivation.by, names) : []),
  ];
  const filters = queries.flatMap(({ where }) => flat(where));
  const quantities = findQuantities(question, grammar).filter(({ quantity }) => !quantity.recurring);
  const bounds = quantities.filter(
    ({ quantity, start, end }) => quantity.comparator !== '=' && rankedFrom(question, start, end) === undefined,
  );
  const ranges = timeRanges(question, now);
  // `more than 2000` is no year.
  const isNumber = (range: (typeof ranges)[number]) =>
    /^\d{4}$/.test(question.slice(range.start, range.end)) && bounds.some(({ start, end }) => overlaps(range, start, end));
  const times = ranges.filter((range) => !isNumber(range));
  const plain = foldText(maskSpans(question, [...bounds, ...times, ...(read ?? [])])).text;
  const bounded =
    filters.filter(({ kind }) => kind === 'compare').length +
    queries.filter(({ having }) => having !== undefined).length +
    (derivation?.kind === 'repeats' ? 1 : 0);
  const lost = [
    ...(bounded < bounds.length ? bounds.map(({ start, end }) => question.slice(start, end)) : []),
    ...times.map(({ start, end }) => question.slice(start, end)).filter((written) => !isDated(filters, written)),
    ...(read === undefined &&
    new Set(filters.flatMap((filter) => (filter.kind === 'between' ? [`${filter.from} ${filter.to}`] : []))).size < distinctTimes(times)
      ? [question.slice(times.at(-1)?.start, times.at(-1)?.end)]
      : []),
    ...(read === undefined ? [...lostLatin(plain, said), ...lostHan(plain, said)] : []),
    ...lostSense(plain, said, queries, derivation),
  ];
  if (lost.length > 0) return { name: 'words-accounted', outcome: 'failed', detail: `the query says nothing of ${lost.join(', ')}` };
  const detail = read === undefined ? 'each word of the question' : 'what denies, bounds, ranks and measures; names as a model read them';
  return { name: 'words-accounted', outcome: 'passed', detail };
}

/** A time that is said twice is one. */
function distinctTimes(times: readonly { readonly from: number; readonly to: number }[]): number {
  return new Set(times.map(({ from, to }) => `${from} ${to}`)).size;
}

function overlaps(span: { readonly start: number; readonly end: number } | undefined, start: number, end: number): boolean {
  return span !== undefined && span.start < end && start < span.end;
}

/** A time is between two instants; four digits may be a number of a column. */
function isDated(filters: readonly Filter[], written: string): boolean {
  return filters.some(
    (filter) =>
      (filter.kind === 'between' && (filter.from ?? filter.to) !== undefined) ||
      (filter.kind === 'equals' && String(filter.value) === written),
  );
}

function lostLatin(text: string, said: readonly string[]): string[] {
  const words = said.flatMap((one) => one.match(LATIN) ?? []);
  return (text.match(LATIN) ?? []).filter((word) => {
    if (ASKING.has(word) || findConcepts(word).some(({ concept }) => concept.id.startsWith('equipment/'))) return false;
    const root = stemEnglish(word);
    const number = String(Number(word.replaceAll(',', '')));
    return !words.some((one) => one === word || one === number || stemEnglish(one) === root || (root.length > 3 && one.startsWith(root)));
  });
}

function lostHan(text: string, said: readonly string[]): string[] {
  let rest = text;
  const known = [...said, ...RECORD_WORDS.keys()].filter((one) => HAN.test(one)).sort((a, b) => b.length - a.length);
  for (const phrase of known) rest = rest.replaceAll(phrase, ' ');
  for (const { concept } of findConcepts(rest))
    if (concept.id.startsWith('equipment/'))
      for (const name of conceptNames(concept)) rest = HAN.test(name) ? rest.replaceAll(name, ' ') : rest;
  return rest.match(/\p{sc=Han}{2,}/gu) ?? [];
}

/** Words that deny, rank or average have to show in the form of the query, whatever stands beside them. */
function lostSense(
  text: string,
  said: readonly string[],
  queries: readonly AggregateQuery[],
  derivation: Derivation | undefined,
): string[] {
  // Cells without value are in no measure and no group anyway.
  let rest = text.replace(BLANKS_LEFT_OUT, ' ');
  for (const one of [...said].sort((a, b) => b.length - a.length)) if (one.length > 2) rest = rest.replaceAll(one, ' ');
  const says = (...meanings: readonly RecordMeaning[]) =>
    meanings
      .flatMap(recordPhrases)
      .filter((phrase) => phrase.length > 1 && !phrase.endsWith('-') && holds(rest, phrase))
      .slice(0, 1);
  const measures = queries.flatMap((query) => query.measures.map(({ kind }) => kind));
  const denies = queries.flatMap(({ where }) => flat(where)).some(({ kind }) => kind === 'not' || kind === 'null');
  const ranks =
    queries.some(({ orderBy }) => orderBy.some(({ by }) => by === 'measure')) || measures.includes('max') || measures.includes('min');
  return [
    ...(denies ? [] : says('not')),
    ...(ranks ? [] : says('most', 'least', 'frequent')),
    ...(measures.includes('mean') || derivation?.kind === 'interval' || derivation?.kind === 'rate' || derivation?.kind === 'duration'
      ? []
      : says('mean')),
    ...(derivation?.kind === 'interval' || derivation?.kind === 'duration' ? [] : says('interval')),
    ...(derivation?.kind === 'repeats' ? [] : says('again')),
    ...(measures.includes('median') ? [] : says('median')),
    ...(queries.length > 1 ? [] : says('share')),
  ];
}

function holds(text: string, phrase: string): boolean {
  return HAN.test(phrase) ? text.includes(phrase) : new RegExp(`(?<![\\p{L}\\p{N}-])${phrase}(?![\\p{L}\\p{N}-])`, 'u').test(text);
}

function flat(filter: Filter): Filter[] {
  if (filter.kind === 'all' || filter.kind === 'any') return filter.filters.flatMap(flat);
  return filter.kind === 'not' ? [filter, ...flat(filter.filter)] : [filter];
}

/** Everything that the query says, folded: values with the other names of what they code, names of columns, figures and dates. */
function sayings(query: AggregateQuery, names: ColumnNames): string[] {
  const columns = [
    ...query.groupBy.map(({ field }) => field),
    ...query.measures.flatMap((measure) => (measure.kind === 'count' ? [] : [measure.field])),
  ];
  const of = (field: Field) => namesOf(field, names);
  const filters = flat(query.where).flatMap((filter): string[] => {
    switch (filter.kind) {
      case 'equals':
        return [...of(filter.field), ...valueNames(String(filter.value))];
      case 'in':
        return [...of(filter.field), ...filter.values.flatMap((value) => valueNames(String(value)))];
      case 'contains':
        return [...of(filter.field), fold(filter.text)];
      case 'compare':
        return [...of(filter.field), String(filter.value)];
      case 'between':
        return [
          ...of(filter.field),
          ...[filter.from, filter.to, (filter.to ?? 1) - 1].flatMap((time) => (time === undefined ? [] : datesOf(time))),
        ];
      case 'null':
        return [...of(filter.field)];
      default:
        return [];
    }
  });
  return [...new Set([...filters, ...columns.flatMap(of)])].map(fold);
}

function namesOf(field: Field, names: ColumnNames): string[] {
  return [
    // A header of several words may be written as one.
    ...(names.get(field) ?? []).flatMap((name) => [name, name.replaceAll(' ', '')]),
    ...[...RECORD_WORDS].filter(([, meanings]) => meanings.has(`column ${field}` as never)).map(([phrase]) => phrase),
  ].map(fold);
}

function valueNames(value: string): string[] {
  const concept = conceptById(value);
  return [value, foldIdentifier(value), ...namesOfValue(value), ...(concept === undefined ? [] : conceptNames(concept))];
}

function datesOf(time: number): string[] {
  const date = new Date(time);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].flatMap((part) => [
    String(part),
    String(part).padStart(2, '0'),
  ]);
}
