import { type Embedder, findIdentifiers, type VersionId } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { IndexedPassage } from '../../retrieval/index.ts';

/** The passages of a version as the search index holds them: the ledger's rows with identifiers and vectors. */
export async function* indexBatchesOf(
  ledger: Ledger,
  embedder: Embedder,
  version: VersionId,
  signal: AbortSignal,
): AsyncGenerator<IndexedPassage> {
  for await (const batch of ledger.projection.passagesOf(version)) {
    const vectors = await embedder.embed(
      batch.map(({ passage }) => [...passage.headings.slice(-1), passage.text].join('\n')),
      signal,
    );
    for (const [index, { passage, documentId, labelSet, tokens }] of batch.entries()) {
      const vector = vectors[index];
      yield {
        id: passage.id,
        versionId: passage.versionId,
        documentId,
        labelSet,
        language: passage.language,
        kind: passage.kind,
        tokens,
        exact: [...new Set(findIdentifiers(passage.text).map(({ identifier }) => identifier.folded))].sort(),
        scope: passage.scope,
        ...(vector === undefined || vector.every((value) => value === 0) ? {} : { vector }),
      };
    }
  }
}
