import type { Access, KeyId, Predicate } from '../kernel/index.ts';
import { compareEdges } from './cap-edges.ts';
import type { Direction, Edge, GraphCaps, GraphStore } from './graph-store.ts';

export interface ExpandQuery {
  readonly seeds: readonly KeyId[];
  /** Round trips at most; 1 is the seeds' own edges. */
  readonly hops: number;
  readonly predicates?: readonly Predicate[];
  readonly direction: Direction;
  /** `fanOut` a key and hop; `nodes` and `edges` over the whole subgraph. */
  readonly caps: GraphCaps;
}

export interface Subgraph {
  /** Hops from the nearest seed, seeds themselves 0; ordered by (hop, key). */
  readonly nodes: readonly { readonly key: KeyId; readonly hop: number }[];
  readonly edges: readonly Edge[];
  readonly truncated: boolean;
}

/** Breadth-first subgraph around some keys, one round trip a hop, the same on every store. */
export async function expand(store: GraphStore, access: Access, query: ExpandQuery, signal: AbortSignal): Promise<Subgraph> {
  const hopOf = new Map<KeyId, number>();
  const edges = new Map<string, Edge>();
  let frontier = [...new Set(query.seeds)].sort();
  for (const seed of frontier) hopOf.set(seed, 0);
  const seeds = hopOf.size;
  let truncated = false;
  for (let hop = 1; hop <= query.hops && frontier.length > 0; hop++) {
    signal.throwIfAborted();
    const caps = { ...query.caps, nodes: Number.MAX_SAFE_INTEGER, edges: Number.MAX_SAFE_INTEGER };
    const step = { keys: frontier, direction: query.direction, caps };
    const answer = await store.neighbours(
      access,
      query.predicates === undefined ? step : { ...step, predicates: query.predicates },
      signal,
    );
    truncated ||= answer.truncated;
    const reached: KeyId[] = [];
    for (const edge of answer.edges) {
      if (edges.has(edge.fact)) continue;
      const added = [...new Set([edge.from, edge.to])].filter((key) => !hopOf.has(key));
      if (edges.size >= query.caps.edges || hopOf.size - seeds + added.length > query.caps.nodes) {
        truncated = true;
        continue;
      }
      edges.set(edge.fact, edge);
      for (const key of added) {
        hopOf.set(key, hop);
        reached.push(key);
      }
    }
    frontier = reached.sort();
  }
  const nodes = [...hopOf].map(([key, hop]) => ({ key, hop })).sort((a, b) => a.hop - b.hop || (a.key < b.key ? -1 : 1));
  return { nodes, edges: [...edges.values()].sort(compareEdges), truncated };
}
