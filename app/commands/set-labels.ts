import { type Caller, type DocumentId, FaultlineError, holdsLabels, readLabels } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { project } from '../projection/projector.ts';
import { getDocument } from './list-documents.ts';

export interface LabelRequest {
  readonly document: DocumentId;
  /** All that it is to stand under; none: it is for everyone. */
  readonly labels: readonly string[];
}

/**
 * Puts a document under other labels: who reads it, and so holds those that it stands under, may give it any that this caller holds,
 * and take any away. A version that waits under labels that the caller does not hold keeps them. Gives the labels, sorted.
 * @throws FaultlineError `invalid-request` for a label that is none, `forbidden` for one that the caller does not hold, `not-found`.
 */
export async function setLabels(
  application: Application,
  caller: Caller,
  { document, labels: given }: LabelRequest,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const labels = readLabels(given);
  const { tenant, actor, labels: holds } = caller;
  if (!holdsLabels(holds, labels)) {
    throw new FaultlineError('forbidden', `Only labels that you hold can be given: ${labels.join(', ')}.`);
  }
  await getDocument(application, caller, document);
  await application.ledger.documents.setLabels({ tenant, document, labels, holds, actor });
  await leaveToWorker(application, () => project(application, signal));
  return labels;
}
