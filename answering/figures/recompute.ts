import {
  type Aggregate,
  type AggregateCell,
  type AggregateQuery,
  assertNever,
  type ColumnsRow,
  canonicalJson,
  type Field,
  type Filter,
  fold,
  type Having,
  startRecordProof,
} from '../../kernel/index.ts';
import type { Check } from '../verify/check.ts';
import { cellOf, groupKey, groupName, keyOf, numberOf } from './group-key.ts';
import { compares, rowMatches } from './row-matches.ts';
import { type RunningMeasure, startMeasure } from './running-measure.ts';

/** Figures may differ by float noise only. */
const NOISE = 1e-9;

/** Cells by which a row is known again in another document of the site. */
const KNOWN_BY: readonly Field[] = ['order-number', 'date', 'asset'];

/** What a second computation comes to: groups without limit and order, and the proof over the rows that it matched. */
export interface Recomputed {
  readonly rows: readonly (readonly AggregateCell[])[];
  readonly matched: number;
  readonly proof: string;
}

/** A second computation of an aggregate that grows page by page, over the rows themselves and in another way than the store's query. */
export interface Recomputation {
  /** Rows come in order of (version, ordinal). */
  add(rows: readonly ColumnsRow[]): void;
  end(): Recomputed;
}

export function startRecomputation(query: AggregateQuery, onMatched: (row: ColumnsRow) => void = () => {}): Recomputation {
  const groups = new Map<string, { names: AggregateCell[]; readonly measures: readonly RunningMeasure[] }>();
  const startGroup = () => ({ names: query.groupBy.map((): AggregateCell => null), measures: query.measures.map(startMeasure) });
  const isRepeated = startRepetitions();
  const proof = startRecordProof(query);
  const looksForRepetitions = hasUnrepeated(query.where);
  let matched = 0;

  function addRow(row: ColumnsRow): void {
    if (row.record.kind !== query.from) return;
    if (!rowMatches(query.where, row, looksForRepetitions && isRepeated(row))) return;
    matched += 1;
    proof.add(row.versionId, row.record.ordinal);
    onMatched(row);
    const key = query.groupBy.length === 0 ? '' : canonicalJson(query.groupBy.map((grouping) => groupKey(grouping, row)));
    const group = groups.get(key) ?? startGroup();
    groups.set(key, group);
    group.names = group.names.map((name, index) => leastName(name, query.groupBy[index], row));
    for (const measure of group.measures) measure.add(row);
  }

  return {
    add: (rows) => rows.forEach(addRow),
    end() {
      if (groups.size === 0 && query.groupBy.length === 0) groups.set('', startGroup());
      const rows = [...groups.values()]
        .map(({ names, measures }) => [...names, ...measures.map((measure) => measure.value())])
        .filter((cells) => query.having === undefined || passes(query.having, cells.slice(query.groupBy.length)));
      return { rows, matched, proof: proof.end() };
    },
  };
}

/** The figure over rows that are all at hand, in order of (version, ordinal). */
export function recompute(query: AggregateQuery, rows: readonly ColumnsRow[]): Recomputed['rows'] {
  const recomputation = startRecomputation(query);
  recomputation.add(rows);
  return recomputation.end().rows;
}

/** Whether each row of a stored aggregate comes out of the second computation, over the very same rows. */
export function checkRecomputed(
  query: AggregateQuery,
  aggregate: Pick<Aggregate, 'rows' | 'matched' | 'proof'>,
  { rows, matched, proof }: Recomputed,
): Check {
  const failed = (detail: string): Check => ({ name: 'recomputed', outcome: 'failed', detail });
  if (matched !== aggregate.matched) return failed(`${aggregate.matched} rows matched, the second computation finds ${matched}`);
  if (proof !== aggregate.proof) return failed('the second computation went over other rows');
  const keys = query.groupBy.length;
  const byName = new Map<string, (readonly AggregateCell[])[]>();
  for (const row of rows) byName.set(nameOf(row, keys), [...(byName.get(nameOf(row, keys)) ?? []), row]);
  const missing = aggregate.rows.find((row) => !(byName.get(nameOf(row, keys)) ?? []).some((other) => sameFigures(row, other, keys)));
  if (missing !== undefined) return failed(`${missing.join(' | ')} does not come out of the second computation`);
  if (!leads(query, aggregate.rows[0], rows)) return failed('another group comes first in the second computation');
  return { name: 'recomputed', outcome: 'passed', detail: `${matched} rows` };
}

/** Whether no group of the second computation comes before the first one of a ranking. */
function leads(query: AggregateQuery, first: readonly AggregateCell[] | undefined, rows: Recomputed['rows']): boolean {
  const [order] = query.orderBy;
  if (order?.by !== 'measure' || first === undefined) return true;
  const place = query.groupBy.length + order.index;
  const leading = first[place];
  const sign = order.direction === 'descending' ? 1 : -1;
  return rows.every((row) => {
    const other = row[place];
    if (typeof other !== 'number' || typeof leading !== 'number') return true;
    return sign * (other - leading) <= NOISE * Math.max(1, Math.abs(leading));
  });
}

/** Fields that a second computation of the query reads. */
export function fieldsOf(query: AggregateQuery): readonly Field[] {
  const measured = query.measures.flatMap((measure) => (measure.kind === 'count' ? [] : [measure.field]));
  const known = hasUnrepeated(query.where) ? KNOWN_BY : [];
  return [...new Set([...filterFields(query.where), ...query.groupBy.map(({ field }) => field), ...measured, ...known])].sort();
}

function filterFields(filter: Filter): Field[] {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return filter.filters.flatMap(filterFields);
    case 'not':
      return filterFields(filter.filter);
    case 'document':
    case 'unrepeated':
      return [];
    case 'group':
      return [filter.grouping.field];
    default:
      return [filter.field];
  }
}

function hasUnrepeated(filter: Filter): boolean {
  if (filter.kind === 'all' || filter.kind === 'any') return filter.filters.some(hasUnrepeated);
  return filter.kind === 'not' ? hasUnrepeated(filter.filter) : filter.kind === 'unrepeated';
}

/** Says of rows, in order of their versions, whether order, date and equipment stand in a version of the site that came before. */
function startRepetitions(): (row: ColumnsRow) => boolean {
  const first = new Map<string, string>();
  return (row) => {
    const [order, date, asset] = KNOWN_BY.map((field) => cellOf(row, field));
    if (order === undefined) return false;
    const [day, machine] = [date, asset].map((value) => (value === undefined ? null : (numberOf(value) ?? keyOf(value))));
    const name = canonicalJson([row.site, keyOf(order), day ?? null, machine ?? null]);
    const known = first.get(name);
    if (known === undefined) first.set(name, row.versionId);
    return known !== undefined && known !== row.versionId;
  };
}

function leastName(least: AggregateCell, grouping: AggregateQuery['groupBy'][number] | undefined, row: ColumnsRow): AggregateCell {
  const name = grouping === undefined ? null : groupName(grouping, row);
  return name !== null && (least === null || name < least) ? name : least;
}

function nameOf(row: readonly AggregateCell[], keys: number): string {
  return canonicalJson(row.slice(0, keys).map((cell) => (typeof cell === 'string' ? fold(cell) : cell)));
}

function sameFigures(left: readonly AggregateCell[], right: readonly AggregateCell[], keys: number): boolean {
  return left.slice(keys).every((cell, index) => {
    const other = right[keys + index];
    if (typeof cell === 'number' && typeof other === 'number') return Math.abs(cell - other) <= NOISE * Math.max(1, Math.abs(cell));
    return cell === other;
  });
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
