import {
  type Access,
  type Aggregate,
  type AggregateCell,
  type AggregateQuery,
  canonicalJson,
  columnName,
  compareText,
  type Field,
  type FileBeingRead,
  type Filter,
  type LabelSetId,
  type RecordKind,
  type RecordReader,
  type RecordRow,
} from '../../kernel/index.ts';
import { cellOf, groupKey, keyOf } from './group-key.ts';
import { recompute, startRecomputation } from './recompute.ts';
import { rowMatches } from './row-matches.ts';

interface MemoryRecords {
  readonly labelSet: LabelSetId;
  /** Of one document, in order of (version, ordinal). */
  readonly rows: readonly RecordRow[];
  readonly beingRead: readonly FileBeingRead[];
}

/** A record reader over the rows of a test's log, with access as a ledger applies it. */
export function readMemoryRecords({ labelSet, rows, beingRead }: MemoryRecords): RecordReader {
  const readable = (access: Access, from: RecordKind) =>
    access.grants.includes(labelSet) ? rows.filter((row) => row.record.kind === from && !access.hidden.includes(row.versionId)) : [];
  const matching = (access: Access, query: { readonly from: RecordKind; readonly where: Filter }, signal: AbortSignal) => {
    signal.throwIfAborted();
    return readable(access, query.from).filter((row) => rowMatches(query.where, row, false));
  };
  return {
    aggregate: async (access, query, signal) => aggregateOf(query, matching(access, query, signal)),
    count: async (access, query, signal) => matching(access, query, signal).length,
    rows: async (access, query, signal) =>
      matching(access, query, signal)
        .sort((a, b) => timeOf(b) - timeOf(a))
        .slice(query.offset, query.offset + query.limit),
    async *scan(access, query, signal) {
      yield matching(access, query, signal);
    },
    async *scanColumns(access, { from }, signal) {
      signal.throwIfAborted();
      yield readable(access, from);
    },
    samples: async (access, from, each, signal) => {
      signal.throwIfAborted();
      return readable(access, from).slice(0, each);
    },
    beingRead: async (access) => (access.grants.includes(labelSet) ? beingRead : []),
    readInPart: async () => [],
    values: async (access, from, fields, limit) =>
      new Map(fields.map((field) => [field, countTexts(readable(access, from), field).slice(0, limit)])),
  };
}

function aggregateOf(query: AggregateQuery, matched: readonly RecordRow[]): Aggregate {
  const whole = startRecomputation(query);
  whole.add(matched);
  const keysOf = (row: RecordRow) => query.groupBy.map((grouping) => groupKey(grouping, row));
  const groups = new Map<string, RecordRow[]>(query.groupBy.length === 0 ? [['[]', []]] : []);
  for (const row of matched) groups.set(canonicalJson(keysOf(row)), [...(groups.get(canonicalJson(keysOf(row))) ?? []), row]);
  const passing = [...groups.values()]
    .flatMap((members) => recompute(query, members).map((cells) => ({ cells, keys: members[0] === undefined ? [] : keysOf(members[0]) })))
    .sort((a, b) => compareGroups(query, a.cells, b.cells));
  const given = passing.slice(0, query.limit);
  const columns = [...query.groupBy, ...query.measures].map((column) => ({
    name: columnName(column),
    nulls: column.kind === 'count' ? 0 : matched.filter((row) => cellOf(row, column.field) === undefined).length,
    ...(column.kind === 'time' ? { zone: column.zone ?? 'UTC' } : {}),
  }));
  return {
    columns,
    rows: given.map(({ cells }) => cells),
    keys: given.map(({ keys }) => keys),
    groups: passing.length,
    matched: matched.length,
    nulls: columns.slice(query.groupBy.length).map(({ nulls }) => nulls),
    proof: whole.end().proof,
  };
}

/** As asked; ties by the names of the groups. */
function compareGroups({ groupBy, orderBy }: AggregateQuery, left: readonly AggregateCell[], right: readonly AggregateCell[]): number {
  const names = groupBy.map((_, index): AggregateQuery['orderBy'][number] => ({ by: 'group', index, direction: 'ascending' }));
  for (const { by, index, direction } of [...orderBy, ...names]) {
    const place = by === 'group' ? index : groupBy.length + index;
    const compared = compareCells(left[place] ?? null, right[place] ?? null);
    if (compared !== 0) return direction === 'descending' ? -compared : compared;
  }
  return 0;
}

/** What is missing comes first. */
function compareCells(left: AggregateCell, right: AggregateCell): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right));
}

function countTexts(rows: readonly RecordRow[], field: Field): readonly { readonly text: string; readonly count: number }[] {
  const groups = new Map<string, { text: string; count: number }>();
  for (const row of rows) {
    const value = cellOf(row, field);
    if (value === undefined) continue;
    const text = value.kind === 'concept' ? value.concept : value.text;
    const group = groups.get(keyOf(value)) ?? { text, count: 0 };
    groups.set(keyOf(value), { text: compareText(text, group.text) < 0 ? text : group.text, count: group.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}

function timeOf({ record }: RecordRow): number {
  const date = record.columns.date;
  return date?.kind === 'date' ? date.time : Number.NEGATIVE_INFINITY;
}
