import type { Access, AggregateCell, AggregateQuery, Field, Filter, RecordRow } from '../../kernel/index.ts';
import type { DraftClaim, Span } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { FigureShape } from './figure-shape.ts';
import { cellOf, numberOf } from './group-key.ts';
import { quoteRows } from './quote-rows.ts';

/** Rows cited for a figure: the newest, so that a person can look at what was counted. */
const SAMPLE = 3;

/** Rows that are listed; a log has more than anyone reads, and the count tells how many there are. */
const LISTED = 60;

/** The first rows in their own words. */
export async function listedRows(
  evidence: Evidence,
  access: Access,
  { from, where }: AggregateQuery,
  signal: AbortSignal,
): Promise<DraftClaim[]> {
  return quoteRows(evidence, access, await evidence.records.rows(access, { from, where, offset: 0, limit: LISTED }, signal));
}

/** Rows to cite: those of the group that comes first, since they are what the figure counts. */
export async function citedRows(
  evidence: Evidence,
  access: Access,
  query: AggregateQuery,
  rows: readonly (readonly AggregateCell[])[],
  signal: AbortSignal,
): Promise<readonly RecordRow[]> {
  const [grouping] = query.groupBy;
  const value = rows[0]?.[0];
  const first: Filter[] =
    grouping?.kind !== 'field' || value === undefined || value === null ? [] : [{ kind: 'equals', field: grouping.field, value }];
  const where: Filter = { kind: 'all', filters: [query.where, ...first] };
  return evidence.records.rows(access, { from: query.from, where, offset: 0, limit: SAMPLE }, signal);
}

/** The passages of rows, whole. */
export async function spansOf(evidence: Evidence, access: Access, rows: readonly RecordRow[]): Promise<Span[]> {
  const passages = await evidence.passages.get(
    access,
    rows.map((row) => row.record.passageId),
  );
  return passages.map((stored) => ({ stored, start: 0, end: stored.passage.text.length }));
}

/** Of an extreme value the rows that have it, or as many of those next to it as are asked for, and those that tie with the last. */
export async function extremeRows(
  evidence: Evidence,
  access: Access,
  query: AggregateQuery,
  { measure, group, derivation, ranked: asked }: FigureShape,
  rows: readonly (readonly AggregateCell[])[],
  signal: AbortSignal,
): Promise<DraftClaim[]> {
  const extreme = rows[0]?.at(-1);
  if (group !== undefined || derivation !== undefined || (measure.kind !== 'max' && measure.kind !== 'min') || typeof extreme !== 'number')
    return [];
  const { field } = measure;
  const wanted = asked?.wanted ?? 1;
  const direction = measure.kind === 'max' ? 'descending' : 'ascending';
  const bound = wanted === 1 ? extreme : await lastOf(evidence, access, query, field, direction, wanted, signal);
  const rowsOf = (limit: number, ...filters: readonly Filter[]) =>
    evidence.records.rows(
      access,
      { from: query.from, where: { kind: 'all', filters: [query.where, ...filters] }, offset: 0, limit },
      signal,
    );
  const last: Filter = { kind: 'equals', field, value: bound };
  const tied = await rowsOf(wanted === 1 ? SAMPLE : LISTED, last);
  if (wanted === 1) return quoteRows(evidence, access, tied);
  // Asked for by themselves: of rows that tie there may be more than are listed, and those before them are not to be lost.
  const reached: Filter = { kind: 'between', field, ...(direction === 'descending' ? { from: bound } : { to: bound }) };
  const before = await rowsOf(wanted, reached, { kind: 'not', filter: last });
  const sign = direction === 'descending' ? -1 : 1;
  const ranked = [...before].sort((one, other) => sign * (figureOf(one, field) - figureOf(other, field)));
  return quoteRows(evidence, access, [...ranked, ...tied]);
}

/** What the last of so many rows has, or the last of all where there are fewer. */
async function lastOf(
  evidence: Evidence,
  access: Access,
  query: AggregateQuery,
  field: Field,
  direction: 'ascending' | 'descending',
  wanted: number,
  signal: AbortSignal,
): Promise<number> {
  const { rows } = await evidence.records.aggregate(
    access,
    {
      from: query.from,
      where: query.where,
      groupBy: [{ kind: 'field', field }],
      measures: [{ kind: 'max', field }, { kind: 'count' }],
      orderBy: [
        { by: 'measure', index: 0, direction },
        { by: 'group', index: 0, direction: 'ascending' },
      ],
      limit: wanted,
    },
    signal,
  );
  let left = wanted;
  let bound = direction === 'descending' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (const [, value, count] of rows) {
    if (left <= 0 || typeof value !== 'number' || typeof count !== 'number') break;
    bound = value;
    left -= count;
  }
  return bound;
}

function figureOf(row: RecordRow, field: Field): number {
  const value = cellOf(row, field);
  return (value === undefined ? undefined : numberOf(value)) ?? Number.NaN;
}
