import { compareText, type DrawnRelation, foldIdentifier, type StoredPassage, sheetOf } from '../../kernel/index.ts';

/** One end of what is drawn: a name as it is printed, with the label that prints it; a loop is printed nowhere of its own. */
export interface DrawnEnd {
  readonly name: string;
  readonly folded: string;
  readonly label?: StoredPassage;
}

/** What is drawn between two things, with the label of each. Of `joins` the order of the ends says nothing. */
export interface DrawnEdge {
  readonly kind: 'feeds' | 'joins' | 'measures' | 'controls' | 'in-loop' | 'drives';
  readonly from: DrawnEnd;
  readonly to: DrawnEnd;
  readonly line?: string;
  readonly isOverSheets: boolean;
  /** Both ends state it; else it is inferred. */
  readonly isStated: boolean;
  /** On a one-line diagram. */
  readonly isElectrical: boolean;
}

/** What drawings show: pipes and signals, or the conductors of one-line diagrams. */
export type DrawnMedium = 'pipes' | 'power';

/** Pipes, signals and conductors of the drawings that some labels stand on, in a fixed order. */
export interface DrawnNetwork {
  readonly edges: readonly DrawnEdge[];
  /** By folded name. */
  readonly things: ReadonlyMap<string, DrawnEnd>;
  /** Things whose pipe goes on at a sheet that was not found. */
  readonly open: readonly DrawnEnd[];
  /** What things of one-line diagrams are, by folded name. */
  readonly roles: ReadonlyMap<string, string>;
}

interface Side {
  readonly end: DrawnEnd;
  readonly relation: DrawnRelation;
}

const MIRRORED: Readonly<Partial<Record<DrawnRelation['kind'], DrawnRelation['kind']>>> = {
  feeds: 'fed-by',
  joins: 'joins',
  measures: 'measured-by',
  controls: 'controlled-by',
  drives: 'driven-by',
};

/**
 * Puts together what the labels of both ends say: what only one of them says is not told, but for loops, which have no label. Given a
 * medium, of that one alone.
 */
export function drawnNetwork(labels: readonly StoredPassage[], medium?: DrawnMedium): DrawnNetwork {
  const isOfMedium = ({ isElectrical }: DrawnRelation): boolean => medium === undefined || (isElectrical === true) === (medium === 'power');
  const sides = labels.flatMap((label) =>
    (label.passage.structure.drawn ?? []).filter(isOfMedium).map((relation): Side => {
      const end: DrawnEnd = { name: relation.own, folded: foldIdentifier(relation.own), label };
      return { end, relation };
    }),
  );
  const mirror = new Map<string, Side>();
  for (const side of sides) {
    const name = sideName(side.relation.kind, side.end.folded, foldIdentifier(side.relation.other));
    if (!mirror.has(name)) mirror.set(name, side);
  }
  const edges = new Map<string, DrawnEdge>();
  const add = (edge: DrawnEdge): void => {
    const name = sideName(edge.kind, edge.from.folded, edge.to.folded);
    const back = sideName(edge.kind, edge.to.folded, edge.from.folded);
    if (edge.from.folded !== edge.to.folded && !edges.has(name) && !(edge.kind === 'joins' && edges.has(back))) edges.set(name, edge);
  };
  for (const { end, relation } of sides) {
    const { kind, other, otherIs, line } = relation;
    const opposite = MIRRORED[kind];
    if (kind === 'in-loop')
      add({
        kind,
        from: end,
        to: { name: other, folded: foldIdentifier(other) },
        isOverSheets: false,
        isStated: relation.isStated === true,
        isElectrical: false,
      });
    if (
      opposite === undefined ||
      otherIs === 'connector' ||
      !(kind === 'feeds' || kind === 'joins' || kind === 'measures' || kind === 'controls' || kind === 'drives')
    )
      continue;
    const back = mirror.get(sideName(opposite, foldIdentifier(other), end.folded));
    if (back === undefined) continue;
    const isStated = relation.isStated === true && back.relation.isStated === true;
    const isElectrical = relation.isElectrical === true && back.relation.isElectrical === true;
    add({ kind, from: end, to: back.end, isOverSheets: false, isStated, isElectrical, ...(line === undefined ? {} : { line }) });
  }
  const over = joinConnectors(sides.filter(({ relation }) => relation.otherIs === 'connector'));
  over.edges.forEach(add);
  const all = [...edges.values()];
  const fed = new Set(all.flatMap(({ kind, from, to }) => (kind === 'feeds' ? [pairName(from, to)] : [])));
  const told = all.filter(({ kind, from, to }) => kind !== 'joins' || !fed.has(pairName(from, to))).sort(byName);
  const things = new Map(sides.map(({ end }) => [end.folded, end] as const).reverse());
  const roles = new Map(
    sides.flatMap(({ end, relation }) => (relation.kind === 'drawn-as' ? [[end.folded, relation.other] as const] : [])),
  );
  return { edges: told, things, open: over.open, roles };
}

/** Pipes that leave one sheet and go on at another one: one letter, one number of a line. */
function joinConnectors(sides: readonly Side[]): { readonly edges: readonly DrawnEdge[]; readonly open: readonly DrawnEnd[] } {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    const { other, line } = side.relation;
    const name = line === undefined ? undefined : `${foldIdentifier(line)} ${other}`;
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), side]);
  }
  const edges: DrawnEdge[] = [];
  const joined = new Set<Side>();
  for (const group of groups.values())
    for (const one of group)
      for (const other of group) {
        if (placeOf(one) === placeOf(other) || one.relation.kind === 'fed-by' || other.relation.kind === 'feeds') continue;
        const kind = one.relation.kind === 'feeds' || other.relation.kind === 'fed-by' ? 'feeds' : 'joins';
        const { line } = one.relation;
        const isStated = one.relation.isStated === true && other.relation.isStated === true;
        edges.push({
          kind,
          from: one.end,
          to: other.end,
          isOverSheets: true,
          isStated,
          isElectrical: false,
          ...(line === undefined ? {} : { line }),
        });
        joined.add(one).add(other);
      }
  return { edges, open: sides.filter((side) => !joined.has(side)).map(({ end }) => end) };
}

function placeOf({ end: { label } }: Side): string {
  return label === undefined ? '' : `${label.passage.versionId} ${sheetOf(label.passage)}`;
}

function sideName(kind: string, from: string, to: string): string {
  return `${kind} ${from} ${to}`;
}

function pairName(from: DrawnEnd, to: DrawnEnd): string {
  return [from.folded, to.folded].sort(compareText).join(' ');
}

function byName(a: DrawnEdge, b: DrawnEdge): number {
  return compareText(sideName(a.kind, a.from.folded, a.to.folded), sideName(b.kind, b.from.folded, b.to.folded));
}
