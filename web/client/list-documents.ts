import type { DocumentList } from '../contract.ts';
import { sendRequest } from './send-request.ts';

/** A page of the documents, ordered by uri; `cursor` is `next` of the page before. */
export async function listDocuments(
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  signal: AbortSignal,
): Promise<DocumentList> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
  return (await (await sendRequest(`/v1/documents?${query}`, { signal })).json()) as DocumentList;
}
