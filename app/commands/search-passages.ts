import { type Caller, sha256 } from '../../kernel/index.ts';
import { type SearchHit, type SearchRequest, search } from '../../retrieval/index.ts';
import { startAnswerTime } from '../answer-time.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';
import { revisionsIfUp } from '../revisions-if-up.ts';
import { checkText } from './ask-question.ts';

/** Passages that match a query best, at most `k`, and why each does where that is asked. @throws FaultlineError `invalid-request`, `question-too-long`, `deadline-exceeded`. */
export async function searchPassages(
  application: Application,
  caller: Caller,
  request: SearchRequest,
  signal: AbortSignal,
): Promise<{ readonly hits: readonly SearchHit[]; readonly degraded: readonly string[] }> {
  const { config, crossEncoder, embedder, grammar, ledger } = application;
  const { query } = request;
  checkText(query, config.maxQuestionLength);
  const time = startAnswerTime(application, signal);
  const reading = crossEncoder === undefined ? {} : { crossEncoder };
  const stores = { passages: ledger.passages, keys: ledger.keys, ...time.stores, embedder, grammar, ...reading };
  const access = await time.within(() => readerAccess(application, caller));
  const found = await time.within(() => search(stores, access, request, time.signal));
  const revisions = await revisionsIfUp(time.stores);
  noteAudit(application, caller, 'passages-searched', sha256(query), {
    embedder: embedder.model,
    indexRevision: revisions.search,
    graphRevision: revisions.graph,
    passages: found.hits.map(({ passageId }) => passageId),
  });
  return found;
}
