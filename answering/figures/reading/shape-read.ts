import {
  type Field,
  findQuantities,
  fold,
  type Measure,
  overlaps,
  parseNumeral,
  type RowAsk,
  type RowGroup,
  type UsedWords,
} from '../../../kernel/index.ts';
import { recordPhrases } from '../../../ontology/index.ts';
import type { Derivation } from '../../derivation.ts';
import { calendarColumn } from '../calendar-column.ts';
import { CALENDAR_UNITS, type CalendarUnit } from '../calendar-units.ts';
import { type FigureShape, RATINGS } from '../figure-shape.ts';
import type { LogColumn } from '../log-columns.ts';
import { means } from '../token.ts';
import type { ReadCondition, ReadQuestion } from './conditions-read.ts';
import { isInName } from './is-in-name.ts';

/** Most groups that a number asks for. */
const MOST_WANTED = 100;
const LEAST = recordPhrases('least');
const WRITTEN = /\p{Nd}+|\p{sc=Latin}+|\p{sc=Han}+/gu;
const HAN = /\p{sc=Han}/u;
/** Characters of a number up to a hundred. */
const LONGEST = 3;

/** What is computed, as a model read it; undefined where it does not fit the columns. */
export function shapeRead(
  question: ReadQuestion,
  conditions: readonly ReadCondition[],
  wanted: UsedWords | undefined,
  within: UsedWords | undefined,
): FigureShape | undefined {
  const { reading, shown } = question;
  const columnAt = (place: number | undefined) => (place === undefined ? undefined : shown.columns[place]);
  const [measured, grouped] = [columnAt(reading.measured), columnAt(reading.grouped)];
  const date = calendarColumn(shown.columns);
  const derived = derivationRead(question, date?.field, conditions, within);
  if (derived === null) return undefined;
  const measure = derived === undefined ? measureRead(reading.ask, measured, date) : { kind: 'count' as const };
  if (measure === undefined) return undefined;
  if (derived !== undefined)
    return { measure: derived.kind === 'interval' ? { kind: 'min', field: derived.field } : measure, derivation: derived };
  const isList = reading.ask === 'list' || reading.ask === 'show';
  const own: FigureShape = { measure, ...(isList ? { isList: true } : {}), ...(reading.ask === 'share' ? { isShare: true } : {}) };
  if (reading.group === 'row') return reading.ranked ? rowsRanked(question, measured ?? date, wanted) : undefined;
  const unit = isNaming(grouped) ? undefined : unitSaid(question);
  if (reading.group === 'none' && unit === undefined) return reading.ranked || grouped !== undefined ? undefined : own;
  if (isList || reading.ask === 'share' || reading.ask === 'difference') return undefined;
  const group = groupRead(reading.group, unit, grouped, date);
  if (group === undefined) return undefined;
  if (!reading.ranked) return { measure, group };
  // `worst three machines by hours lost`: of each machine the most, or all together.
  const isExtreme = measure.kind === 'max' || measure.kind === 'min';
  if (isExtreme && group.kind === 'field' && !reading.words.some(({ is }) => is === 'measure')) return undefined;
  const ranking = reading.words.filter(({ is }) => is === 'ranking').map(({ start, end }) => question.text.slice(start, end));
  return { measure, group, ranked: rankedRead(question, ranking.some(saysLeast) ? 'ascending' : 'descending', wanted) };
}

/** The rows with the most or the least of a column, the last or the first ones. */
function rowsRanked(question: ReadQuestion, measured: LogColumn | undefined, wanted: UsedWords | undefined): FigureShape | undefined {
  const { ask } = question.reading;
  const isOfTime = ask === 'first' || ask === 'last';
  if (measured?.holds !== (isOfTime ? 'dates' : 'numbers') || !RANKING_ROWS.has(ask)) return undefined;
  const isAscending = ask === 'first' || ask === 'min';
  return {
    measure: { kind: isAscending ? 'min' : 'max', field: measured.field },
    ranked: rankedRead(question, isAscending ? 'ascending' : 'descending', wanted),
  };
}

const RANKING_ROWS: ReadonlySet<RowAsk> = new Set(['first', 'last', 'min', 'max']);

function rankedRead(question: ReadQuestion, direction: 'ascending' | 'descending', wanted: UsedWords | undefined) {
  const count = wanted === undefined ? undefined : wantedOf(question, wanted);
  return { direction, wanted: count ?? 1, word: wanted === undefined ? '' : question.text.slice(wanted.start, wanted.end) };
}

/** A figure for each number or time would be one for nearly each row. */
function isNaming(column: LogColumn | undefined): column is LogColumn {
  return column !== undefined && (column.holds === 'values' || (column.holds !== 'dates' && column.values.length > 0));
}

/** 每季度, `which month`: what rows are grouped by is said, whatever it was read as. */
function unitSaid({ tokens, reading }: ReadQuestion): CalendarUnit | undefined {
  const fixed = reading.words.filter(({ is }) => is === 'value' || is === 'time' || is === 'number');
  const free = tokens.filter((token) => !fixed.some((words) => overlaps(words, token)));
  const at = free.findIndex(
    (token, place) => means(token, ...CALENDAR_UNITS) && [token, free[place - 1]].some((one) => means(one, 'each', 'group')),
  );
  return CALENDAR_UNITS.find((unit) => means(free[at], unit));
}

function groupRead(
  read: Exclude<RowGroup, 'row'>,
  unit: CalendarUnit | undefined,
  grouped: LogColumn | undefined,
  date: LogColumn | undefined,
) {
  if (unit !== undefined) return timeGroup(unit, grouped?.holds === 'dates' ? grouped : date);
  if (read === 'none') return undefined;
  if (read !== 'column') return timeGroup(read, grouped ?? date);
  return isNaming(grouped) ? { kind: 'field' as const, field: grouped.field } : undefined;
}

function timeGroup(unit: CalendarUnit, column: LogColumn | undefined) {
  return column?.holds === 'dates' ? { kind: 'time' as const, field: column.field, unit } : undefined;
}

/** Null where rows have no time to derive from, or nothing says how long. */
function derivationRead(
  question: ReadQuestion,
  field: Field | undefined,
  conditions: readonly ReadCondition[],
  within: UsedWords | undefined,
): Derivation | undefined | null {
  const { reading, log } = question;
  if (reading.ask === 'duration') return durationRead(question);
  if (reading.ask !== 'interval' && reading.ask !== 'repeats') return undefined;
  if (field === undefined || reading.ranked || reading.group !== 'none') return null;
  if (reading.ask === 'interval') return { kind: 'interval', field, isEachFailure: false };
  const length = within === undefined ? undefined : lengthOf(question, within);
  if (within === undefined || length === undefined) return null;
  const asset = log.columns.find((column) => column.field === 'asset')?.field;
  const isOfOne = conditions.some(({ filter }) => filter.kind === 'equals' && filter.field === 'asset');
  const by = log.kind === 'alarm' || isOfOne ? undefined : asset;
  return {
    kind: 'repeats',
    field,
    within: length,
    written: question.text.slice(within.start, within.end),
    ...(by === undefined ? {} : { by }),
  };
}

/**
 * The mean time from one column to another, of all rows; of more than two both have to be named. Where the question names two, it is
 * between these, the first of them the earlier.
 */
function durationRead({ reading, shown }: ReadQuestion): Derivation | null {
  const dateAt = (place: number | undefined) => shown.columns.find(({ holds }, at) => at === place && holds === 'dates');
  const places = reading.words.flatMap(({ is, column }) => (is === 'column' && dateAt(column) !== undefined ? [column] : []));
  const named = [...new Set(places)];
  const isPlain = shown.columns.filter(({ holds }) => holds === 'dates').length === 2;
  const ends = named.length === 2 ? named : [reading.measured, reading.second];
  if (!isPlain && !ends.every((place) => named.includes(place))) return null;
  const read = [reading.measured, reading.second].filter((place) => place !== undefined);
  // What was read as the later one is named first, or one of them is another.
  if (read.length === 2 && read.some((place, at) => place !== ends[at])) return null;
  const [from, to] = ends.map(dateAt);
  if (from === undefined || to === undefined || from === to) return null;
  if (reading.ranked || reading.group !== 'none') return null;
  return { kind: 'duration', from: from.field, to: to.field };
}

function measureRead(ask: RowAsk, measured: LogColumn | undefined, date: LogColumn | undefined): Measure | undefined {
  const numbers = measured?.holds === 'numbers' ? measured.field : undefined;
  switch (ask) {
    case 'count':
    case 'list':
    case 'show':
      return { kind: 'count' };
    case 'share':
    case 'difference':
      return measured === undefined ? { kind: 'count' } : summed(numbers);
    case 'sum':
      return summed(numbers);
    case 'mean':
    case 'median':
    case 'min':
    case 'max':
      return numbers === undefined ? undefined : { kind: ask, field: numbers };
    case 'first':
    case 'last': {
      const field = (measured ?? date)?.holds === 'dates' ? (measured ?? date)?.field : undefined;
      return field === undefined ? undefined : { kind: ask === 'first' ? 'min' : 'max', field };
    }
    default:
      return undefined;
  }
}

/** Marks on a scale have no sum. */
function summed(field: Field | undefined): Measure | undefined {
  return field === undefined || RATINGS.has(field) ? undefined : { kind: 'sum', field };
}

/** How many of a ranking are asked for. */
export function wantedOf({ text }: ReadQuestion, { start, end }: UsedWords): number | undefined {
  const number = parseNumeral(text.slice(start, end).trim());
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_WANTED ? number : undefined;
}

/** Numbers within words that rank or right behind them (`the five dearest`, 排前三的), and within those for what is ranked (哪三个机型). */
export function numbersRanked(question: ReadQuestion): readonly UsedWords[] {
  const { text, reading } = question;
  const ranked = reading.grouped === undefined ? {} : { column: reading.grouped };
  const isNamed = (written: string) => isInName(question, ranked, { text: written });
  const nextTo = (end: number) => Math.min(end + LONGEST, ...reading.words.flatMap(({ start }) => (start >= end ? [start] : [])));
  const spans = reading.words.flatMap(({ is, start, end, column }) => {
    if (is === 'ranking') return [{ start, end: nextTo(end) }];
    return is === 'column' && column === reading.grouped ? [{ start, end }] : [];
  });
  return spans.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(WRITTEN)].flatMap(({ index, 0: written }) => {
      const at = numeralIn(written);
      if (at === undefined || isNamed(written.slice(at.start, at.end))) return [];
      return [{ is: 'number' as const, start: start + index + at.start, end: start + index + at.end }];
    }),
  );
}

/** Where a word is a number above one, or the longest such part of characters that are written without blanks. */
function numeralIn(written: string): { readonly start: number; readonly end: number } | undefined {
  const isMany = (text: string) => (parseNumeral(text) ?? 1) > 1;
  if (!HAN.test(written)) return isMany(written) ? { start: 0, end: written.length } : undefined;
  for (let length = LONGEST; length > 0; length -= 1)
    for (let start = 0; start + length <= written.length; start += 1)
      if (isMany(written.slice(start, start + length))) return { start, end: start + length };
  return undefined;
}

/** Milliseconds. */
export function lengthOf({ text, grammar }: ReadQuestion, { start, end }: UsedWords): number | undefined {
  const found = findQuantities(text.slice(start, end), grammar).find(({ quantity }) => quantity.dimension === 'time');
  return found === undefined || found.quantity.low !== found.quantity.high ? undefined : found.quantity.si.low * 1000;
}

function saysLeast(words: string): boolean {
  const folded = fold(words);
  return LEAST.some((phrase) => folded.includes(phrase));
}
