import type { RowAsk, RowGroup, RowOperator, RowQuestionReading, UsedColumn, UsedWords } from '../../kernel/index.ts';
import { likeliestChoices } from '../learning/likeliest-choices.ts';
import { type Likely, likeliestOptions, type Options } from './likeliest-options.ts';
import type { ReadWords, WayOfUse } from './used-words.ts';

/** Each thing that a reading says with what it may be. */
export interface ReadingOptions {
  /** Likeliest first. */
  readonly ways: readonly WayOfUse[];
  readonly ask: Options<RowAsk>;
  readonly group: Options<RowGroup>;
  readonly ranked: Options<boolean>;
  readonly measured: Options<number | undefined>;
  readonly second: Options<number | undefined>;
  readonly grouped: Options<number | undefined>;
  readonly columns: readonly ColumnOptions[];
}

export interface ColumnOptions {
  readonly whole: Options<boolean>;
  readonly denied: Options<boolean>;
  readonly operator: Options<RowOperator>;
}

/**
 * At most so many readings, likeliest first, as if the things that a reading says were independent of each other. What changes nothing
 * of a reading (which column is summed up of rows that are counted) stands in it as likeliest and makes it no less likely.
 */
export function likeliestReadings(options: ReadingOptions, most: number): readonly RowQuestionReading[] {
  const open = options.ways.flatMap((way) =>
    options.ask.map((ask) => {
      const readings = readingsOf(options, way, ask);
      return { readings, next: readings.next().value };
    }),
  );
  const found: RowQuestionReading[] = [];
  while (found.length < most) {
    const left = open.flatMap((one) => (one.next === undefined ? [] : [{ one, next: one.next }]));
    const [first, ...others] = left;
    if (first === undefined) break;
    const { one, next } = others.reduce((best, other) => (other.next.chance > best.next.chance ? other : best), first);
    found.push(next);
    one.next = one.readings.next().value;
  }
  return found;
}

/** Readings with the words used in one way and one thing asked, likeliest first. */
function* readingsOf(options: ReadingOptions, way: WayOfUse, ask: Likely<RowAsk>): Generator<RowQuestionReading, undefined> {
  const chances: (readonly number[])[] = [];
  /** A thing to choose; what is chosen of it is told by its place among all. */
  const choose = <Value>(own: Options<Value>) => {
    const thing = chances.push(own.map(({ chance }) => chance)) - 1;
    return (at: readonly number[]): Value => (own[at[thing] ?? 0] ?? own[0]).is;
  };
  const chooseIf = <Value>(matters: boolean, own: Options<Value>) => (matters ? choose(own) : () => own[0].is);
  const asksRows = ask.is !== 'none' && ask.is !== 'other';
  const groups = chooseIf(asksRows, groupsRead(options));
  const ranked = chooseIf(asksRows, options.ranked);
  const measured = chooseIf(MEASURING.has(ask.is), options.measured);
  const second = chooseIf(ask.is === 'duration', options.second);
  const hasNumber = way.words.some(({ is }) => is === 'number');
  const columns = options.columns.map((column, place) => {
    const mayLimit = way.words.some(({ meanings }) => meanings?.some(({ is }) => is.column === place)) || column.operator[0].is !== 'none';
    const whole = chooseIf(ask.is === 'share' && mayLimit, column.whole);
    const denied = chooseIf(asksRows && mayLimit, column.denied);
    const operator = chooseIf(asksRows, hasNumber ? column.operator : limitsByWords(column.operator));
    return (at: readonly number[]): UsedColumn => ({ whole: whole(at), denied: denied(at), operator: operator(at) });
  });
  const words = asksRows ? way.words.map((one) => chooseMeaning(one, choose)) : [];
  for (const { at, chance } of likeliestChoices(chances))
    yield {
      ask: ask.is,
      group: groups(at).group,
      ranked: ranked(at),
      ...placed('measured', measured(at)),
      ...placed('second', second(at)),
      ...placed('grouped', groups(at).grouped),
      columns: columns.map((column) => column(at)),
      words: words.map((one) => one(at)),
      chance: chance * way.chance * ask.chance,
    };
  return undefined;
}

interface GroupsRead {
  readonly group: RowGroup;
  readonly grouped: number | undefined;
}

/** What rows are grouped by: a column where the form says so, none where it says no groups, and for times one or that of the rows. */
function groupsRead({ group, grouped }: ReadingOptions): Options<GroupsRead> {
  const pairs = group.flatMap((form) =>
    grouped.map((column) => ({ chance: form.chance * column.chance, is: { group: form.is, grouped: column.is } })),
  );
  const whole = pairs.filter(({ is }) =>
    is.group === 'column' ? is.grouped !== undefined : !WITHOUT_COLUMN.has(is.group) || is.grouped === undefined,
  );
  const sum = whole.reduce((all, { chance }) => all + chance, 0);
  const own = sum === 0 ? pairs : whole.map(({ chance, is }) => ({ chance: chance / sum, is }));
  return likeliestOptions(
    own.map(({ chance }) => chance),
    (option) => own[option]?.is ?? { group: 'none', grouped: undefined },
  );
}

const WITHOUT_COLUMN: ReadonlySet<RowGroup> = new Set(['none', 'row']);

function placed<Name extends string>(name: Name, place: number | undefined): Partial<Record<Name, number>> {
  return place === undefined ? {} : ({ [name]: place } as Record<Name, number>);
}

/** What is computed of a column. */
const MEASURING: ReadonlySet<RowAsk> = new Set(['sum', 'mean', 'median', 'min', 'max', 'share', 'difference', 'first', 'last', 'duration']);

/** Whether a column is limited by words is told by the words: operators of words and none are one. */
function limitsByWords(options: Options<RowOperator>): Options<RowOperator> {
  const [first, ...others] = options;
  if (!BY_WORDS.has(first.is)) return options;
  const chance = others.reduce((sum, other) => sum + (BY_WORDS.has(other.is) ? other.chance : 0), first.chance);
  return [{ is: first.is, chance }, ...others.filter(({ is }) => !BY_WORDS.has(is))];
}

const BY_WORDS: ReadonlySet<RowOperator> = new Set(['none', '=', 'has']);

type Choose = <Value>(options: Options<Value>) => (at: readonly number[]) => Value;

function chooseMeaning({ meanings, ...words }: ReadWords, choose: Choose): (at: readonly number[]) => UsedWords {
  const meaningAt = meanings === undefined ? () => ({}) : choose(meanings);
  return (at) => ({ ...words, ...meaningAt(at) });
}
