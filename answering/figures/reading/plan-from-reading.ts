import { type Field, fold, maskSpans, overlaps, type UsedWords } from '../../../kernel/index.ts';
import { columnRoles, recordPhrases } from '../../../ontology/index.ts';
import { fieldsDerivedFrom } from '../../derivation.ts';
import type { FigureShape } from '../figure-shape.ts';
import type { LogColumn } from '../log-columns.ts';
import type { FigurePlan } from '../plan-figure.ts';
import { means, type Token } from '../token.ts';
import { conditionsRead, type ReadCondition, type ReadQuestion } from './conditions-read.ts';
import { isDenied, saysMore } from './says-more.ts';
import { lengthOf, numbersRanked, shapeRead, wantedOf } from './shape-read.ts';

/** A plan that a model has read, or the words that values have to be looked up for first. */
export type PlanRead =
  | { readonly kind: 'plan'; readonly plan: FigurePlan }
  | { readonly kind: 'look up'; readonly unknown: readonly { readonly words: UsedWords; readonly column: LogColumn }[] };

/**
 * The plan of a question as a model read it. Undefined where something of the reading does not fit the columns, or words of the
 * question that would change the figure are in no part of the plan.
 */
export function planFromReading(question: ReadQuestion): PlanRead | undefined {
  const { reading, log } = question;
  const numbers = reading.words.filter(({ is }) => is === 'number');
  const wanted = reading.ranked
    ? [...numbers, ...numbersRanked(question)].find((words) => wantedOf(question, words) !== undefined)
    : undefined;
  const within = reading.ask === 'repeats' ? numbers.find((words) => lengthOf(question, words) !== undefined) : undefined;
  const rest = numbers.filter((words) => words !== wanted && words !== within);
  const read = conditionsRead(question, rest);
  if (read === undefined) return undefined;
  if (read.unknown.length > 0) return { kind: 'look up', unknown: read.unknown };
  const shape = shapeRead(question, read.conditions, wanted, within);
  const sides = shape === undefined ? undefined : sidesRead(question, read.conditions);
  if (shape === undefined || sides === undefined) return undefined;
  if (ranksOneGroup(shape, read.conditions)) return undefined;
  const used = new Set([...read.used, wanted, within]);
  if (!isWhole(question, used, read.conditions, shape)) return undefined;
  const whole = reading.ask === 'share' ? read.conditions.filter(({ column }) => reading.columns[column]?.whole === true) : [];
  if (reading.ask === 'share' && whole.length === read.conditions.length) return undefined;
  return {
    kind: 'plan',
    plan: { log, conditions: read.conditions, shapes: [shape], left: [], unitWords: [], namesRows: true, whole, ...sides },
  };
}

/** Of a column that is limited to one value nothing can be put in order: what is ranked is another one. */
function ranksOneGroup({ group, ranked }: FigureShape, conditions: readonly ReadCondition[]): boolean {
  if (ranked === undefined || group?.kind !== 'field') return false;
  return conditions.some(({ filter }) => filter.kind === 'equals' && filter.field === group.field);
}

/** Two alternatives of one column, or none, where a difference is asked for. */
function sidesRead({ reading }: ReadQuestion, conditions: readonly ReadCondition[]): Pick<FigurePlan, 'sided'> | undefined {
  const sided = conditions.filter(({ sides }) => sides !== undefined);
  if (reading.ask !== 'difference') return sided.some(isTwoTimes) ? undefined : {};
  const [only] = sided;
  return only?.sides?.length === 2 && sided.length === 1 ? { sided: only } : undefined;
}

function isTwoTimes({ sides }: ReadCondition): boolean {
  return sides?.[0]?.kind === 'between';
}

/** Words that say something are in the plan, and what the plan has is said. */
function isWhole(
  question: ReadQuestion,
  used: ReadonlySet<UsedWords | undefined>,
  conditions: readonly ReadCondition[],
  shape: FigureShape,
): boolean {
  const { reading, text, shown } = question;
  const fields = fieldsOf(shape);
  const isOfPlan = (at: number) => {
    const column = shown.columns[at];
    if (column === undefined) return false;
    // Rows that are listed are shown whole; what would be added up of them is not.
    const isShown = (shape.isList === true || isOfRows(shape)) && column.holds !== 'numbers';
    const isOfThing = [...fields].some((field) => field !== column.field && roleOf(field) === roleOf(column.field));
    return isShown || fields.has(column.field) || isOfThing || conditions.some((one) => one.column === at);
  };
  // What rose or fell is a difference, whatever else was read.
  if (reading.ask !== 'difference' && GOES.some((phrase) => holdsPhrase(withoutNames(text, reading.words), phrase))) return false;
  const isLimited = reading.words.some((one) => one.is === 'number' && used.has(one));
  const isNamed = (one: UsedWords) =>
    (one.is === 'comparison' && isLimited) || (one.is === 'column' && one.column !== undefined && isOfPlan(one.column));
  const ofPlan = [...[...used].filter((one) => one !== undefined), ...reading.words.filter((one) => !used.has(one) && isNamed(one))];
  if (saysMore(question, ofPlan, conditions, shape) || !isMeasureNamed(question, shape)) return false;
  return reading.words.every((words) => {
    switch (words.is) {
      case 'value':
      case 'time':
      case 'number':
        return used.has(words);
      case 'column':
        return words.column !== undefined && isOfPlan(words.column) && !namesOther(question, words, words.column);
      case 'denial':
        return isDenied(words, conditions, ofPlan);
      case 'measure':
        return reading.ask === 'difference' || !question.tokens.some((token) => means(token, 'differ') && overlaps(token, words));
      case 'grouping':
        return shape.group !== undefined;
      case 'ranking':
        return shape.ranked !== undefined || shape.measure.kind === 'max' || shape.measure.kind === 'min';
      default:
        return true;
    }
  });
}

/** Words that the vocabulary knows for columns which the log has are of none but these (花了 for costs). */
function namesOther({ text, tokens, log, shown }: ReadQuestion, { start, end }: UsedWords, column: number): boolean {
  const words = fold(text.slice(start, end)).replace(/[\s_]+/gu, ' ');
  const isWritten = ({ headers = [] }: LogColumn) => headers.some((header) => words.includes(header.replace(/[\s_]+/gu, ' ')));
  const has = new Set(log.columns.map(({ field }) => field));
  const named = tokens
    .filter((token) => token.start >= start && token.end <= end)
    .flatMap(({ fields }) => fields.filter((field) => has.has(field)));
  const own = shown.columns[column];
  // Of two columns of one role, or one whose own name stands there, the words may be either's.
  return (
    named.length > 0 &&
    (own === undefined || !(named.some((field) => field === own.field || field === roleOf(own.field)) || isWritten(own)))
  );
}

/** Whether words of the question say what is added up or compared: 合起来有多少 of orders is their number. */
function isMeasureNamed({ reading, shown, tokens }: ReadQuestion, { measure, derivation }: FigureShape): boolean {
  if (measure.kind === 'count' || derivation !== undefined) return true;
  const { field } = measure;
  const column = shown.columns.find((one) => one.field === field);
  if (column?.holds !== 'numbers') return true;
  const isOf = ({ fields }: Token) => fields.some((one) => one === field || one === roleOf(field));
  const isRead = ({ is, column: at }: UsedWords) => is === 'column' && at !== undefined && shown.columns[at]?.field === field;
  return reading.words.some(isRead) || tokens.some((token) => isOf(token) || [...token.meanings].some((one) => one.startsWith('column ')));
}

/** Code and name of a machine tell one thing. */
function roleOf(field: Field): string {
  return field.startsWith('x:') ? (columnRoles([field.slice(2)])[0] ?? field) : field;
}

/** Rows in order of a column, each shown by itself. */
function isOfRows({ ranked, group, derivation }: FigureShape): boolean {
  return ranked !== undefined && group === undefined && derivation === undefined;
}

function fieldsOf({ measure, group, derivation }: FigureShape): ReadonlySet<Field> {
  return new Set([
    ...(measure.kind === 'count' ? [] : [measure.field]),
    ...(group === undefined ? [] : [group.field]),
    ...fieldsDerivedFrom(derivation),
  ]);
}

function withoutNames(text: string, words: readonly UsedWords[]): string {
  return maskSpans(
    text,
    words.filter(({ is }) => is === 'value' || is === 'column'),
  );
}

const GOES = [...recordPhrases('up'), ...recordPhrases('down')].filter((phrase) => phrase.length > 1);
const HAN = /\p{sc=Han}/u;

function holdsPhrase(words: string, phrase: string): boolean {
  const folded = fold(words);
  return HAN.test(phrase) ? folded.includes(phrase) : new RegExp(`(?<![\\p{L}\\p{N}])${phrase}(?![\\p{L}\\p{N}])`, 'u').test(folded);
}
