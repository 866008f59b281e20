import {
  type Aggregate,
  type AggregateQuery,
  type Caller,
  canonicalJson,
  type FileBeingRead,
  type Json,
  type RecordRow,
  sha256,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

const ROWS_SHOWN = 1_000;

export interface FigureRequest {
  readonly query: AggregateQuery;
  /** Rows behind the figure that are wanted, at most. */
  readonly rows: number;
}

export interface Figure {
  readonly aggregate: Aggregate;
  /** The rows behind the figure, newest first, at most as many as asked for. */
  readonly rows: readonly RecordRow[];
  /** Logs that were being read when it was computed: their rows are not in it. */
  readonly beingRead: readonly FileBeingRead[];
}

/** Computes a figure over the typed rows that the caller may read, with the rows behind it. */
export async function aggregateRecords(
  application: Application,
  caller: Caller,
  { query, rows: wanted }: FigureRequest,
  signal: AbortSignal,
): Promise<Figure> {
  const access = await readerAccess(application, caller);
  const { records } = application.ledger;
  // Before the figure: what is shown meanwhile is rather named for nothing than left out unnamed.
  const beingRead = await records.beingRead(access);
  const aggregate = await records.aggregate(access, query, signal);
  noteAudit(application, caller, 'records-aggregated', sha256(canonicalJson(query as unknown as Json)), {
    matched: aggregate.matched,
    proof: aggregate.proof,
  });
  const limit = Math.min(wanted, ROWS_SHOWN);
  const rows = limit === 0 ? [] : await records.rows(access, { from: query.from, where: query.where, offset: 0, limit }, signal);
  return { aggregate, rows, beingRead };
}
