import { edgeLine, nodeLine } from '../../graph/index.ts';
import { type Digest, digestAsyncLines, type Unit } from '../../kernel/index.ts';
import type { ProjectionTarget } from '../../ledger/index.ts';
import { passageLine } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';
import { graphBatchesOf } from '../projection/graph-batches.ts';
import { indexBatchesOf } from '../projection/index-batches.ts';

type Source = Pick<Application, 'ledger' | 'passageEmbedder' | 'grammar'>;

/** Digest that a unit must have at a target by what the ledger holds now; that of no lines when the target must not hold it. */
export function expectedDigest(source: Source, target: ProjectionTarget, unit: Unit, signal: AbortSignal): Promise<Digest> {
  return digestAsyncLines(target === 'search' ? indexLines(source, unit, signal) : graphLines(source, unit));
}

async function* indexLines({ ledger, passageEmbedder, grammar }: Source, unit: Unit, signal: AbortSignal): AsyncGenerator<string> {
  if (unit.kind !== 'version') return;
  for await (const passage of indexBatchesOf(ledger, passageEmbedder, grammar, unit.id, signal, 'id')) yield passageLine(passage);
}

async function* graphLines({ ledger }: Source, unit: Unit): AsyncGenerator<string> {
  for await (const batch of graphBatchesOf(ledger, unit)) {
    if (batch.kind === 'edges') for (const edge of batch.edges) yield edgeLine(edge);
    else for (const node of batch.nodes) yield nodeLine(node);
  }
}
