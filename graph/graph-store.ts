import type { Access, EntityId, FactId, KeyId, LabelSetId, NodeKind, Predicate, Projection, VersionId } from '../kernel/index.ts';

/** A fact between two keys as one version supports it; `n` ≥ 1 counts the version's pieces of evidence. */
export interface Edge {
  readonly fact: FactId;
  readonly from: KeyId;
  readonly to: KeyId;
  readonly predicate: Predicate;
  readonly versionId: VersionId;
  readonly labelSet: LabelSetId;
  readonly n: number;
}

/**
 * A key as the store's own tools show it. It is taken over all documents, so the port never hands it to a reader: names and
 * entities for a reader come from the ledger, which counts only what that reader may read.
 */
export interface GraphNode {
  readonly key: KeyId;
  readonly entity: EntityId;
  readonly type: NodeKind;
  readonly names: readonly string[];
}

/** Edges belong to the unit of their version, a node to the unit of its key. */
export type GraphBatch =
  | { readonly kind: 'edges'; readonly edges: readonly Edge[] }
  | { readonly kind: 'nodes'; readonly nodes: readonly GraphNode[] };

/** `out`: edges that start at an asked key; `in`: edges that end at one. */
export type Direction = 'out' | 'in' | 'both';

/** Counts, never times, so that every adapter answers alike. `fanOut` edges an asked key, `nodes` new keys, `edges` in all. */
export interface GraphCaps {
  readonly fanOut: number;
  readonly nodes: number;
  readonly edges: number;
}

export interface NeighbourQuery {
  readonly keys: readonly KeyId[];
  /** Absent: all. */
  readonly predicates?: readonly Predicate[];
  readonly direction: Direction;
  readonly caps: GraphCaps;
}

export interface Neighbours {
  readonly edges: readonly Edge[];
  /** True when a cap left something out. */
  readonly truncated: boolean;
}

/** What a key has become: its node, or nothing when it is gone. */
export interface KeyState {
  readonly key: KeyId;
  readonly generation: number;
  readonly node?: GraphNode;
}

export interface GraphStore extends Projection<GraphBatch> {
  /** Replaces or drops many keys at once, each as `replace` and `drop` do: a log has a key in every row. */
  replaceKeys(states: readonly KeyState[]): Promise<void>;
  /**
   * Edges at the asked keys that the reader may read: one a fact, `n` summed over the versions the reader may read and
   * `versionId` the smallest of these, ordered by (from, predicate, to, fact), then capped (see `capEdges`).
   */
  neighbours(access: Access, query: NeighbourQuery, signal: AbortSignal): Promise<Neighbours>;
}
