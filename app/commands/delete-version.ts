import { type Caller, type DocumentId, FaultlineError, type VersionId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { removeRetracted } from '../remove-retracted.ts';
import { getDocument } from './list-documents.ts';

export interface DoomedVersion {
  readonly document: DocumentId;
  readonly version: VersionId;
}

/**
 * Takes one version of a document back with all that it alone supports, as if it had never come; the last one takes the document
 * with it. @throws FaultlineError `not-found`.
 */
export async function deleteVersion(
  application: Application,
  caller: Caller,
  { document, version }: DoomedVersion,
  signal: AbortSignal,
): Promise<void> {
  const { versions } = await getDocument(application, caller, document);
  if (!versions.some(({ id }) => id === version)) throw new FaultlineError('not-found', 'The document has no such version.');
  await application.ledger.retract(version, caller.actor);
  await leaveToWorker(application, () => removeRetracted(application, signal));
}
