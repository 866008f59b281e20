import type { Neighbourhood } from '../contract.ts';

/** More are no picture any more. */
const MOST_NODES = 300;

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly isCentre: boolean;
  /** Facts between it and the thing itself. */
  readonly depth: number;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
}

export interface DrawnGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Things of the kinds that are shown that are not drawn, since they would be too many. */
  readonly cut: number;
}

/** Things and the facts between them, of the kinds that are shown; the thing itself always, the nearest first where there are too many. */
export function graphElements(
  { of, entities, facts }: Pick<Neighbourhood, 'of' | 'entities' | 'facts'>,
  hidden: ReadonlySet<string>,
  nameOf: (entity: Neighbourhood['of'][number]) => string,
): DrawnGraph {
  const centre = new Set(of.map(({ id }) => id));
  const near = [...entities].sort((a, b) => a.depth - b.depth).filter(({ id, type }) => !centre.has(id) && !hidden.has(type));
  const all = [...of.map((entity) => ({ ...entity, depth: 0 })), ...near];
  const nodes = all.slice(0, MOST_NODES).map((entity) => ({
    id: entity.id,
    name: nameOf(entity),
    kind: entity.type,
    isCentre: centre.has(entity.id),
    depth: entity.depth,
  }));
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = facts.flatMap(({ id, subject, predicate, object }) =>
    object.kind === 'entity' && shown.has(subject.id) && shown.has(object.entity.id)
      ? [{ id, source: subject.id, target: object.entity.id, predicate }]
      : [],
  );
  return { nodes, edges, cut: all.length - nodes.length };
}
