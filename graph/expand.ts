import { type Access, compareText, type KeyId, type Predicate } from '../kernel/index.ts';
import { compareEdges } from './cap-edges.ts';
import type { Direction, Edge, GraphCaps, GraphStore } from './graph-store.ts';
import { compareThings, eachKeyAThing, type FindThings, type Thing, Things } from './thing.ts';

export interface ExpandQuery {
  readonly seeds: readonly KeyId[];
  /** Round trips at most; 1 is the seeds' own edges. */
  readonly hops: number;
  readonly predicates?: readonly Predicate[];
  readonly direction: Direction;
  readonly find?: FindThings;
  /**
   * `fanOut` edges read a key and hop; `group` kept of one thing, predicate and direction; `nodes` and `edges` over the whole
   * subgraph.
   */
  readonly caps: GraphCaps & { readonly group: number };
}

/** An edge with the things that its ends name. */
export interface Link {
  readonly edge: Edge;
  readonly from: Thing;
  readonly to: Thing;
}

/** Edges of one thing that were not kept because it has too many of that kind. */
export interface LeftOut {
  readonly thing: Thing;
  readonly predicate: Predicate;
  readonly direction: 'out' | 'in';
  readonly count: number;
}

export interface Subgraph {
  /** Hops from the nearest seed, seeds themselves 0; ordered by (hop, id). */
  readonly nodes: readonly { readonly thing: Thing; readonly hop: number }[];
  /** Ordered as edges are. */
  readonly links: readonly Link[];
  /** Ordered by (thing, predicate, direction). */
  readonly leftOut: readonly LeftOut[];
  /** True when a cap on reading, nodes or edges left out something that `leftOut` does not count. */
  readonly truncated: boolean;
}

/**
 * Breadth-first subgraph around some keys, one round trip a hop, the same on every store. A hub does not crowd out the rest: of
 * the edges of one thing, predicate and direction those with most evidence are kept, and the others are counted.
 */
export async function expand(store: GraphStore, access: Access, query: ExpandQuery, signal: AbortSignal): Promise<Subgraph> {
  const { caps, direction, predicates } = query;
  const things = new Things(query.find ?? eachKeyAThing);
  const hopOf = new Map<string, { readonly thing: Thing; readonly hop: number }>();
  const links = new Map<string, Link>();
  const leftOut: LeftOut[] = [];
  let frontier = await things.all(query.seeds);
  for (const thing of frontier) hopOf.set(thing.id, { thing, hop: 0 });
  const seeds = hopOf.size;
  let truncated = false;
  for (let hop = 1; hop <= query.hops && frontier.length > 0; hop++) {
    signal.throwIfAborted();
    const asked = {
      keys: frontier.flatMap(({ keys }) => keys).sort(compareText),
      direction,
      caps: { fanOut: caps.fanOut, nodes: Number.MAX_SAFE_INTEGER, edges: Number.MAX_SAFE_INTEGER },
      ...(predicates === undefined ? {} : { predicates }),
    };
    const answer = await store.neighbours(access, asked, signal);
    truncated ||= answer.truncated;
    const fresh = answer.edges.filter(({ fact }) => !links.has(fact));
    const thinned = thin(fresh, frontier, things, query);
    leftOut.push(...thinned.leftOut);
    await things.learn(thinned.edges.flatMap(({ from, to }) => [from, to]));
    const reached: Thing[] = [];
    for (const edge of thinned.edges) {
      const link = { edge, from: things.of(edge.from), to: things.of(edge.to) };
      const added = [...new Set([link.from, link.to])].filter(({ id }) => !hopOf.has(id));
      if (links.size >= caps.edges || hopOf.size - seeds + added.length > caps.nodes) {
        truncated = true;
        continue;
      }
      links.set(edge.fact, link);
      for (const thing of added) {
        hopOf.set(thing.id, { thing, hop });
        reached.push(thing);
      }
    }
    frontier = reached.sort(compareThings);
  }
  return {
    nodes: [...hopOf.values()].sort((a, b) => a.hop - b.hop || compareThings(a.thing, b.thing)),
    links: [...links.values()].sort((a, b) => compareEdges(a.edge, b.edge)),
    leftOut: leftOut.sort(
      (a, b) => compareThings(a.thing, b.thing) || compareText(a.predicate, b.predicate) || compareText(a.direction, b.direction),
    ),
    truncated,
  };
}

/** Keeps an edge when it is among the best supported of its kind at one of the things it was asked for at. */
function thin(edges: readonly Edge[], frontier: readonly Thing[], things: Things, { direction, caps }: ExpandQuery) {
  const asked = new Set(frontier.map(({ id }) => id));
  const groups = new Map<string, { readonly of: Omit<LeftOut, 'count'>; total: number; kept: number }>();
  const kept: Edge[] = [];
  for (const edge of [...edges].sort((a, b) => b.n - a.n || compareEdges(a, b))) {
    const ends = [
      ...(direction === 'in' ? [] : [{ thing: things.of(edge.from), direction: 'out' as const }]),
      ...(direction === 'out' ? [] : [{ thing: things.of(edge.to), direction: 'in' as const }]),
    ].filter(({ thing }) => asked.has(thing.id));
    const own = ends.map((end) => {
      const name = `${end.thing.id} ${edge.predicate} ${end.direction}`;
      const group = groups.get(name) ?? { of: { ...end, predicate: edge.predicate }, total: 0, kept: 0 };
      groups.set(name, group);
      return group;
    });
    const hasRoom = own.some((group) => group.total < caps.group);
    for (const group of own) {
      group.total += 1;
      if (hasRoom) group.kept += 1;
    }
    if (hasRoom) kept.push(edge);
  }
  const leftOut = [...groups.values()].flatMap(({ of, total, kept }) => (total > kept ? [{ ...of, count: total - kept }] : []));
  return { edges: kept.sort(compareEdges), leftOut };
}
