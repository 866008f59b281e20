import {
  type AggregateQuery,
  type Caller,
  canonicalJson,
  FaultlineError,
  type FileBeingRead,
  type Filter,
  type Json,
  type RecordRow,
  sha256,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

const MOST_ROWS = 1_000;

export interface RowsRequest {
  readonly query: Pick<AggregateQuery, 'from' | 'where' | 'groupBy'>;
  /** One of `Aggregate.keys`; absent: the rows of all groups. */
  readonly group?: readonly (string | null)[];
  readonly offset: number;
  readonly limit: number;
}

export interface RowsPage {
  /** Newest first. */
  readonly rows: readonly RecordRow[];
  /** How many there are in all. */
  readonly matched: number;
  /** Names all of them, not this page alone: a page with another proof is of another state. */
  readonly proof: string;
  /** Logs that were being read when the page was made: their rows are on none. */
  readonly beingRead: readonly FileBeingRead[];
}

/**
 * The rows behind a figure, or behind one of its groups, page by page.
 * @throws FaultlineError `invalid-request` when `group` has not one key for each grouping.
 */
export async function pageRecords(
  application: Application,
  caller: Caller,
  { query, group, offset, limit }: RowsRequest,
  signal: AbortSignal,
): Promise<RowsPage> {
  const access = await readerAccess(application, caller);
  const { records } = application.ledger;
  const where = rowsOfGroup(query, group);
  const count = { from: query.from, where, groupBy: [], measures: [{ kind: 'count' }], orderBy: [], limit: 1 } as const;
  const beingRead = await records.beingRead(access);
  const { matched, proof } = await records.aggregate(access, count, signal);
  noteAudit(application, caller, 'records-aggregated', sha256(canonicalJson(count as unknown as Json)), { matched, proof, offset });
  const rows = await records.rows(access, { from: query.from, where, offset, limit: Math.min(limit, MOST_ROWS) }, signal);
  return { rows, matched, proof, beingRead };
}

/** @throws FaultlineError `invalid-request`. */
export function rowsOfGroup({ where, groupBy }: RowsRequest['query'], group: RowsRequest['group']): Filter {
  if (group === undefined) return where;
  if (group.length !== groupBy.length)
    throw new FaultlineError('invalid-request', `The group has ${group.length} keys; the query groups by ${groupBy.length}.`);
  return {
    kind: 'all',
    filters: [where, ...groupBy.map((grouping, index): Filter => ({ kind: 'group', grouping, key: group[index] ?? null }))],
  };
}
