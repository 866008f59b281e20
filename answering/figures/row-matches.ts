import { assertNever, type COMPARISONS, type ColumnsRow, type Filter, foldIdentifier, type Value } from '../../kernel/index.ts';
import { cellOf, foldOnce, groupKey, numberOf } from './group-key.ts';

/** Whether a row meets a filter, read from its cells; `repeated` says what it repeats of another document. */
export function rowMatches(filter: Filter, row: ColumnsRow, repeated: boolean): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.filters.every((part) => rowMatches(part, row, repeated));
    case 'any':
      return filter.filters.some((part) => rowMatches(part, row, repeated));
    case 'not':
      return !rowMatches(filter.filter, row, repeated);
    case 'document':
      return row.documentId === filter.id;
    case 'null':
      return cellOf(row, filter.field) === undefined;
    case 'unrepeated':
      return !repeated;
    case 'group':
      return groupKey(filter.grouping, row) === filter.key;
    case 'in':
      return filter.values.some((value) => rowMatches({ kind: 'equals', field: filter.field, value }, row, repeated));
    case 'equals':
    case 'contains':
    case 'between':
    case 'compare':
      return matchesValue(filter, cellOf(row, filter.field));
    default:
      return assertNever(filter);
  }
}

export function compares(left: number, operator: (typeof COMPARISONS)[number], right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return assertNever(operator);
  }
}

type FieldFilter = Extract<Filter, { kind: 'equals' | 'contains' | 'between' | 'compare' }>;

function matchesValue(filter: FieldFilter, value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (filter.kind === 'contains') return foldOnce(value.text).includes(foldOnce(filter.text));
  const number = numberOf(value);
  if (filter.kind === 'between') {
    if (number === undefined) return false;
    return number >= (filter.from ?? Number.NEGATIVE_INFINITY) && number < (filter.to ?? Number.POSITIVE_INFINITY);
  }
  if (filter.kind === 'compare') return number !== undefined && compares(number, filter.operator, filter.value);
  if (typeof filter.value === 'number') return number === filter.value;
  if (value.kind === 'identifier') return foldIdentifier(filter.value) === value.identifier.folded;
  if (value.kind === 'concept') return value.concept === filter.value;
  return foldOnce(value.text) === foldOnce(filter.value);
}
