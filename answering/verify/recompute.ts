import {
  type Aggregate,
  type AggregateCell,
  type AggregateQuery,
  assertNever,
  type COMPARISONS,
  canonicalJson,
  type Field,
  type Filter,
  fold,
  foldIdentifier,
  type Grouping,
  type Having,
  type Measure,
  type RecordRow,
  type Value,
  zoneMinutes,
} from '../../kernel/index.ts';
import { memo } from '../../retrieval/index.ts';
import type { Check } from './check.ts';

/** Figures may differ by float noise only. */
const NOISE = 1e-9;

/**
 * Second computation of an aggregate, over the rows themselves and in another way than the store's query: what a computed claim
 * says must come out here too. Limits and order are applied to the full result.
 */
export function recompute(query: AggregateQuery, rows: readonly RecordRow[]): (readonly AggregateCell[])[] {
  const matched = matching(query, rows);
  const groups = new Map<string, RecordRow[]>();
  for (const row of matched) {
    const name = canonicalJson(query.groupBy.map((grouping) => groupKey(grouping, row)));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  if (groups.size === 0 && query.groupBy.length === 0) groups.set('', []);
  return [...groups.values()]
    .map((group) => [
      ...query.groupBy.map((grouping) => groupName(grouping, group)),
      ...query.measures.map((measure) => measured(measure, group)),
    ])
    .filter((cells) => query.having === undefined || passes(query.having, cells.slice(query.groupBy.length)));
}

/** Whether each row of a stored aggregate comes out of the second computation, and whether the matched counts agree. */
export function checkRecomputed(query: AggregateQuery, aggregate: Pick<Aggregate, 'rows' | 'matched'>, rows: readonly RecordRow[]): Check {
  const expected = recompute(query, rows);
  const keys = query.groupBy.length;
  const missing = aggregate.rows.find((row) => !expected.some((other) => sameRow(row, other, keys)));
  const matched = matching(query, rows).length;
  if (matched !== aggregate.matched) {
    return { name: 'recomputed', outcome: 'failed', detail: `${aggregate.matched} rows matched, the second computation finds ${matched}` };
  }
  if (missing !== undefined)
    return { name: 'recomputed', outcome: 'failed', detail: `${missing.join(' | ')} does not come out of the second computation` };
  return { name: 'recomputed', outcome: 'passed', detail: `${matched} rows` };
}

function matching({ from, where }: AggregateQuery, rows: readonly RecordRow[]): readonly RecordRow[] {
  const ofKind = rows.filter((row) => row.record.kind === from);
  const repeated = repetitions(ofKind);
  return ofKind.filter((row) => matches(where, row, repeated));
}

/** Rows whose order, date and equipment stand in another document of the site, the one of the smaller id. */
function repetitions(rows: readonly RecordRow[]): ReadonlySet<RecordRow> {
  const first = new Map<string, string>();
  const names = rows.map((row) => {
    const { 'order-number': order, date, asset } = row.record.columns;
    if (order === undefined || order === null) return undefined;
    const place = date === undefined || date === null ? null : (numberOf(date) ?? keyOf(date));
    const name = canonicalJson([
      row.site,
      keyOf(order),
      place,
      asset === undefined || asset === null ? null : (numberOf(asset) ?? keyOf(asset)),
    ]);
    const known = first.get(name);
    if (known === undefined || row.versionId < known) first.set(name, row.versionId);
    return name;
  });
  return new Set(rows.filter((row, index) => names[index] !== undefined && first.get(names[index] ?? '') !== row.versionId));
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

function matches(filter: Filter, row: RecordRow, repeated: ReadonlySet<RecordRow>): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.filters.every((part) => matches(part, row, repeated));
    case 'any':
      return filter.filters.some((part) => matches(part, row, repeated));
    case 'not':
      return !matches(filter.filter, row, repeated);
    case 'document':
      return row.documentId === filter.id;
    case 'null':
      return cellOf(row, filter.field) === undefined;
    case 'unrepeated':
      return !repeated.has(row);
    case 'group':
      return groupKey(filter.grouping, row) === filter.key;
    case 'in':
      return filter.values.some((value) => matches({ kind: 'equals', field: filter.field, value }, row, repeated));
    case 'equals':
    case 'contains':
    case 'between':
    case 'compare':
      return matchesValue(filter, cellOf(row, filter.field));
    default:
      return assertNever(filter);
  }
}

/** A condition on a figure: on its measures alone. */
function passes(having: Having, measures: readonly AggregateCell[]): boolean {
  switch (having.kind) {
    case 'all':
      return having.conditions.every((part) => passes(part, measures));
    case 'any':
      return having.conditions.some((part) => passes(part, measures));
    case 'not':
      return !passes(having.condition, measures);
    case 'null':
      return (measures[having.measure] ?? null) === null;
    case 'compare': {
      const value = measures[having.measure];
      return typeof value === 'number' && compares(value, having.operator, having.value);
    }
    default:
      return assertNever(having);
  }
}

function compares(left: number, operator: (typeof COMPARISONS)[number], right: number): boolean {
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
  return fold(value.text) === fold(filter.value);
}

/** Cells of a log repeat; each text is folded once. */
const folded = memo<string>(50_000);

function foldOnce(text: string): string {
  return folded(text, () => fold(text));
}

function cellOf(row: RecordRow, field: Field): Value | undefined {
  return row.record.columns[field] ?? undefined;
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'date') return value.time;
  return value.kind === 'quantity' ? value.quantity.low : undefined;
}

/** What the rows of a group have in common: an identifier however it is written, a concept, a folded text, a bucket of the calendar. */
function groupKey(grouping: Grouping, row: RecordRow): string | null {
  const value = cellOf(row, grouping.field);
  if (value === undefined) return null;
  if (grouping.kind === 'field') return keyOf(value);
  return value.kind === 'date' ? bucketOf(value.time, grouping) : null;
}

function keyOf(value: Value): string {
  if (value.kind === 'identifier') return `i:${value.identifier.folded}`;
  return value.kind === 'concept' ? `c:${value.concept}` : `t:${foldOnce(value.text)}`;
}

function groupName(grouping: Grouping, rows: readonly RecordRow[]): AggregateCell {
  const [first] = rows;
  if (grouping.kind === 'time') return first === undefined ? null : groupKey(grouping, first);
  const values = rows.map((row) => cellOf(row, grouping.field)).filter((value) => value !== undefined);
  const concepts = values.flatMap((value) => (value.kind === 'concept' ? [value.concept] : []));
  const names = concepts.length > 0 ? concepts : values.map((value) => value.text);
  return names.reduce<string | null>((least, name) => (least === null || name < least ? name : least), null);
}

const DAY = 86_400_000;

/** Walks the calendar instead of formatting, so that a slip of the store's formats would show. */
function bucketOf(time: number, { unit, zone = 'UTC' }: Extract<Grouping, { kind: 'time' }>): string {
  const local = time + (zoneMinutes(zone) ?? 0) * 60_000;
  const date = new Date(local);
  const year = digits(date.getUTCFullYear(), 4);
  const month = date.getUTCMonth() + 1;
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return `${year}-${digits(month, 2)}`;
    case 'week': {
      // A week belongs to the year of its Thursday.
      const thursday = Math.floor(local / DAY) - ((date.getUTCDay() + 6) % 7) + 3;
      const ofYear = new Date(thursday * DAY).getUTCFullYear();
      const week = Math.floor((thursday - Date.UTC(ofYear, 0, 1) / DAY) / 7) + 1;
      return `${digits(ofYear, 4)}-W${digits(week, 2)}`;
    }
    case 'day':
      return `${year}-${digits(month, 2)}-${digits(date.getUTCDate(), 2)}`;
    case 'hour':
      return `${year}-${digits(month, 2)}-${digits(date.getUTCDate(), 2)}T${digits(date.getUTCHours(), 2)}`;
    default:
      return assertNever(unit);
  }
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}

function measured(measure: Measure, rows: readonly RecordRow[]): AggregateCell {
  if (measure.kind === 'count') return rows.length;
  const values = rows.map((row) => cellOf(row, measure.field)).filter((value) => value !== undefined);
  if (measure.kind === 'distinct') return new Set(values.map(keyOf)).size;
  const numbers = values.map(numberOf).filter((number) => number !== undefined);
  return numbers.length === 0 ? null : measuredNumbers(measure, numbers);
}

function measuredNumbers(measure: Exclude<Measure, { kind: 'count' | 'distinct' }>, numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  switch (measure.kind) {
    case 'min':
      return numbers.reduce((least, number) => Math.min(least, number));
    case 'max':
      return numbers.reduce((most, number) => Math.max(most, number));
    case 'sum':
      return sum;
    case 'mean':
      return sum / numbers.length;
    case 'median':
      return percentile(numbers, 0.5);
    case 'percentile':
      return percentile(numbers, measure.fraction);
    default:
      return assertNever(measure);
  }
}

function percentile(numbers: readonly number[], fraction: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = fraction * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
