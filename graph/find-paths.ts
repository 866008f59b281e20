import { type Access, compareText, type KeyId, type Predicate } from '../kernel/index.ts';
import { compareEdges } from './cap-edges.ts';
import type { Edge, GraphCaps, GraphStore } from './graph-store.ts';
import { compareThings, eachKeyAThing, type FindThings, type Thing, Things } from './thing.ts';

/** Branches tried at most: between two hubs the ways that run into themselves are too many to try them all. */
const BRANCHES = 50_000;

export interface PathQuery {
  /** Keys of the one end and of the other. */
  readonly from: readonly KeyId[];
  readonly to: readonly KeyId[];
  /** Steps at most, from 1. */
  readonly maxLength: number;
  readonly predicates?: readonly Predicate[];
  readonly find?: FindThings;
  /** `fanOut` a key; `nodes` and `edges` over all that is read; `paths` given. */
  readonly caps: GraphCaps & { readonly paths: number };
}

/** A fact that joins two things; `out`: it is read in the direction of the path, `in`: against it. */
export interface StepFact {
  readonly edge: Edge;
  readonly direction: 'out' | 'in';
}

export interface PathStep {
  readonly from: Thing;
  readonly to: Thing;
  /** All facts that join the two, in the order of edges; never empty. */
  readonly facts: readonly StepFact[];
}

export interface FoundPaths {
  /** Ways from the one to the other without a detour: shortest first, then by the ids of the things met. */
  readonly paths: readonly (readonly PathStep[])[];
  /** True when a cap left out something, so that there may be other or shorter paths. */
  readonly truncated: boolean;
}

/**
 * How two things are connected, facts read in either direction. A way has a detour, and is not given, when two of its things that
 * are not next to each other are joined by a fact: it says nothing that the shorter way does not. Both ends grow towards each other, a frontier a round trip, the
 * smaller one first; it ends at `maxLength`, or as soon as the paths of the lengths seen so far fill the cap. The same on every
 * store. @throws the signal's reason.
 */
export async function findPaths(store: GraphStore, access: Access, query: PathQuery, signal: AbortSignal): Promise<FoundPaths> {
  const things = new Things(query.find ?? eachKeyAThing);
  const starts = await things.all(query.from);
  const ends = await things.all(query.to);
  const known = new KnownGraph();
  const sides = [openSide(starts), openSide(ends)] as const;
  const targets = new Set(ends.map(({ id }) => id));
  let truncated = false;
  for (let length = 1; ; length++) {
    signal.throwIfAborted();
    const side = sides[1].frontier.length < sides[0].frontier.length ? sides[1] : sides[0];
    truncated = (await grow(store, access, query, { side, things, known }, signal)) || truncated;
    // With nothing left to read at an end, all that can be reached from there is known, at any length.
    const isAll = side.frontier.length === 0 || length >= query.maxLength;
    const { paths, cut } = enumerate(known, starts, targets, isAll ? query.maxLength : length, query.caps.paths);
    if (isAll || cut || paths.length === query.caps.paths) return { paths, truncated: truncated || cut || !isAll };
  }
}

interface Side {
  frontier: readonly Thing[];
  readonly seen: Set<string>;
}

function openSide(things: readonly Thing[]): Side {
  return { frontier: things, seen: new Set(things.map(({ id }) => id)) };
}

/** What has been read: for each thing its neighbours with the facts between. */
class KnownGraph {
  readonly things = new Map<string, Thing>();
  readonly #steps = new Map<string, Map<string, Map<string, StepFact>>>();
  readonly #beside = new Map<string, readonly string[]>();
  edges = 0;

  add(edge: Edge, from: Thing, to: Thing): void {
    if (from.id === to.id || this.#steps.get(from.id)?.get(to.id)?.has(edge.fact) === true) return;
    this.edges += 1;
    this.#beside.clear();
    this.#join(from, to, { edge, direction: 'out' });
    this.#join(to, from, { edge, direction: 'in' });
  }

  /** Ids of the things beside one, ascending. */
  beside(id: string): readonly string[] {
    const known = this.#beside.get(id) ?? [...(this.#steps.get(id)?.keys() ?? [])].sort(compareText);
    this.#beside.set(id, known);
    return known;
  }

  areJoined(from: string, to: string): boolean {
    return this.#steps.get(from)?.has(to) === true;
  }

  step(from: string, to: string): PathStep {
    const facts = [...(this.#steps.get(from)?.get(to)?.values() ?? [])].sort((a, b) => compareEdges(a.edge, b.edge));
    return { from: this.things.get(from) ?? none(), to: this.things.get(to) ?? none(), facts };
  }

  #join(from: Thing, to: Thing, fact: StepFact): void {
    this.things.set(from.id, from);
    const steps = this.#steps.get(from.id) ?? new Map<string, Map<string, StepFact>>();
    const facts = steps.get(to.id) ?? new Map<string, StepFact>();
    this.#steps.set(from.id, steps.set(to.id, facts.set(fact.edge.fact, fact)));
  }
}

interface Walk {
  readonly side: Side;
  readonly things: Things;
  readonly known: KnownGraph;
}

/** Reads the facts at a side's frontier; true when a cap left out something. */
async function grow(
  store: GraphStore,
  access: Access,
  { predicates, caps }: PathQuery,
  { side, things, known }: Walk,
  signal: AbortSignal,
): Promise<boolean> {
  const left = {
    fanOut: caps.fanOut,
    nodes: Math.max(0, caps.nodes - known.things.size),
    edges: Math.max(0, caps.edges - known.edges),
  };
  const asked = {
    keys: side.frontier.flatMap(({ keys }) => keys).sort(compareText),
    direction: 'both' as const,
    caps: left,
    ...(predicates === undefined ? {} : { predicates }),
  };
  const { edges, truncated } = await store.neighbours(access, asked, signal);
  await things.learn(edges.flatMap(({ from, to }) => [from, to]));
  const reached = new Map<string, Thing>();
  for (const edge of edges) {
    const [from, to] = [things.of(edge.from), things.of(edge.to)];
    known.add(edge, from, to);
    for (const thing of [from, to]) {
      if (side.seen.has(thing.id)) continue;
      side.seen.add(thing.id);
      reached.set(thing.id, thing);
    }
  }
  side.frontier = [...reached.values()].sort(compareThings);
  return truncated;
}

/** All paths within the length, shortest first; `cut` when there are more than `most` or too many branches. */
function enumerate(known: KnownGraph, starts: readonly Thing[], targets: ReadonlySet<string>, maxLength: number, most: number) {
  const distance = distancesTo(known, targets);
  const paths: PathStep[][] = [];
  let branches = 0;
  let cut = false;
  const walk = (way: readonly string[], length: number): void => {
    const last = way.at(-1) ?? '';
    if (way.length - 1 === length) {
      if (!targets.has(last)) return;
      if (paths.length === most) cut = true;
      else paths.push(way.slice(1).map((id, at) => known.step(way[at] ?? '', id)));
      return;
    }
    if (way.length > 1 && targets.has(last)) return;
    for (const next of known.beside(last)) {
      branches += 1;
      cut ||= branches > BRANCHES;
      if (cut) return;
      if (way.length + (distance.get(next) ?? Number.POSITIVE_INFINITY) > length) continue;
      if (!way.slice(0, -1).some((met) => met === next || known.areJoined(met, next))) walk([...way, next], length);
    }
  };
  const sources = starts.filter(({ id }) => !targets.has(id));
  for (let length = 1; length <= maxLength && !cut; length++) for (const { id } of sources) walk([id], length);
  return { paths, cut };
}

function distancesTo(known: KnownGraph, targets: ReadonlySet<string>): ReadonlyMap<string, number> {
  const distance = new Map([...targets].map((id) => [id, 0]));
  let frontier = [...targets];
  for (let steps = 1; frontier.length > 0; steps++) {
    const reached: string[] = [];
    for (const id of frontier) {
      for (const next of known.beside(id)) {
        if (distance.has(next)) continue;
        distance.set(next, steps);
        reached.push(next);
      }
    }
    frontier = reached;
  }
  return distance;
}

function none(): never {
  throw new Error('a path names a thing that was not read');
}
