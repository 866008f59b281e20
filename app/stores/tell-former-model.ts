import { FaultlineError } from '../../kernel/index.ts';
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
  const message = `${formerModel(embedder.model, wanted)}; run \`faultline reindex --only search\``;
  logger.error('lifecycle', 'former-embedder', new FaultlineError('conflict', message));
}

export function formerModel(held: string, wanted: string): string {
  return `the search index holds vectors of ${held} and goes on with it, though the settings name ${wanted}`;
}
