import type { GraphBatch } from './graph-store.ts';

/** Batches one after the other until their rows fill a transaction. */
export async function* gatherBatches(batches: AsyncIterable<GraphBatch>, rowsAStep: number): AsyncGenerator<readonly GraphBatch[]> {
  let step: GraphBatch[] = [];
  let rows = 0;
  for await (const batch of batches) {
    step.push(batch);
    rows += batch.kind === 'edges' ? batch.edges.length : batch.nodes.length;
    if (rows < rowsAStep) continue;
    yield step;
    step = [];
    rows = 0;
  }
  if (step.length > 0) yield step;
}
