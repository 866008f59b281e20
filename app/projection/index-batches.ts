import type { Embedder, TagGrammar, VersionId } from '../../kernel/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { embeddingTextFor, type IndexedPassage, indexPassage } from '../../retrieval/index.ts';

/** The passages of a version as the search index holds them: the ledger's rows with identifiers and vectors, in the order asked. Vectors of the next batch are made meanwhile. */
export async function* indexBatchesOf(
  ledger: Ledger,
  embedder: Embedder,
  grammar: TagGrammar,
  version: VersionId,
  signal: AbortSignal,
  order: 'reading' | 'id' = 'reading',
): AsyncGenerator<IndexedPassage> {
  let before: Embedded | undefined;
  for await (const batch of ledger.projection.passagesOf(version, order)) {
    const vectors = embedder.embed(
      batch.map(({ title, passage }) => embeddingTextFor(embedder, title, passage)),
      signal,
    );
    // Thrown where it is awaited, which may come after the batch before was written.
    vectors.catch(() => undefined);
    if (before !== undefined) yield* indexed(before, grammar);
    before = { batch, vectors };
  }
  if (before !== undefined) yield* indexed(before, grammar);
}

/** A batch whose vectors are being made. */
interface Embedded {
  readonly batch: ProjectedBatch;
  readonly vectors: Promise<readonly Float32Array[]>;
}

type ProjectedBatch = ReturnType<Ledger['projection']['passagesOf']> extends AsyncIterable<infer Batch> ? Batch : never;

async function* indexed({ batch, vectors }: Embedded, grammar: TagGrammar): AsyncGenerator<IndexedPassage> {
  const made = await vectors;
  for (const [index, { passage, documentId, labelSet, tokens }] of batch.entries()) {
    const vector = made[index];
    if (vector === undefined) throw new FaultlineError('internal', 'the embedder gave fewer vectors than texts');
    yield indexPassage(passage, { documentId, labelSet }, tokens, vector, grammar);
  }
}
