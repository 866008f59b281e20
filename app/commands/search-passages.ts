import { type Caller, sha256 } from '../../kernel/index.ts';
import { type SearchHit, search } from '../../retrieval/index.ts';
import { startAnswerTime } from '../answer-time.ts';
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

/** Passages that match a query best, at most `k`. @throws FaultlineError `invalid-request`, `question-too-long`, `deadline-exceeded`. */
export async function searchPassages(
  application: Application,
  caller: Caller,
  { query, k }: PassageSearch,
  signal: AbortSignal,
): Promise<{ readonly hits: readonly SearchHit[]; readonly degraded: readonly string[] }> {
  const { config, embedder, grammar, ledger } = application;
  checkText(query, config.maxQuestionLength);
  const time = startAnswerTime(application, signal);
  const stores = { passages: ledger.passages, keys: ledger.keys, ...time.stores, embedder, grammar };
  const access = await time.within(() => readerAccess(application, caller));
  const found = await time.within(() => search(stores, access, { query, k }, time.signal));
  const revisions = await revisionsIfUp(time.stores);
  noteAudit(application, caller, 'passages-searched', sha256(query), {
    embedder: embedder.model,
    indexRevision: revisions.search,
    graphRevision: revisions.graph,
    passages: found.hits.map(({ passageId }) => passageId),
  });
  return found;
}
