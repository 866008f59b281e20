import { type Field, type Filter, findQuantities, type Quantity } from '../../kernel/index.ts';
import type { LogColumn } from './log-columns.ts';
import { scaleTo } from './scale-to.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';
import { withoutNoise } from './without-noise.ts';

/** Columns that numbers of a dimension are compared with where the question names none. */
const BY_DIMENSION: Readonly<Partial<Record<Quantity['dimension'], Field>>> = { time: 'duration', money: 'cost' };

/** A number as a condition: behind the column that it is of, or with a comparator near one. */
export function readBound(
  sentence: Sentence,
  token: Token,
  at: number,
): { readonly filter: Filter; readonly tokens: readonly Token[] } | undefined {
  const { quantity } = token;
  if (quantity === undefined || quantity.comparator === '~' || quantity.recurring || means(sentence.tokens[at - 1], 'top'))
    return undefined;
  const bounded = quantity.comparator !== '=' || quantity.low !== quantity.high;
  const named = bounded ? nearest(sentence, at) : fieldJustBefore(sentence, at);
  if (named === undefined && !bounded) return undefined;
  const column = named?.column ?? columnOf(sentence, BY_DIMENSION[quantity.dimension]) ?? onlyOneOf(sentence, quantity);
  if (column === undefined) return undefined;
  if (column.holds !== 'numbers') {
    const value = column.values.find((one) => one.trim() === String(quantity.low));
    return bounded || value === undefined
      ? undefined
      : { filter: { kind: 'equals', field: column.field, value }, tokens: named === undefined ? [] : [named.token] };
  }
  const scale = scaleTo(column, quantity, sentence.grammar);
  if (scale === undefined) return undefined;
  const opening = sentence.tokens[at - 1];
  const isOpened = opening !== undefined && means(opening, 'stretch') && quantity.low !== quantity.high;
  const tokens = [...(named === undefined ? [] : [named.token]), ...(isOpened ? [opening] : [])];
  const { field } = column;
  const [low, high] = [withoutNoise(quantity.low * scale), withoutNoise(quantity.high * scale)];
  if (!bounded) return { filter: { kind: 'equals', field, value: low }, tokens };
  if (quantity.comparator === '=') {
    const filters: Filter[] = [
      { kind: 'compare', field, operator: '>=', value: low },
      { kind: 'compare', field, operator: '<=', value: high },
    ];
    return { filter: { kind: 'all', filters }, tokens };
  }
  return { filter: { kind: 'compare', field, operator: quantity.comparator, value: low }, tokens };
}

interface Named {
  readonly column: LogColumn;
  readonly token: Token;
}

/** The column of numbers named nearest before the number, else right behind it. */
function nearest(sentence: Sentence, at: number): Named | undefined {
  for (let place = at - 1; place >= 0; place -= 1) {
    const token = sentence.tokens[place];
    if (token === undefined) break;
    // 大于0且低于100: both bound the column that was named before.
    if (token.quantity !== undefined && means(sentence.tokens[at - 1], 'and')) return boundBefore(sentence, place);
    if (token.quantity !== undefined) break;
    const named = numbersOf(sentence, token);
    if (named !== undefined) return named;
  }
  const behind = sentence.tokens[at + 1];
  return behind === undefined ? undefined : numbersOf(sentence, behind);
}

/** The column that the number at `at` was taken as a bound of. */
function boundBefore(sentence: Sentence, at: number): Named | undefined {
  const token = sentence.tokens[at];
  if (token === undefined || sentence.isFree(token)) return undefined;
  for (let place = at - 1; place >= 0; place -= 1) {
    const before = sentence.tokens[place];
    if (before === undefined || before.quantity !== undefined) return undefined;
    const column = before.fields.map((field) => sentence.column(field)).find((one) => one?.holds === 'numbers');
    if (column !== undefined && !sentence.isFree(before)) return { column, token: before };
  }
  return undefined;
}

function numbersOf(sentence: Sentence, token: Token): Named | undefined {
  const column = token.fields.map((field) => sentence.column(field)).find((one) => one?.holds === 'numbers');
  return column === undefined || !sentence.isFree(token) ? undefined : { column, token };
}

function fieldJustBefore(sentence: Sentence, at: number): Named | undefined {
  let place = at - 1;
  while (means(sentence.tokens[place], 'not')) place -= 1;
  const token = sentence.tokens[place];
  const column = token?.fields.map((field) => sentence.column(field)).find((one) => one !== undefined && one.holds !== 'dates');
  // 最长的三台: how many of a ranking.
  if (token === undefined || means(token, 'most', 'least')) return undefined;
  return column === undefined || !sentence.isFree(token) ? undefined : { column, token };
}

function columnOf(sentence: Sentence, field: Field | undefined): LogColumn | undefined {
  const column = sentence.column(field);
  return column?.holds === 'numbers' ? column : undefined;
}

/** The one column whose unit is of the kind that the question gives. */
function onlyOneOf({ log, grammar }: Sentence, { dimension }: Quantity): LogColumn | undefined {
  if (dimension === 'none') return undefined;
  const fitting = log.columns.filter(
    ({ holds, unit }) =>
      holds === 'numbers' && unit !== undefined && findQuantities(`1 ${unit}`, grammar)[0]?.quantity.dimension === dimension,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
