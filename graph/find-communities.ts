import { compareText } from '../kernel/index.ts';

/** A fact that joins two things, by their ids. */
interface Link {
  readonly from: string;
  readonly to: string;
}

/** Nodes by number with the weight of the links between them, and the community that each is in. */
interface Level {
  readonly beside: readonly ReadonlyMap<number, number>[];
  /** Ends of links at each node, those within it counted twice. */
  readonly degree: readonly number[];
}

/**
 * Groups of things that are joined more among themselves than chance would join them: modularity raised by moving things and then
 * whole groups (Blondel, Guillaume, Lambiotte and Lefebvre 2008), groups that fell apart split (Traag, Waltman and van Eck 2019
 * show that this is needed), all of it repeated until no move of one thing helps. Each group hangs together. Several facts between
 * two things weigh more; a fact of a thing with itself says nothing. Gains are whole numbers and ties go to the group of the
 * smallest id, so the order of what is given does not matter.
 * @returns every node once; the largest group first, ids ascending within each.
 */
export function findCommunities(nodes: Iterable<string>, links: readonly Link[]): readonly (readonly string[])[] {
  const ids = [...new Set([...nodes, ...links.flatMap(({ from, to }) => [from, to])])].sort(compareText);
  const level = levelOf(ids, links);
  let groups = ids.map((_, node) => node);
  for (let isStable = false; !isStable; ) {
    const before = groups;
    groups = split(level, raise(level, groups));
    isStable = groups.every((group, node) => group === before[node]);
  }
  const members = new Map<number, string[]>();
  ids.forEach((id, node) => {
    const group = groups[node] ?? node;
    members.set(group, [...(members.get(group) ?? []), id]);
  });
  return [...members.values()].sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''));
}

function levelOf(ids: readonly string[], links: readonly Link[]): Level {
  const numberOf = new Map(ids.map((id, node) => [id, node]));
  const beside = ids.map(() => new Map<number, number>());
  for (const { from, to } of links) {
    const [a, b] = [numberOf.get(from) ?? 0, numberOf.get(to) ?? 0];
    if (a === b) continue;
    add(beside[a], b, 1);
    add(beside[b], a, 1);
  }
  return { beside, degree: beside.map((others) => sum(others.values())) };
}

/** Moves nodes, then the groups they form as nodes of a coarser level, as long as that raises modularity. */
function raise(level: Level, start: readonly number[]): number[] {
  const groups = numbered(moveNodes(level, start));
  const coarse = coarsen(level, groups);
  if (coarse.degree.length === level.degree.length) return groups;
  const above = raise(
    coarse,
    coarse.degree.map((_, node) => node),
  );
  return numbered(groups.map((group) => above[group] ?? group));
}

function moveNodes({ beside, degree }: Level, start: readonly number[]): number[] {
  const groups = [...start];
  const ends = sum(degree);
  const total = new Map<number, number>();
  groups.forEach((group, node) => {
    add(total, group, degree[node] ?? 0);
  });
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    groups.forEach((own, node) => {
      const weight = degree[node] ?? 0;
      const joined = new Map<number, number>([[own, 0]]);
      for (const [other, count] of beside[node] ?? []) if (other !== node) add(joined, groups[other] ?? other, count);
      add(total, own, -weight);
      // A node that leaves its group may also stand alone again, under a number that no group has.
      const gain = (group: number) => ends * (joined.get(group) ?? 0) - weight * (total.get(group) ?? 0);
      let best = own;
      for (const group of [...joined.keys()].sort((a, b) => a - b)) if (gain(group) > gain(best)) best = group;
      if (gain(best) < 0) best = freeNumber(total);
      add(total, best, weight);
      groups[node] = best;
      isMoving ||= best !== own;
    });
  }
  return groups;
}

function freeNumber(total: ReadonlyMap<number, number>): number {
  return Math.max(-1, ...total.keys()) + 1;
}

/** Groups as nodes. The links within a group count for its degree, and join it to nothing. */
function coarsen({ beside, degree }: Level, groups: readonly number[]): Level {
  const count = Math.max(-1, ...groups) + 1;
  const above = Array.from({ length: count }, () => new Map<number, number>());
  const degrees = Array.from({ length: count }, () => 0);
  groups.forEach((group, node) => {
    degrees[group] = (degrees[group] ?? 0) + (degree[node] ?? 0);
    for (const [other, weight] of beside[node] ?? []) {
      const to = groups[other] ?? other;
      if (to !== group) add(above[group], to, weight);
    }
  });
  return { beside: above, degree: degrees };
}

/** Parts of a group that no link of the group joins become groups of their own. */
function split({ beside }: Level, groups: readonly number[]): number[] {
  const parts: number[] = groups.map(() => -1);
  let next = 0;
  groups.forEach((group, node) => {
    if (parts[node] !== -1) return;
    const open = [node];
    parts[node] = next;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const other of beside[one]?.keys() ?? []) {
        if (groups[other] !== group || parts[other] !== -1) continue;
        parts[other] = next;
        open.push(other);
      }
    }
    next += 1;
  });
  return parts;
}

/** The same groups numbered in the order in which they are met. */
function numbered(groups: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const known = numbers.get(group) ?? numbers.size;
    numbers.set(group, known);
    return known;
  });
}

function add(counts: Map<number, number> | undefined, at: number, by: number): void {
  counts?.set(at, (counts.get(at) ?? 0) + by);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
