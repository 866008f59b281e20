import { FaultlineError } from '../../kernel/index.ts';
import { DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';

/** Says in the log of a service that starts with another embedder than its index was made with, and how that one is put in place. */
export async function tellFormerModel(application: Application): Promise<void> {
  const { index, embedder, phraseEmbedder, wantedEmbedder, logger } = application;
  const wanted = wantedEmbedder.model;
  if (wanted === phraseEmbedder.model) return;
  try {
    // A server tells only now what its index was made with.
    await index.revision();
  } catch (error) {
    return logger.error('lifecycle', 'embedder-unknown', error);
  }
  if (embedder.model === wanted) return;
  const message = `${DOCTOR_WORDS.state.former(embedder.model, wanted).en}; run \`faultline reindex --only search\``;
  logger.error('lifecycle', 'former-embedder', new FaultlineError('conflict', message));
}
