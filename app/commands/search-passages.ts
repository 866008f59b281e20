import { type Caller, sha256 } from '../../kernel/index.ts';
import { type SearchHit, search } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';
import { revisionsIfUp } from '../revisions-if-up.ts';
import { checkText } from './ask-question.ts';

export interface PassageSearch {
  readonly query: string;
  /** Hits at most. */
  readonly k: number;
}

/** Passages that match a query best, at most `k`. @throws FaultlineError `invalid-request`, `question-too-long`. */
export async function searchPassages(
  application: Application,
  caller: Caller,
  { query, k }: PassageSearch,
  signal: AbortSignal,
): Promise<{ readonly hits: readonly SearchHit[]; readonly degraded: readonly string[] }> {
  const { config, embedder, graph, index, ledger } = application;
  checkText(query, config.maxQuestionLength);
  const stores = { passages: ledger.passages, keys: ledger.keys, index, graph, embedder };
  const found = await search(stores, await readerAccess(application, caller), { query, k }, signal);
  const revisions = await revisionsIfUp(application);
  noteAudit(application, caller, 'passages-searched', sha256(query), {
    embedder: embedder.model,
    indexRevision: revisions.search,
    graphRevision: revisions.graph,
    passages: found.hits.map(({ passageId }) => passageId),
  });
  return found;
}
