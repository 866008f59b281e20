import { fold, maskSpans, overlaps, type UsedWords } from '../../../kernel/index.ts';
import { type RecordMeaning, recordPhrases } from '../../../ontology/index.ts';
import { CALENDAR_UNITS } from '../calendar-units.ts';
import type { FigureShape } from '../figure-shape.ts';
import { means, type Token } from '../token.ts';
import type { ReadCondition, ReadQuestion } from './conditions-read.ts';
import { isInName } from './is-in-name.ts';
import { thingsNamed } from './things-named.ts';
import { denies } from './value-filter.ts';

const DAY = recordPhrases('day');
const NUMBER = /\p{N}/u;

/** What a plan is made of, beside words of the question that nothing of it is made of. */
interface Held {
  readonly shape: FigureShape;
  readonly conditions: readonly ReadCondition[];
  /** Words of the question that the plan is made of. */
  readonly used: readonly UsedWords[];
  readonly left: readonly Token[];
  readonly question: ReadQuestion;
}

/**
 * Whether the words of a question that no condition and no column of the plan is made of say something that the plan does not have: what
 * the vocabulary knows is held against it, whatever a model read the words as.
 */
export function saysMore(
  question: ReadQuestion,
  used: readonly UsedWords[],
  conditions: readonly ReadCondition[],
  shape: FigureShape,
): boolean {
  const rest = maskSpans(question.text, used);
  // A number limits the rows, and so does a machine, part or fault (`the turbine log`).
  if (NUMBER.test(rest) || thingsNamed(rest).some((thing) => question.isSpoken?.(thing) !== false)) return true;
  const left = question.tokens.filter((token) => !used.some((words) => overlaps(token, words)));
  // From one row to the next there are two of them.
  const most = shape.derivation?.kind === 'interval' ? 2 : 1;
  if (left.some(({ quantity }) => quantity !== undefined && quantity.low > most)) return true;
  // A word in the name of a column says nothing else where the column's own name has it.
  const inNames = question.tokens.filter((token) =>
    used.some((words) => words.is === 'column' && overlaps(token, words) && !isInName(question, words, token)),
  );
  const held: Held = { shape, conditions, used, left: [...left, ...inNames], question };
  return (
    countsElse(held) || addsColumns(held) || isQuotedElse(held) || isOfOtherMeasure(held) || isOfOtherGroups(held) || isDeniedElse(held)
  );
}

/** `how many passengers`: of what is no word for rows, rows are not the number. */
function countsElse({ shape, question }: Held): boolean {
  const { reading, tokens } = question;
  if (shape.measure.kind !== 'count' || shape.isShare === true || shape.derivation !== undefined) return false;
  const measuring = reading.words.filter(({ is }) => is === 'measure');
  return tokens.some((token, at) => {
    const before = tokens[at - 1];
    const isBehind = before !== undefined && means(before, 'count') && !means(token, 'count');
    const isNoun = /^\p{sc=Latin}{3,}$/u.test(token.text) && token.meanings.size === 0 && token.fields.length === 0;
    return isBehind && isNoun && measuring.some((words) => overlaps(words, token) && overlaps(words, before));
  });
}

/** `labour and parts`: two columns by their words, though both were read to mean one that neither of them calls by its name. */
function addsColumns({ question }: Held): boolean {
  const { reading, text, tokens } = question;
  const isNamed = (words: UsedWords) => tokens.some((token) => overlaps(token, words) && isInName(question, words, token));
  const named = reading.words.filter((words) => words.is === 'column' && !isNamed(words));
  return named.slice(1).some((words, at) => {
    const before = named[at];
    if (before === undefined || before.column !== words.column) return false;
    const isBetween = ({ start, end }: Token) => start >= before.end && end <= words.start;
    return /[+&]/u.test(text.slice(before.end, words.start)) || tokens.some((token) => means(token, 'and') && isBetween(token));
  });
}

/** What is quoted is looked for, not the name of a column. */
function isQuotedElse({ used, question }: Held): boolean {
  return question.tokens.some((token) => token.quoted === true && !used.some((words) => words.is !== 'column' && overlaps(token, words)));
}

function isOfOtherMeasure({ shape, left, question }: Held): boolean {
  const { measure, group, ranked, derivation } = shape;
  const isLeft = (...meanings: readonly RecordMeaning[]) => left.some((token) => means(token, ...meanings));
  const { ask } = question.reading;
  const isAscending = ranked === undefined ? measure.kind === 'min' : ranked.direction === 'ascending';
  const isDescending = ranked === undefined ? measure.kind === 'max' : ranked.direction === 'descending';
  // 那一次, `single`: of one row, where a group has the figure of all its rows.
  const isSummed = group?.kind === 'field' && (measure.kind === 'sum' || measure.kind === 'count');
  return (
    isLeft('different') ||
    (isLeft('differ') && ask !== 'difference') ||
    (isLeft('single') && isSummed) ||
    (isLeft('share') && shape.isShare !== true) ||
    (isLeft('mean') && measure.kind !== 'mean' && derivation === undefined) ||
    (isLeft('median') && measure.kind !== 'median') ||
    (isLeft('most') && !isDescending) ||
    (isLeft('least') && !isAscending) ||
    ((ask === 'first' || ask === 'last') && left.some(asksHowLong))
  );
}

/** `how many hours`: no day is an answer. */
function asksHowLong(token: Token): boolean {
  return means(token, 'column duration') && !means(token, 'last', 'latest', 'first', 'when');
}

/** 每月, 哪一年: rows by month, by year; what is measured may be so many days. */
function isOfOtherGroups(held: Held): boolean {
  const { shape, left } = held;
  const { group, measure, derivation } = shape;
  if (derivation !== undefined) return false;
  return left.some((token) => {
    if (isOfShare(held, token) || isBeforeLimited(held, token)) return false;
    const isGrouping = means(token, 'each', 'group') || measure.kind === 'count';
    const isOfUnit = group?.kind === 'time' && group.unit !== 'hour' && means(token, group.unit);
    // `on which day`.
    const isOfDay =
      group?.kind === 'time' && group.unit !== 'day' && means(token, 'when') && DAY.some((day) => fold(token.text).includes(day));
    return isOfDay || (means(token, ...CALENDAR_UNITS) && isGrouping && !isOfUnit) || (means(token, 'each') && group === undefined);
  });
}

/** `per cent`: the share itself. */
function isOfShare({ shape, question }: Held, token: Token): boolean {
  return shape.isShare === true && question.reading.words.some((words) => words.is === 'measure' && overlaps(words, token));
}

/** `going by the problem code`: of a column whose one value is said, rows by it are one group. */
function isBeforeLimited({ conditions, used, question: { text } }: Held, token: Token): boolean {
  const [next] = used.filter(({ start }) => start >= token.end).sort((a, b) => a.start - b.start);
  const isLimited = conditions.some(({ column, filter, negated }) => column === next?.column && filter.kind === 'equals' && !negated);
  return next?.is === 'column' && isLimited && text.slice(token.end, next.start).trim().split(/\s+/u).length <= 1;
}

/** What stands nearest to a word that denies is denied, by one word one thing; cells are empty that words say are, and none else. */
function isDeniedElse({ conditions, used, left, question }: Held): boolean {
  const { reading, text } = question;
  const denying = left.filter((token) => means(token, 'not', 'excluded'));
  const blank = left.filter((token) => means(token, 'empty', 'blank'));
  const read = reading.words.filter(
    ({ is, start, end }) =>
      is === 'denial' || (is === 'value' && used.some((words) => words.start === start) && denies(text.slice(start, end))),
  );
  const said = [...read, ...[...denying, ...blank].filter((token) => !read.some((words) => overlaps(token, words)))];
  return (
    conditions.filter(deniesRows).length > said.length ||
    (blank.length > 0 && !conditions.some(({ filter }) => filter.kind === 'null')) ||
    denying.some((token) => !isDenied(token, conditions, used))
  );
}

function deniesRows({ negated, filter }: ReadCondition): boolean {
  return negated || filter.kind === 'null';
}

/** Whether what stands nearest to a word that denies is denied. */
export function isDenied(
  word: Pick<UsedWords, 'start' | 'end'>,
  conditions: readonly ReadCondition[],
  used: readonly UsedWords[],
): boolean {
  const away = ({ start, end }: UsedWords) => Math.max(start - word.end, word.start - end);
  const [nearest] = [...used].sort((one, other) => away(one) - away(other) || other.start - one.start);
  const denied = conditions.filter(deniesRows);
  return denied.some(({ column, filter }) => filter.kind === 'null' || nearest?.column === undefined || nearest.column === column);
}
