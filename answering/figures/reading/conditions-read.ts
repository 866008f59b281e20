import {
  canonicalJson,
  type Filter,
  fold,
  type Json,
  maskSpans,
  overlaps,
  type RowQuestionReading,
  type TagGrammar,
  type UsedColumn,
  type UsedWords,
} from '../../../kernel/index.ts';
import { recordPhrases } from '../../../ontology/index.ts';
import { calendarColumn } from '../calendar-column.ts';
import { anyOf, type Condition, negatedIf } from '../condition.ts';
import { kindOfWork } from '../kind-of-work.ts';
import type { Log, LogColumn } from '../log-columns.ts';
import { means, type Token } from '../token.ts';
import { numberFilter } from './number-filter.ts';
import { comparesNumbers, numbersOf } from './numbers-of.ts';
import type { ShownLog } from './show-columns.ts';
import { type LogTimes, timeOfWords } from './time-of-words.ts';
import { codesWritten, denies, quotedFilter, valueFilter } from './value-filter.ts';
import { areTranslations, withGlosses } from './with-glosses.ts';

/** A question that a model has read beside the columns of a log. */
export interface ReadQuestion {
  readonly text: string;
  readonly grammar: TagGrammar;
  /** As the rules cut it, for the words whose meaning is set down. */
  readonly tokens: readonly Token[];
  readonly log: Log;
  readonly shown: ShownLog;
  readonly reading: RowQuestionReading;
  /** None where no row has a time. */
  readonly times?: LogTimes;
  /** Whether the rows speak of a thing of the vocabulary; of each where it is left out. */
  readonly isSpoken?: (thing: string) => boolean;
  /** Milliseconds UTC that relative times count from. */
  readonly now: number;
}

/** A condition with the place of its column among those shown. */
export interface ReadCondition extends Condition {
  readonly column: number;
}

export interface ConditionsRead {
  readonly conditions: readonly ReadCondition[];
  /** Words of the question that are in them. */
  readonly used: readonly UsedWords[];
  /** Words for a value that no value shown is meant by: others may be. */
  readonly unknown: readonly { readonly words: UsedWords; readonly column: LogColumn }[];
}

/**
 * The conditions that a model read, each put into the terms of its column; undefined where one of them cannot be. A condition on values
 * has words of its own; a time that is said of no column is that of the rows.
 */
export function conditionsRead(question: ReadQuestion, numbers: readonly UsedWords[]): ConditionsRead | undefined {
  const conditions: ReadCondition[] = [];
  const used: UsedWords[] = [];
  const unknown: { words: UsedWords; column: LogColumn }[] = [];
  const { reading, shown } = question;
  const dated = timeColumn(question);
  for (const [at, use] of reading.columns.entries()) {
    const column = shown.columns[at];
    const words = column === undefined ? [] : wordsFor(question, at, use, column, numbers, at === dated);
    if (column === undefined || words.length === 0) continue;
    const sides = words.map((group) => filterOfSaying(question, column, use, group, unknown));
    const filters = sides.flatMap((side) => side ?? []);
    if (filters.length < sides.length) {
      if (unknown.length > 0) continue;
      return undefined;
    }
    const negated = use.denied || isDeniedBefore(question, words[0]?.[0]);
    // `leak but not oil leak`: what is denied is not all of it.
    if (negated && isDeniedBetween(question, words.flat())) return undefined;
    const distinct = distinctOf(filters);
    // Two things that are said differently are hardly one: what one of them says would be lost.
    if (distinct.length < new Set(words.map((group) => said(question, group))).size) return undefined;
    if (!areListed(question, words)) return undefined;
    const saidOn = words.slice(1).map((group, place) => isSaidOn(question, words[place], group));
    const isOneSaying = distinct.length > 1 && saidOn.includes(true);
    // Some said on and others set apart, or values of which a cell has one: what is meant cannot be seen.
    if (isOneSaying && (saidOn.includes(false) || !distinct.every(isOfText))) return undefined;
    // A number limits one column.
    if (words.flat().some((one) => one.is === 'number' && used.includes(one))) return undefined;
    conditions.push({
      column: at,
      filter: negatedIf(negated, isOneSaying ? { kind: 'all', filters: distinct } : anyOf(distinct)),
      tokens: [],
      negated,
      ...(distinct.length > 1 && !isOneSaying ? { sides: distinct } : {}),
    });
    used.push(...words.flat());
  }
  return { conditions, used, unknown };
}

/** `non-preventive`, 非预防: what denies stands right before the value. */
function isDeniedBefore({ reading }: ReadQuestion, words: UsedWords | undefined): boolean {
  return words?.is === 'value' && reading.words.some(({ is, end }) => is === 'denial' && end <= words.start && words.start - end <= 1);
}

function isDeniedBetween({ reading, tokens }: ReadQuestion, words: readonly UsedWords[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isBetween = ({ start, end }: Pick<UsedWords, 'start' | 'end'>) => start >= first.end && end <= last.start;
  const denying = [...reading.words.filter(({ is }) => is === 'denial'), ...tokens.filter((token) => means(token, 'not', 'excluded'))];
  return denying.some(isBetween);
}

/** Whether alternatives stand beside each other: of values far apart in a question one says something else (`after dark ... (light = Night)`). */
function areListed({ text, reading }: ReadQuestion, sayings: readonly (readonly UsedWords[])[]): boolean {
  const named = maskSpans(
    text,
    reading.words.filter(({ is }) => is === 'value' || is === 'time' || is === 'denial'),
  );
  return sayings.slice(1).every((saying, at) => {
    const [before, after] = [sayings[at]?.at(-1), saying[0]];
    if (before?.is !== 'value' || after?.is !== 'value') return true;
    const gap = fold(named.slice(Math.min(before.end, after.end), Math.max(before.start, after.start)));
    const words = gap.match(/\p{sc=Han}{1,2}|[^\s\p{P}\p{S}\p{sc=Han}]+/gu) ?? [];
    return !/[?？。]/u.test(gap) && words.length <= MOST_BETWEEN;
  });
}

/** Words, or pairs of characters, between two alternatives. */
const MOST_BETWEEN = 3;

/** Nothing stands between two values of a column (`temperature high trip`, 温度高跳机): they are no alternatives, a row has to say both. */
function isSaidOn({ text }: ReadQuestion, before: readonly UsedWords[] | undefined, after: readonly UsedWords[]): boolean {
  const [last, first] = [before?.at(-1), after[0]];
  return last?.is === 'value' && first?.is === 'value' && last.end <= first.start && text.slice(last.end, first.start).trim() === '';
}

/** Whether a filter looks for words within a cell, of which a cell may hold several. */
export function isOfText(filter: Filter): boolean {
  return filter.kind === 'contains' || (filter.kind === 'any' && filter.filters.some(isOfText));
}

function said({ text }: ReadQuestion, words: readonly UsedWords[]): string {
  return words.map(({ start, end }) => fold(text.slice(start, end)).trim()).join(' ');
}

/** Each of the filters once, in their order. */
function distinctOf(filters: readonly Filter[]): readonly Filter[] {
  return filters.filter((one, place) => filters.findIndex((other) => canonical(other) === canonical(one)) === place);
}

function canonical(filter: Filter): string {
  return canonicalJson(filter as unknown as Json);
}

/** The column of times that a time is read of, else the one that rows are put on the calendar by; undefined where there is none. */
function timeColumn({ reading, shown }: ReadQuestion): number | undefined {
  const { columns } = shown;
  const read = columns.find(({ holds }, at) => holds === 'dates' && reading.columns[at]?.operator === 'in') ?? calendarColumn(columns);
  return read === undefined ? undefined : columns.indexOf(read);
}

/** Words that a condition is made of, those of each alternative by themselves; none where a column limits nothing. */
function wordsFor(
  { reading, text, shown }: ReadQuestion,
  at: number,
  { operator }: UsedColumn,
  column: LogColumn,
  numbers: readonly UsedWords[],
  isTime: boolean,
): readonly (readonly UsedWords[])[] {
  const values = withGlosses(
    text,
    reading.words.filter((words) => words.is === 'value' && words.column === at),
  );
  const times = isTime ? reading.words.filter(({ is }) => is === 'time').map((one) => [one]) : [];
  if (values.length > 0 || times.length > 0) return [...values, ...times];
  if (operator === 'empty') return [[]];
  return comparesNumbers(operator, column) ? [numbersOf(reading, shown, at, numbers)] : [];
}

/** What words and their gloss mean is one thing; where only one of them is known, the other is its name in another language. */
function filterOfSaying(
  question: ReadQuestion,
  column: LogColumn,
  use: UsedColumn,
  words: readonly UsedWords[],
  unknown: { words: UsedWords; column: LogColumn }[],
): Filter | undefined {
  if (words.length < 2 || words[0]?.is !== 'value') return filterOf(question, column, use, words, unknown);
  const open: { words: UsedWords; column: LogColumn }[] = [];
  const filters = words.map((one) => filterOf(question, column, use, [one], open));
  const known = filters.filter((one) => one !== undefined);
  const [first, ...others] = distinctOf(known);
  if (first === undefined) unknown.push(...open);
  const isSame = known.length === filters.length && others.length === 0;
  if (first === undefined || isSame) return first;
  if (!areTranslations(words.map((one) => said(question, [one])))) return undefined;
  // A text may have either; of values one is meant.
  if (others.length === 0) return first;
  return [first, ...others].every(isOfText) ? anyOf([first, ...others]) : undefined;
}

function filterOf(
  question: ReadQuestion,
  column: LogColumn,
  { operator }: UsedColumn,
  words: readonly UsedWords[],
  unknown: { words: UsedWords; column: LogColumn }[],
): Filter | undefined {
  const { field } = column;
  const [first] = words;
  if (first === undefined) return operator === 'empty' ? { kind: 'null', field } : undefined;
  const written = said(question, words);
  if (first.is === 'time') {
    const time = question.times === undefined ? undefined : timeOfWords(written, question.times, question.now);
    return time === undefined ? undefined : { kind: 'between', field, from: time.from, to: time.to };
  }
  if (first.is === 'number')
    return operator === 'has' || operator === 'none' || operator === 'empty' ? undefined : numberFilter(question, column, words, operator);
  const kind = kindSaid(question, first);
  // 非计划检修: what is said to be of another kind.
  if (kind !== undefined && onlyField(kind) === field) {
    // `EM 抢修`: the site's own code says which of that kind, and of no other.
    const coded = codesWritten(column, question.text.slice(first.start, first.end));
    if (coded.length > 0) return denies(written) ? undefined : anyOf(coded.map((value): Filter => ({ kind: 'equals', field, value })));
    return denies(written) ? { kind: 'not', filter: kind } : kind;
  }
  const quoted = quotedIn(question, first);
  if (quoted !== undefined) return quotedFilter(question.log, column, quoted);
  const meant = first.value;
  const shown = meant === undefined ? undefined : question.shown.shown[meant.column]?.values[meant.value];
  // `mentions tooth`: the word itself, not what it means.
  const isLiteral = question.tokens.some((token) => means(token, 'mention'));
  const filter = valueFilter(question.log, column, question.text.slice(first.start, first.end), shown, isLiteral);
  if (filter === undefined && column.values.length > 0 && shown === undefined) unknown.push({ words: first, column });
  return filter;
}

/** What stands between quotation marks where the words are of it. */
function quotedIn({ tokens }: ReadQuestion, words: UsedWords): string | undefined {
  return tokens.find((token) => token.quoted === true && overlaps(token, words))?.text;
}

function onlyField(filter: Filter): string | undefined {
  return filter.kind === 'in' ? filter.field : undefined;
}

/** Nothing but what denies, right before the kind. */
const DENIED_KIND = new RegExp(`^(?:${recordPhrases('not').join('|')})[\\s-]*$`, 'u');

/** `corrective`, 预防性: kinds of work by what the site's own codes of them mean. */
function kindSaid({ tokens, log, text }: ReadQuestion, words: UsedWords): Filter | undefined {
  const said = text.slice(words.start, words.end).toLowerCase();
  const token = tokens.find(
    (one) => [...one.meanings].some((meaning) => meaning.startsWith('kind ')) && said.includes(one.text.toLowerCase()),
  );
  const isPlain = !denies(said) || DENIED_KIND.test(said.slice(0, token === undefined ? 0 : said.indexOf(token.text.toLowerCase())));
  return token === undefined || means(token, 'form') || !isPlain ? undefined : kindOfWork(log, token);
}
