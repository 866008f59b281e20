import type { ElectricalRole } from '../../ontology/index.ts';
import { type Branch, isBus } from './branches.ts';
import { busBar, sideOf } from './bus-bar.ts';
import type { ConductorNet, Conductors } from './conductors.ts';

/** Which way the supply comes through a branch: from the bus, into it, or from one bus to others; undefined where nothing shows it. */
export type SupplySide = { readonly from: ConductorNet } | { readonly into: ConductorNet } | undefined;

const SOURCES: readonly (ElectricalRole | undefined)[] = ['generator', 'transformer', 'board'];
const TAKERS: readonly (ElectricalRole | undefined)[] = ['motor', 'machine', 'drive', 'starter', 'contactor', 'overload'];
/** Heights of the usual tag by which a thing may be off the line of a bus and still lie in it. */
const IN_LINE = 2;
const REACH = 0.3;

/**
 * The side that each branch is supplied from. A branch comes in where it ends at a source, or at words that say so, and lies on the other
 * side of its bus than the motors do; what ends at a motor goes out. A branch between two buses is supplied from the one that has a
 * supply where the other has none, and from neither where both have one: it is a tie.
 */
export function supplySides(branches: readonly Branch[], conductors: Conductors): ReadonlyMap<Branch, SupplySide> {
  const { nets, boxes, roles, incoming, height } = conductors;
  const sides = new Map<Branch, SupplySide>();
  const bars = new Map(nets.filter((net) => isBus(net, conductors)).map((net) => [net, busBar(net.pieces, REACH * height)] as const));
  const sideAt = ({ leaving }: Branch): -1 | 0 | 1 => {
    const [one] = leaving;
    const [bar, box] = [one === undefined ? undefined : bars.get(one.bus), boxes[one?.item ?? -1]];
    return bar === undefined || box === undefined ? 0 : sideOf(bar, box, IN_LINE * height);
  };
  const has = ({ items }: Branch, wanted: readonly (ElectricalRole | undefined)[]): boolean =>
    items.some((item) => roles.has(item) && wanted.includes(roles.get(item)));
  const single = branches.filter(({ leaving }) => leaving.length === 1);
  const supplied = new Set<ConductorNet>();
  for (const bus of bars.keys()) {
    const own = single.filter(({ leaving }) => leaving[0]?.bus === bus);
    const loads = usualSide(own.filter((branch) => has(branch, TAKERS)).map(sideAt)) ?? usualSide(own.map(sideAt)) ?? 0;
    for (const branch of own) {
      const isSource = has(branch, SOURCES) || branch.nets.some((net) => incoming.has(net));
      if (!isSource || has(branch, TAKERS) || loads === 0 || sideAt(branch) !== -loads) continue;
      sides.set(branch, { into: bus });
      supplied.add(bus);
    }
  }
  spreadOverTies(branches, supplied, sides);
  for (const branch of single) {
    const bus = branch.leaving[0]?.bus;
    if (bus !== undefined && !sides.has(branch) && (supplied.has(bus) || has(branch, TAKERS))) sides.set(branch, { from: bus });
  }
  return sides;
}

/** Buses that live by another one: those that exactly one branch joins with a bus that has a supply. */
function spreadOverTies(branches: readonly Branch[], supplied: Set<ConductorNet>, sides: Map<Branch, SupplySide>): void {
  const ties = branches.filter(({ leaving }) => new Set(leaving.map(({ bus }) => bus)).size === 2);
  for (let fresh = [...supplied]; fresh.length > 0; ) {
    const reaching = new Map<ConductorNet, { readonly tie: Branch; readonly from: ConductorNet }[]>();
    for (const tie of ties) {
      const buses = [...new Set(tie.leaving.map(({ bus }) => bus))];
      const from = buses.find((bus) => fresh.includes(bus));
      const to = buses.find((bus) => !supplied.has(bus));
      if (from !== undefined && to !== undefined) reaching.set(to, [...(reaching.get(to) ?? []), { tie, from }]);
    }
    fresh = [];
    for (const [bus, [only, ...others]] of reaching) {
      if (only === undefined || others.length > 0) continue;
      sides.set(only.tie, { from: only.from });
      fresh.push(bus);
    }
    for (const bus of fresh) supplied.add(bus);
  }
}

/** The side that most lie on, which none of them has alone where two are alike. */
function usualSide(sides: readonly (-1 | 0 | 1)[]): -1 | 1 | undefined {
  const sum = sides.reduce((total: number, side) => total + side, 0);
  return sum === 0 ? undefined : sum < 0 ? -1 : 1;
}
