import { type Branch, branchesOf, distancesFrom, isBus } from './branches.ts';
import type { ConductorEnd, ConductorLink, ConductorNet, Conductors } from './conductors.ts';
import { type SupplySide, supplySides } from './supply-sides.ts';

/**
 * What the conductors of a one-line diagram show between its named things and buses, from the supply to the load where that is shown.
 * A bus without a name is no end: what comes in feeds what goes out, and nothing else is told over it. A spare feeder ends at its breaker.
 */
export function followConductors(conductors: Conductors): readonly ConductorLink[] {
  const branches = branchesOf(conductors);
  const sides = supplySides(branches, conductors);
  const buses = conductors.nets.filter((net) => isBus(net, conductors));
  return [
    ...branches.flatMap((branch) => alongBranch(branch, sides.get(branch), conductors)),
    ...buses.flatMap((bus) => (conductors.named.has(bus) ? atBus(bus, branches, sides) : overBus(bus, branches, sides))),
  ].filter(({ from, to }) => [from, to].every((end) => 'bus' in end || conductors.roles.has(end.item)));
}

/** Things next to each other along a branch. */
function alongBranch(branch: Branch, side: SupplySide, conductors: Conductors): readonly ConductorLink[] {
  const starts = side === undefined ? onlySource(branch, conductors) : startsOf(branch, side);
  const distances = distancesFrom(starts.length > 0 ? starts : branch.items.slice(0, 1), branch);
  const isDirected = starts.length > 0;
  const isInward = side !== undefined && 'into' in side;
  return branch.nets.flatMap((net) => {
    const items = [...new Set(net.terminals.map(({ item }) => item))].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
    const [near, ...far] = items;
    return near === undefined
      ? []
      : far.map((item): ConductorLink => {
          const [from, to] = isInward ? [item, near] : [near, item];
          return { from: { item: from }, to: { item: to }, isDirected, net };
        });
  });
}

function startsOf({ leaving }: Branch, side: NonNullable<SupplySide>): readonly number[] {
  const bus = 'from' in side ? side.from : side.into;
  return leaving.filter((one) => one.bus === bus).map(({ item }) => item);
}

/** Where a diagram has no bus, its one source, if a motor is at another end. */
function onlySource({ items, leaving }: Branch, { roles }: Conductors): readonly number[] {
  if (leaving.length > 0 || !items.some((item) => roles.get(item) === 'motor')) return [];
  const sources = items.filter((item) => ['generator', 'transformer', 'board'].includes(roles.get(item) ?? ''));
  return sources.length === 1 ? sources : [];
}

interface AtBus {
  readonly item: number;
  /** As seen from the bus. */
  readonly way: 'in' | 'out' | undefined;
}

function waysAt(bus: ConductorNet, branches: readonly Branch[], sides: ReadonlyMap<Branch, SupplySide>): readonly AtBus[] {
  return branches.flatMap((branch) => {
    const side = sides.get(branch);
    return branch.leaving
      .filter((one) => one.bus === bus)
      .map(({ item }): AtBus => {
        if (side === undefined) return { item, way: undefined };
        if ('into' in side) return { item, way: 'in' };
        return { item, way: side.from === bus ? 'out' : 'in' };
      });
  });
}

function atBus(bus: ConductorNet, branches: readonly Branch[], sides: ReadonlyMap<Branch, SupplySide>): readonly ConductorLink[] {
  const end: ConductorEnd = { bus };
  return waysAt(bus, branches, sides).map(({ item, way }): ConductorLink => {
    const [from, to] = way === 'in' ? [{ item }, end] : [end, { item }];
    return { from, to, isDirected: way !== undefined, net: bus };
  });
}

function overBus(bus: ConductorNet, branches: readonly Branch[], sides: ReadonlyMap<Branch, SupplySide>): readonly ConductorLink[] {
  const ways = waysAt(bus, branches, sides);
  return ways
    .filter(({ way }) => way === 'in')
    .flatMap(({ item: from }) =>
      ways.filter(({ way }) => way === 'out').map(({ item }): ConductorLink => ({ from: { item: from }, to: { item }, isDirected: true })),
    );
}
