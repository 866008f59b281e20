import type { Filter } from '../../kernel/index.ts';
import { anyOf, type Condition } from './condition.ts';
import { type FigureShape, freeTokens } from './figure-shape.ts';
import { dateField } from './read-group.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** What a question sets side by side, and the shapes as they are asked for then. */
export interface Comparison {
  readonly conditions: readonly Condition[];
  readonly shapes: readonly FigureShape[];
  /** The condition whose alternatives have a figure each. */
  readonly sided?: Condition;
  /** Words of conditions of which no row meets two, and which nothing sets side by side. */
  readonly contradictory: readonly string[];
}

/**
 * Two assets or two periods side by side (`compare`, 相差, `how much more`), or the way figures go over the years (`trend`, 增加还是减少).
 * Two values of one column that no word sets side by side would be met by no row.
 */
export function readComparison(sentence: Sentence, found: readonly Condition[], read: readonly FigureShape[]): Comparison {
  const compares = freeTokens(sentence).filter((token) => means(token, 'compare', 'each', 'differ', 'up', 'down', 'trend'));
  const conditions = compares.length > 0 ? paired(found) : found;
  const sided = conditions.find(
    ({ sides, filter, isChoice }) =>
      sides !== undefined && (compares.length > 0 || (isChoice !== true && filter.kind === 'any' && filter.filters[0]?.kind === 'between')),
  );
  if (sided !== undefined) {
    const shapes = read.map(withoutOrder);
    takeComparing(sentence, compares);
    return { conditions, shapes: shapes.every((one) => one !== undefined) ? shapes : read, sided, contradictory: [] };
  }
  const contradictory = contradictions(conditions);
  const goes = compares.filter((token) => means(token, 'up', 'down', 'trend'));
  const date = dateField(sentence);
  const [shape] = read;
  const isTrend =
    goes.length > 0 && read.length === 1 && shape?.group === undefined && shape?.isShare === undefined && shape?.isList === undefined;
  if (shape === undefined || !isTrend || date === undefined) return { conditions, shapes: read, contradictory };
  takeComparing(sentence, goes);
  return {
    conditions,
    shapes: [{ ...shape, group: { kind: 'time', field: date, unit: unitOver(conditions) }, isTrend: true }],
    contradictory,
  };
}

/** Words that set side by side, and what joins them (`rise or fall`). */
function takeComparing(sentence: Sentence, compares: readonly Token[]): void {
  sentence.take(...compares);
  for (const [at, token] of sentence.tokens.entries()) {
    const [before, next] = [sentence.tokens[at - 1], sentence.tokens[at + 1]];
    const joins = means(token, 'or', 'and', 'compare') && sentence.isFree(token);
    if (joins && before !== undefined && next !== undefined && compares.includes(before) && compares.includes(next)) sentence.take(token);
  }
  sentence.take(...freeTokens(sentence).filter((token) => means(token, 'group') && token.fields.length === 0));
}

/** Of two sides both are told; which has the more is seen. */
function withoutOrder(shape: FigureShape): FigureShape | undefined {
  const { ranked, group, ...rest } = shape;
  return ranked === undefined ? shape : group?.kind === 'field' ? rest : undefined;
}

const YEAR = 366 * 86_400_000;

/** Years, or months within one. */
function unitOver(conditions: readonly Condition[]): 'year' | 'month' {
  const time = conditions.map(({ filter }) => filter).find((filter) => filter.kind === 'between');
  const length = time?.kind === 'between' && time.from !== undefined && time.to !== undefined ? time.to - time.from : undefined;
  return length !== undefined && length <= YEAR ? 'month' : 'year';
}

/** Conditions on values of one column that no row meets together become the sides of one. */
function paired(conditions: readonly Condition[]): readonly Condition[] {
  const kept: Condition[] = [];
  for (const condition of conditions) {
    const at = kept.findIndex((one) => excludes(one, condition));
    const other = kept[at];
    if (other === undefined) kept.push(condition);
    else {
      const sides = [...(other.sides ?? [other.filter]), ...(condition.sides ?? [condition.filter])];
      kept[at] = { filter: anyOf(sides), sides, tokens: [...other.tokens, ...condition.tokens], negated: false };
    }
  }
  return kept;
}

function contradictions(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition, at) =>
    conditions.slice(0, at).some((other) => excludes(other, condition)) ? condition.tokens.map(({ text }) => text) : [],
  );
}

function excludes(left: Condition, right: Condition): boolean {
  if (left.negated || right.negated) return false;
  const [a, b] = [left.filter, right.filter];
  const one = onlyFieldOf(a);
  if (one === undefined || one !== onlyFieldOf(b)) return false;
  if (a.kind === 'between' && b.kind === 'between') return (a.to ?? b.from ?? 0) <= (b.from ?? 0) || (b.to ?? a.from ?? 0) <= (a.from ?? 0);
  return !valuesOf(a).some((value) => valuesOf(b).includes(value));
}

/** The column of a condition that says what its cell is, be it one of several values or a time. */
function onlyFieldOf(filter: Filter): string | undefined {
  if (filter.kind === 'any') {
    const fields = [...new Set(filter.filters.map(onlyFieldOf))];
    return fields.length === 1 ? fields[0] : undefined;
  }
  return filter.kind === 'equals' || filter.kind === 'in' || filter.kind === 'between'
    ? `${filter.kind === 'between' ? 'between ' : ''}${filter.field}`
    : undefined;
}

function valuesOf(filter: Filter): readonly unknown[] {
  if (filter.kind === 'any') return filter.filters.flatMap(valuesOf);
  if (filter.kind === 'equals') return [filter.value];
  return filter.kind === 'in' ? filter.values : [];
}
