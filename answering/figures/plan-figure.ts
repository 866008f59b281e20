import { type AggregateQuery, type Filter, fold, unitFacts } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import type { ReadPlace } from '../compose/composition.ts';
import { measuresOf } from '../derivation.ts';
import type { Question } from '../question/question.ts';
import type { Condition } from './condition.ts';
import { type FigureShape, isKind, isShareOfEach } from './figure-shape.ts';
import type { Log } from './log-columns.ts';
import { readAsides, takeAsides } from './read-asides.ts';
import { type NamedCollection, readCollection } from './read-collection.ts';
import { readComparison } from './read-comparison.ts';
import { readConditions } from './read-conditions.ts';
import { readInterval, readRate, readRepeats, repeatsShape } from './read-derivation.ts';
import { readMeasures } from './read-measure.ts';
import { readTextConditions } from './read-text-conditions.ts';
import { readTokens } from './read-tokens.ts';
import { type Sentence, startSentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** How a question is understood over the rows of one kind. With words left over it is not understood. */
export interface RowPlan {
  readonly log: Log;
  readonly conditions: readonly Condition[];
  /** Words that stand in no part of the query, as the question has them. */
  readonly left: readonly string[];
}

export interface FigurePlan extends RowPlan {
  /** None where the question does not say what is to be computed. */
  readonly shapes: readonly FigureShape[];
  /** The condition whose alternatives have a figure each. */
  readonly sided?: Condition;
  /** Words that name the unit of what is measured. */
  readonly unitWords: readonly string[];
  /** Whether the question names the rows by their kind. */
  readonly namesRows: boolean;
  /** Documents that the rows have to be of, by the words of the question. */
  readonly collection?: NamedCollection;
  /** Conditions on the whole that a share is of. */
  readonly whole: readonly Condition[];
  /** Where a model read the plan: what it read as names, values, times and numbers. */
  readonly read?: readonly ReadPlace[];
}

const EVERYTHING = 1000;
const WHOLE = wordingPattern('wholeOfRows');
const PART_BEHIND = wordingPattern('partBehind');

/** Reads a question for a figure over the rows of a log: each of its words is in the plan or left over. */
export function planFigure(question: Question, log: Log): FigurePlan {
  const sentence = startSentence(log, readTokens(question, log), question.grammar);
  const asides = readAsides(sentence);
  sentence.setAside(...asides.blanks, ...asides.ends);
  const repeats = readRepeats(sentence);
  const stated = [...readConditions(sentence), ...readTextConditions(sentence)];
  takeRestated(sentence);
  const interval = repeats === undefined ? readInterval(sentence, stated) : undefined;
  const found = [...stated, ...(interval?.more ?? [])];
  const derived = repeats === undefined ? (interval?.shape ?? readRate(sentence, found)) : repeatsShape(sentence, repeats);
  const read = derived === undefined ? readMeasures(sentence) : [derived];
  const compared = readComparison(sentence, found, read);
  const { conditions, sided } = compared;
  takeAsides(sentence, asides, {
    blanks: read.some(({ measure, group }) => measure.kind !== 'count' || group !== undefined),
    ends: conditions.some(({ filter }) => filter.kind === 'between'),
  });
  takeDoing(sentence);
  const unitWords = takeUnits(sentence, read);
  const namesRows = sentence.tokens.some((token) => isKind(token) || means(token, 'count rows') || token.quoted === true);
  takeRestated(sentence);
  const collection = readCollection(sentence, question);
  const left = [...leftOver(sentence, ['form']), ...compared.contradictory];
  const isNamed = read.length === 0 && left.length === 0 && namesRows && conditions.length > 0;
  // Which rows there are is asked for, not only how many.
  const shapes: readonly FigureShape[] = isNamed ? [{ measure: { kind: 'count' }, isList: true }] : compared.shapes;
  const whole = wholeOf(sentence, question, conditions, shapes);
  if (whole === undefined) return { log, conditions, shapes: [], left, unitWords, namesRows, whole: [] };
  return {
    log,
    conditions,
    shapes,
    left,
    unitWords,
    namesRows,
    whole,
    ...(sided === undefined ? {} : { sided }),
    ...(collection === undefined ? {} : { collection }),
  };
}

/** Reads a question for rows themselves: how it asks for them is no condition. */
export function planRows(question: Question, log: Log): RowPlan {
  const sentence = startSentence(log, readTokens(question, log), question.grammar);
  const conditions = [...readConditions(sentence), ...readTextConditions(sentence)];
  return { log, conditions, left: leftOver(sentence, ['form', 'history', 'last', 'group', 'count', 'total', 'most']) };
}

/** Between a person and rows a verb says that they did them (`the tickets that Silva handled`). */
function takeDoing(sentence: Sentence): void {
  const isPerson = (token: Token) => token.fields.includes('person') || token.values.some(({ field }) => field === 'person');
  if (![...sentence.taken].some(isPerson)) return;
  sentence.take(...sentence.tokens.filter((token) => sentence.isFree(token) && means(token, 'doing') && token.values.length === 0));
}

/** A column that is named twice side by side (失效模式（FM）) is named once. */
function takeRestated(sentence: Sentence): void {
  for (const [at, token] of sentence.tokens.entries()) {
    if (!sentence.isFree(token) || token.fields.length === 0 || token.values.length > 0 || isKind(token)) continue;
    const beside = [sentence.tokens[at - 1], sentence.tokens[at + 1]];
    const isSame = (one: Token | undefined) =>
      one !== undefined && !sentence.isFree(one) && one.fields.some((field) => token.fields.includes(field));
    if (beside.some(isSame)) sentence.take(token);
  }
}

/** Words that say the unit of the measured column, or one that it converts to; another currency is left over. */
function takeUnits(sentence: Sentence, shapes: readonly FigureShape[]): readonly string[] {
  const units = shapes.flatMap(({ measure }) => (measure.kind === 'count' ? [] : [sentence.column(measure.field)?.unit ?? '']));
  const own = units.flatMap((unit) => unitFacts(unit) ?? []);
  const named = sentence.tokens.filter((token) => {
    const facts = sentence.isFree(token) && token.values.length === 0 ? unitFacts(token.text) : undefined;
    return facts !== undefined && own.some((unit) => unit.dimension === facts.dimension && unit.currency === facts.currency);
  });
  sentence.take(...named);
  return named.map(({ text }) => text);
}

/**
 * What a share is of: all rows where the question says so or sets one condition; else what stands before the words that set part and
 * whole apart (`in …`, 中). Undefined where nothing tells them apart: a condition may be on
 * each group or on their whole, but for a time before the groups are named (`in 2021 … each asset`), which is on both.
 */
function wholeOf(
  sentence: Sentence,
  { text }: Question,
  conditions: readonly Condition[],
  shapes: readonly FigureShape[],
): readonly Condition[] | undefined {
  const shares = shapes.filter(({ isShare, ranked }) => isShare === true && ranked === undefined);
  if (shares.length === 0) return [];
  if (shares.some(isShareOfEach)) {
    const groups = sentence.tokens.find((token) => means(token, 'each'))?.start ?? 0;
    const isOnBoth = ({ filter, tokens }: Condition) => filter.kind === 'between' && tokens.every(({ end }) => end <= groups);
    return conditions.every(isOnBoth) ? [] : undefined;
  }
  const folded = fold(text);
  if (WHOLE.test(folded) || conditions.length <= 1) return [];
  const at = PART_BEHIND.exec(folded);
  if (at === null) return undefined;
  const edge = at.index + at[0].length;
  const before = conditions.filter(({ tokens }) => tokens.every(({ end }) => end <= edge));
  return before.length === conditions.length ? undefined : before;
}

function leftOver(sentence: Sentence, asks: readonly Parameters<typeof means>[1][]): string[] {
  const ofKind = (token: Token) => means(token, sentence.log.kind === 'other' ? 'record' : sentence.log.kind, 'record') && isKind(token);
  return sentence.tokens
    .filter((token) => !sentence.taken.has(token) && !means(token, ...asks) && !ofKind(token) && !means(token, 'group', 'and'))
    .map((token) => token.text);
}

export function whereOf(plan: RowPlan, more: readonly Filter[] = []): Filter {
  return { kind: 'all', filters: [...plan.conditions.map(({ filter }) => filter), ...more] };
}

/** The query of a figure; groups without value are left out of a ranking, and told of in the answer; lengths of time are of rows with both times. */
export function queryOf(plan: FigurePlan, shape: FigureShape, more: readonly Filter[]): AggregateQuery {
  const { group, ranked, measure, derivation } = shape;
  const timed = derivation?.kind === 'duration' ? [derivation.from, derivation.to] : [];
  const named: Filter[] = group === undefined ? [] : [{ kind: 'not', filter: { kind: 'null', field: group.field } }];
  return {
    from: plan.log.kind,
    where: whereOf(plan, [...more, ...named, ...timed.map((field): Filter => ({ kind: 'between', field }))]),
    groupBy: group === undefined ? [] : [group],
    measures: measuresOf(measure, derivation),
    ...(shape.having === undefined ? {} : { having: { kind: 'compare', measure: 0, ...shape.having } }),
    orderBy:
      group === undefined
        ? []
        : ranked === undefined
          ? [{ by: 'group', index: 0, direction: 'ascending' }]
          : [
              { by: 'measure', index: 0, direction: ranked.direction },
              { by: 'group', index: 0, direction: 'ascending' },
            ],
    limit: EVERYTHING,
  };
}
