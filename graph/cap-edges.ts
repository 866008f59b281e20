import { compareText } from '../kernel/index.ts';
import type { Edge, NeighbourQuery, Neighbours } from './graph-store.ts';

/** Order of edges in every answer: (from, predicate, to, fact). */
export function compareEdges(left: Edge, right: Edge): number {
  return (
    compareText(left.from, right.from) ||
    compareText(left.predicate, right.predicate) ||
    compareText(left.to, right.to) ||
    compareText(left.fact, right.fact)
  );
}

/**
 * Applies the caps to edges in order, one a fact. An edge is within the fan-out when it is among the first `fanOut` edges of at
 * least one asked key that it touches in the asked direction; then edges that would bring more than `nodes` keys that were not
 * asked for are left out, and the rest is cut after `edges`.
 * A store may pass fewer than all edges as long as each asked key has its first `fanOut + 1` in each direction.
 */
export function capEdges(ordered: readonly Edge[], query: Pick<NeighbourQuery, 'keys' | 'direction' | 'caps'>): Neighbours {
  const { caps, direction } = query;
  const asked = new Set<string>(query.keys);
  const fanOut = new Map<string, number>();
  const found = new Set<string>();
  const edges: Edge[] = [];
  let truncated = false;
  for (const edge of ordered) {
    let hasRoom = false;
    for (const end of touchedEnds(edge, direction)) {
      if (!asked.has(end)) continue;
      const count = (fanOut.get(end) ?? 0) + 1;
      fanOut.set(end, count);
      if (count <= caps.fanOut) hasRoom = true;
    }
    const added = [...new Set([edge.from, edge.to])].filter((key) => !asked.has(key) && !found.has(key));
    if (!hasRoom || found.size + added.length > caps.nodes || edges.length >= caps.edges) {
      truncated = true;
      continue;
    }
    for (const key of added) found.add(key);
    edges.push(edge);
  }
  return { edges, truncated };
}

function touchedEnds(edge: Edge, direction: NeighbourQuery['direction']): readonly string[] {
  if (direction === 'out') return [edge.from];
  if (direction === 'in') return [edge.to];
  return edge.from === edge.to ? [edge.from] : [edge.from, edge.to];
}
