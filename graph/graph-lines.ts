import { canonicalJson } from '../kernel/index.ts';
import type { Edge, GraphNode } from './graph-store.ts';

/** Canonical line of an edge for the digest of its version; lines sort by fact. */
export function edgeLine(edge: Edge): string {
  return canonicalJson([edge.fact, { from: edge.from, to: edge.to, predicate: edge.predicate, labelSet: edge.labelSet, n: edge.n }]);
}

/** Canonical line of a node for the digest of its key. */
export function nodeLine(node: GraphNode): string {
  return canonicalJson([node.key, { entity: node.entity, type: node.type, names: node.names }]);
}
