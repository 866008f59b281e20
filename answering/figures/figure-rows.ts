import type { Access, AggregateCell, AggregateQuery, Filter, RecordRow } from '../../kernel/index.ts';
import type { DraftClaim, Span } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { FigureShape } from './figure-shape.ts';
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

/** Of an extreme value the rows that have it. */
export async function extremeRows(
  evidence: Evidence,
  access: Access,
  query: AggregateQuery,
  { measure, group, derivation }: FigureShape,
  rows: readonly (readonly AggregateCell[])[],
  signal: AbortSignal,
): Promise<DraftClaim[]> {
  const extreme = rows[0]?.at(-1);
  if (group !== undefined || derivation !== undefined || (measure.kind !== 'max' && measure.kind !== 'min') || typeof extreme !== 'number')
    return [];
  const where: Filter = { kind: 'all', filters: [query.where, { kind: 'equals', field: measure.field, value: extreme }] };
  return quoteRows(evidence, access, await evidence.records.rows(access, { from: query.from, where, offset: 0, limit: SAMPLE }, signal));
}
