import {
  type Aggregate,
  type AggregateCell,
  type AggregateQuery,
  canonicalJson,
  type Field,
  type Filter,
  fold,
  foldIdentifier,
  type Grouping,
  type Measure,
  type RecordRow,
  type Value,
} from '../../kernel/index.ts';
import type { Check } from './check.ts';

/** Figures may differ by float noise only. */
const NOISE = 1e-9;

/**
 * Second computation of an aggregate, over the rows themselves and in another way than the store's query: what a computed claim
 * says must come out here too. Limits and order are applied to the full result.
 */
export function recompute(query: AggregateQuery, rows: readonly RecordRow[]): (readonly AggregateCell[])[] {
  const matched = rows.filter((row) => row.record.kind === query.from && matches(query.where, row));
  const groups = new Map<string, { cells: AggregateCell[]; rows: RecordRow[] }>();
  for (const row of matched) {
    const cells = query.groupBy.map((grouping) => groupCell(grouping, row));
    const name = canonicalJson(cells.map((cell) => (typeof cell === 'string' ? fold(cell) : cell)));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { cells, rows: [row] });
    else group.rows.push(row);
  }
  if (groups.size === 0 && query.groupBy.length === 0) groups.set('', { cells: [], rows: [] });
  return [...groups.values()].map((group) => [...group.cells, ...query.measures.map((measure) => measured(measure, group.rows))]);
}

/** Whether each row of a stored aggregate comes out of the second computation, and whether the matched counts agree. */
export function checkRecomputed(query: AggregateQuery, aggregate: Aggregate, rows: readonly RecordRow[]): Check {
  const expected = recompute(query, rows);
  const keys = query.groupBy.length;
  const missing = aggregate.rows.find((row) => !expected.some((other) => sameRow(row, other, keys)));
  const matched = rows.filter((row) => row.record.kind === query.from && matches(query.where, row)).length;
  if (matched !== aggregate.matched) {
    return { name: 'recomputed', outcome: 'failed', detail: `${aggregate.matched} rows matched, the second computation finds ${matched}` };
  }
  if (missing !== undefined)
    return { name: 'recomputed', outcome: 'failed', detail: `${missing.join(' | ')} does not come out of the second computation` };
  return { name: 'recomputed', outcome: 'passed', detail: `${matched} rows` };
}

function sameRow(left: readonly AggregateCell[], right: readonly AggregateCell[], keys: number): boolean {
  return (
    left.length === right.length &&
    left.every((cell, index) => {
      const other = right[index];
      if (typeof cell === 'number' && typeof other === 'number') return Math.abs(cell - other) <= NOISE * Math.max(1, Math.abs(cell));
      if (index < keys && typeof cell === 'string' && typeof other === 'string') return fold(cell) === fold(other);
      return cell === other;
    })
  );
}

function matches(filter: Filter, row: RecordRow): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.filters.every((part) => matches(part, row));
    case 'any':
      return filter.filters.some((part) => matches(part, row));
    case 'not':
      return !matches(filter.filter, row);
    case 'document':
      return row.documentId === filter.id;
    case 'null':
      return cellOf(row, filter.field) === undefined;
    default:
      return matchesValue(filter, cellOf(row, filter.field));
  }
}

type FieldFilter = Extract<Filter, { kind: 'equals' | 'contains' | 'between' }>;

function matchesValue(filter: FieldFilter, value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (filter.kind === 'contains') return foldOnce(value.text).includes(foldOnce(filter.text));
  const number = numberOf(value);
  if (filter.kind === 'between') {
    if (number === undefined) return false;
    return number >= (filter.from ?? Number.NEGATIVE_INFINITY) && number < (filter.to ?? Number.POSITIVE_INFINITY);
  }
  if (typeof filter.value === 'number') return number === filter.value;
  if (value.kind === 'identifier') return foldIdentifier(filter.value) === value.identifier.folded;
  if (value.kind === 'concept') return value.concept === filter.value || fold(value.text) === fold(filter.value);
  return fold(value.text) === fold(filter.value);
}

/** Cells of a log repeat; each text is folded once. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

function foldOnce(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const made = fold(text);
  folded.set(text, made);
  return made;
}

function cellOf(row: RecordRow, field: Field): Value | undefined {
  return row.record.columns[field] ?? undefined;
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'date') return value.time;
  return value.kind === 'quantity' ? value.quantity.low : undefined;
}

function groupCell(grouping: Grouping, row: RecordRow): AggregateCell {
  const value = cellOf(row, grouping.field);
  if (value === undefined) return null;
  if (grouping.kind === 'field') return value.kind === 'concept' ? value.concept : value.kind === 'number' ? value.number : value.text;
  if (value.kind !== 'date') return null;
  const date = new Date(value.time);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  if (grouping.unit === 'year') return year;
  const month = date.getUTCMonth();
  return grouping.unit === 'month' ? `${year}-${String(month + 1).padStart(2, '0')}` : `${year}-Q${Math.floor(month / 3) + 1}`;
}

function measured(measure: Measure, rows: readonly RecordRow[]): AggregateCell {
  if (measure.kind === 'count') return rows.length;
  const values = rows.map((row) => cellOf(row, measure.field)).filter((value) => value !== undefined);
  if (measure.kind === 'distinct') return new Set(values.map((value) => fold(value.text))).size;
  const numbers = values.map(numberOf).filter((number) => number !== undefined);
  if (numbers.length === 0) return null;
  if (measure.kind === 'min') return Math.min(...numbers);
  if (measure.kind === 'max') return Math.max(...numbers);
  const sum = numbers.reduce((total, number) => total + number, 0);
  return measure.kind === 'sum' ? sum : sum / numbers.length;
}
