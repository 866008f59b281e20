import type { AggregateRequest, Figure, RowsPage, RowsRequest } from '../contract.ts';
import { sendRequest } from './send-request.ts';

/** Counts, sums and groups typed rows. @throws RequestFailure. */
export function aggregateRecords(query: AggregateRequest, signal: AbortSignal): Promise<Figure> {
  return post('/v1/records/aggregate', query, signal);
}

/** The rows behind a figure, newest first. @throws RequestFailure. */
export function pageRecords(query: RowsRequest, signal: AbortSignal): Promise<RowsPage> {
  return post('/v1/records/rows', query, signal);
}

async function post<Out>(path: string, body: unknown, signal: AbortSignal): Promise<Out> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
  return (await (await sendRequest(path, init)).json()) as Out;
}
