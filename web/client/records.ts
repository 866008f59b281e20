import type { AggregateRequest, Figure, RowsPage, RowsRequest } from '../contract.ts';
import { postJson } from './post-json.ts';

/** Counts, sums and groups typed rows. @throws RequestFailure. */
export function aggregateRecords(query: AggregateRequest, signal: AbortSignal): Promise<Figure> {
  return postJson('/v1/records/aggregate', query, signal);
}

/** The rows behind a figure, newest first. @throws RequestFailure. */
export function pageRecords(query: RowsRequest, signal: AbortSignal): Promise<RowsPage> {
  return postJson('/v1/records/rows', query, signal);
}
