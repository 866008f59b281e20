import type { Document, DocumentHistory, DocumentLabels, DocumentQuality } from '../contract.ts';
import { listDocuments } from './list-documents.ts';
import { sendRequest } from './send-request.ts';

const PAGE = 1000;

/** All documents, ordered by uri. */
export async function allDocuments(signal: AbortSignal): Promise<readonly Document[]> {
  const found: Document[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDocuments({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, signal);
    found.push(...page.documents);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** A document with its revisions. */
export async function getDocument(id: string, signal: AbortSignal): Promise<DocumentHistory> {
  return (await (await sendRequest(`/v1/documents/${encodeURIComponent(id)}`, { signal })).json()) as DocumentHistory;
}

/** What was read of a document and what was not. */
export async function getQuality(id: string, signal: AbortSignal): Promise<DocumentQuality> {
  return (await (await sendRequest(`/v1/documents/${encodeURIComponent(id)}/quality`, { signal })).json()) as DocumentQuality;
}

/** Puts a document under other labels; none: it is for everyone. Gives them as they are kept. @throws RequestFailure. */
export async function putLabels(id: string, labels: readonly string[]): Promise<readonly string[]> {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ labels }) };
  const answer = await sendRequest(`/v1/documents/${encodeURIComponent(id)}/labels`, init);
  return ((await answer.json()) as DocumentLabels).labels;
}

/** Removes a document with all that it alone supports. */
export async function deleteDocument(id: string): Promise<void> {
  await sendRequest(`/v1/documents/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Queues a job that was given up or cancelled anew. */
export async function retryJob(id: string): Promise<void> {
  await sendRequest(`/v1/jobs/${encodeURIComponent(id)}/retry`, { method: 'POST' });
}
