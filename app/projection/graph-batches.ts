import type { GraphBatch, GraphNode, KeyState } from '../../graph/index.ts';
import type { KeyId, Unit } from '../../kernel/index.ts';
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
        nodes: nodes.map(graphNode),
      };
    }
  }
}

/** What keys have become, each with the generation it was told at; a key that is gone has no node. */
export async function keyStatesOf(
  ledger: Ledger,
  keys: readonly { readonly key: KeyId; readonly generation: number }[],
): Promise<readonly KeyState[]> {
  const nodes = await ledger.projection.nodesOf(keys.map(({ key }) => key));
  return keys.map((told) => {
    const node = nodes.get(told.key);
    return node === undefined ? told : { ...told, node: graphNode(node) };
  });
}

function graphNode({
  key,
  entity,
  type,
  names,
}: Omit<GraphNode, 'names'> & { readonly names: readonly { readonly text: string }[] }): GraphNode {
  return { key, entity, type, names: names.map((name) => name.text) };
}
