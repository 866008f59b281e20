import { type Diagnosis, type DiagnosisRequest, diagnose } from '../../answering/index.ts';
import { type Caller, compareText, observationsHash, sha256 } from '../../kernel/index.ts';
import { startAnswerTime } from '../answer-time.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';
import { revisionsIfUp } from '../revisions-if-up.ts';
import { answerDependencies, checkText } from './ask-question.ts';

/**
 * Documented causes of a fault from what the caller may read, and what to look at next, within the time allowed for an answer.
 * @throws FaultlineError `invalid-request` for an empty fault or an unknown check, `question-too-long`, `deadline-exceeded`.
 */
export async function diagnoseFault(
  application: Application,
  caller: Caller,
  request: DiagnosisRequest,
  signal: AbortSignal,
): Promise<Diagnosis> {
  checkText(request.fault, application.config.maxQuestionLength);
  const time = startAnswerTime(application, signal);
  const timed: Application = { ...application, ...time.stores };
  const access = await time.within(() => readerAccess(application, caller));
  const diagnosis = await time.within(() => diagnose(answerDependencies(timed), access, request, time.signal));
  const revisions = await revisionsIfUp(timed);
  noteAudit(application, caller, 'fault-diagnosed', sha256(request.fault), {
    answer: diagnosis.aigc.ProduceID,
    state: diagnosis.state,
    observations: request.observations.length,
    // What had been seen, so that the step is known again by whoever says what it was worth.
    seen: observationsHash(request.observations),
    embedder: application.embedder.model,
    indexRevision: revisions.search,
    graphRevision: revisions.graph,
    passages: [...new Set(diagnosis.citations.map(({ passageId }) => passageId))].sort(compareText),
  });
  return diagnosis;
}
