import type { GraphBatch } from '../../graph/index.ts';
import type { Unit } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';

/** The edges of a version or the node of a key as the graph store holds them. */
export async function* graphBatchesOf(ledger: Ledger, unit: Unit): AsyncGenerator<GraphBatch> {
  for await (const { edges, nodes } of ledger.projection.edgesOf(unit)) {
    if (edges.length > 0) {
      yield {
        kind: 'edges',
        edges: edges.map(({ fact, from, to, predicate, versionId, labelSet, n }) => ({
          fact,
          from,
          to,
          predicate,
          versionId,
          labelSet,
          n,
        })),
      };
    }
    if (nodes.length > 0) {
      yield {
        kind: 'nodes',
        nodes: nodes.map(({ key, entity, type, names }) => ({ key, entity, type, names: names.map((name) => name.text) })),
      };
    }
  }
}
