import { compareText, type Digest, digestLines, type Unit } from '../../../kernel/index.ts';
import { capEdges, compareEdges } from '../../cap-edges.ts';
import { edgeLine, nodeLine } from '../../graph-lines.ts';
import type { Edge, GraphNode, GraphStore } from '../../graph-store.ts';

interface Holding {
  readonly unit: Unit;
  readonly generation: number;
  readonly edges: readonly Edge[];
  readonly nodes: readonly GraphNode[];
}

/** The port in plain maps: the double of the contract, exact and without files. */
export function openMemoryGraphStore(): GraphStore {
  const units = new Map<string, Holding>();
  let revision = 0;
  const isStale = (unit: Unit, generation: number) => (units.get(unit.id)?.generation ?? -1) > generation;

  return {
    async replace(unit, generation, batches) {
      if (isStale(unit, generation)) return;
      const edges = new Map<string, Edge>();
      const nodes = new Map<string, GraphNode>();
      for await (const batch of batches) {
        if (batch.kind === 'edges') for (const edge of batch.edges) edges.set(edge.fact, edge);
        else for (const node of batch.nodes) nodes.set(node.key, node);
      }
      if (isStale(unit, generation)) return;
      units.set(unit.id, { unit, generation, edges: [...edges.values()], nodes: [...nodes.values()] });
      revision += 1;
    },

    async drop(unit, generation) {
      if (isStale(unit, generation)) return;
      units.set(unit.id, { unit, generation, edges: [], nodes: [] });
      revision += 1;
    },

    async replaceKeys(states) {
      for (const { key, generation, node } of states) {
        const unit: Unit = { kind: 'key', id: key };
        if (isStale(unit, generation)) continue;
        units.set(key, { unit, generation, edges: [], nodes: node === undefined ? [] : [node] });
        revision += 1;
      }
    },

    async flush() {},
    async *held() {
      yield* [...units.values()]
        .map(({ unit, generation }) => ({ unit, generation }))
        .sort((left, right) => compareText(left.unit.id, right.unit.id));
    },
    async examine() {
      return [];
    },
    async revision() {
      return revision;
    },
    async digest(unit): Promise<Digest> {
      const held = units.get(unit.id);
      return digestLines(held === undefined ? [] : [...held.edges.map(edgeLine), ...held.nodes.map(nodeLine)].sort());
    },

    async neighbours(access, query, signal) {
      signal.throwIfAborted();
      const keys = new Set<string>(query.keys);
      const grants = new Set<string>(access.grants);
      const hidden = new Set<string>(access.hidden);
      const byFact = new Map<string, Edge>();
      for (const edge of [...units.values()].flatMap((unit) => unit.edges)) {
        if (!grants.has(edge.labelSet) || hidden.has(edge.versionId)) continue;
        if (query.predicates !== undefined && !query.predicates.includes(edge.predicate)) continue;
        const touches = (query.direction !== 'in' && keys.has(edge.from)) || (query.direction !== 'out' && keys.has(edge.to));
        if (!touches) continue;
        const known = byFact.get(edge.fact);
        if (known === undefined) byFact.set(edge.fact, edge);
        else byFact.set(edge.fact, { ...(known.versionId < edge.versionId ? known : edge), n: known.n + edge.n });
      }
      return capEdges([...byFact.values()].sort(compareEdges), query);
    },
  };
}
