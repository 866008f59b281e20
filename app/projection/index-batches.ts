import type { Embedder, VersionId } from '../../kernel/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { embeddingText, type IndexedPassage, indexPassage } from '../../retrieval/index.ts';

/** The passages of a version as the search index holds them: the ledger's rows with identifiers and vectors, in the order asked. */
export async function* indexBatchesOf(
  ledger: Ledger,
  embedder: Embedder,
  version: VersionId,
  signal: AbortSignal,
  order: 'reading' | 'id' = 'reading',
): AsyncGenerator<IndexedPassage> {
  for await (const batch of ledger.projection.passagesOf(version, order)) {
    const texts = batch.map(({ passage }) => embeddingText(passage));
    const vectors = await embedder.embed(texts, signal);
    for (const [index, { passage, documentId, labelSet, tokens }] of batch.entries()) {
      const vector = vectors[index];
      if (vector === undefined) throw new FaultlineError('internal', 'the embedder gave fewer vectors than texts');
      yield indexPassage(passage, { documentId, labelSet }, tokens, vector);
    }
  }
}
