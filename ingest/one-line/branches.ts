import type { ConductorNet, Conductors } from './conductors.ts';

/** Where a branch leaves a bus. */
export interface Leaving {
  readonly bus: ConductorNet;
  readonly item: number;
}

/** Things and conductors that hang together without a bus between: a feeder, a supply, a tie; all of a diagram without a bus. */
export interface Branch {
  readonly items: readonly number[];
  readonly nets: readonly ConductorNet[];
  readonly leaving: readonly Leaving[];
}

/** A net that parts: it is named, or three things at least are joined by it. */
export function isBus(net: ConductorNet, { named }: Pick<Conductors, 'named'>): boolean {
  return named.has(net) || new Set(net.terminals.map(({ item }) => item)).size > 2;
}

/** The branches of a diagram: its things and plain conductors, parted at its buses. */
export function branchesOf(conductors: Conductors): readonly Branch[] {
  const plain = conductors.nets.filter((net) => !isBus(net, conductors));
  const buses = conductors.nets.filter((net) => isBus(net, conductors));
  const atItem = new Map<number, ConductorNet[]>();
  for (const net of plain) for (const { item } of net.terminals) atItem.set(item, [...(atItem.get(item) ?? []), net]);
  const items = [...new Set(conductors.nets.flatMap(({ terminals }) => terminals.map(({ item }) => item)))].sort((a, b) => a - b);
  const seen = new Set<number>();
  return items.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const own = [start];
    const nets = new Set<ConductorNet>();
    for (const item of own)
      for (const net of atItem.get(item) ?? []) {
        nets.add(net);
        for (const { item: next } of net.terminals) {
          if (seen.has(next)) continue;
          seen.add(next);
          own.push(next);
        }
      }
    const leaving = buses.flatMap((bus) =>
      [...new Set(bus.terminals.map(({ item }) => item))].filter((item) => own.includes(item)).map((item) => ({ bus, item })),
    );
    return [{ items: own, nets: [...nets], leaving }];
  });
}

/** How many conductors lie between each item of a branch and those that it begins at. */
export function distancesFrom(starts: readonly number[], { nets }: Branch): ReadonlyMap<number, number> {
  const distances = new Map(starts.map((item) => [item, 0]));
  for (const [item, distance] of distances)
    for (const { terminals } of nets) {
      if (!terminals.some((terminal) => terminal.item === item)) continue;
      for (const { item: next } of terminals) if (!distances.has(next)) distances.set(next, distance + 1);
    }
  return distances;
}
