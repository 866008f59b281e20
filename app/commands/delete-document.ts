import type { Caller, DocumentId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { removeRetracted } from '../remove-retracted.ts';
import { getDocument } from './list-documents.ts';

/** Removes a document with all that it alone supports; readers do not see it from the first moment on. @throws FaultlineError `not-found`. */
export async function deleteDocument(application: Application, caller: Caller, id: DocumentId, signal: AbortSignal): Promise<void> {
  await getDocument(application, caller, id);
  await application.ledger.deleteDocument(id, caller.actor);
  await leaveToWorker(application, () => removeRetracted(application, signal));
}
