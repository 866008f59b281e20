import { valveFunction } from '../../ontology/index.ts';
import type { DrawnEdge, DrawnEnd, DrawnNetwork } from './drawn-network.ts';

/** Things of a one-line diagram that stand in a feeder: what feeds them feeds what is behind them. A motor stands before its machine. */
const IN_FEEDER: ReadonlySet<string> = new Set(['breaker', 'switch', 'fuse', 'contactor', 'overload', 'starter', 'drive', 'motor']);
/** Of them those that part what is behind from its supply. */
const PARTING: ReadonlySet<string> = new Set(['breaker', 'switch']);

/**
 * What stands upstream or downstream of a thing, up to and with the first equipment on each pipe, or the first bus or source on each
 * conductor: nearest first. With it the pipes and conductors of which no direction is shown, at the thing itself and at what is passed.
 */
export function walkFlow({ edges, roles }: DrawnNetwork, start: string, way: 'upstream' | 'downstream'): readonly DrawnEdge[] {
  const told = new Set<DrawnEdge>();
  const reached = new Set([start]);
  for (let frontier = [start]; frontier.length > 0; ) {
    const next: string[] = [];
    for (const at of frontier)
      for (const edge of edges) {
        const [near, far] = way === 'upstream' ? [edge.to, edge.from] : [edge.from, edge.to];
        if (edge.kind === 'joins' && (edge.from.folded === at || edge.to.folded === at)) told.add(edge);
        if ((edge.kind !== 'feeds' && edge.kind !== 'drives') || near.folded !== at) continue;
        told.add(edge);
        if (reached.has(far.folded)) continue;
        reached.add(far.folded);
        const role = roles.get(far.folded);
        if (role === undefined ? valveFunction(far.name) !== undefined : IN_FEEDER.has(role)) next.push(far.folded);
      }
    frontier = next;
  }
  return [...told];
}

/** What surrounds a thing up to the nearest shut-off valve on each pipe, or the nearest breaker on each conductor. */
export interface Surroundings {
  /** Folded names of the valves, in the order in which they are met. */
  readonly valves: readonly string[];
  /** Folded names of other equipment that no such valve parts from it. */
  readonly unparted: readonly string[];
  /** Folded names of what has a pipe that goes on at a sheet that was not found, before any such valve. */
  readonly leaving: readonly string[];
}

export function surroundings({ edges, things, open, roles }: DrawnNetwork, start: string): Surroundings {
  const parts = ({ folded, name }: DrawnEnd): boolean => {
    const role = roles.get(folded);
    return role === undefined ? valveFunction(name) === 'shut-off' : PARTING.has(role);
  };
  const valves = new Set<string>();
  const reached = new Set([start]);
  for (let frontier = [start]; frontier.length > 0; ) {
    const next: string[] = [];
    for (const at of frontier)
      for (const { kind, from, to } of edges) {
        if (kind !== 'feeds' && kind !== 'joins' && kind !== 'drives') continue;
        const far = from.folded === at ? to : to.folded === at ? from : undefined;
        if (far === undefined || reached.has(far.folded)) continue;
        if (parts(far)) valves.add(far.folded);
        else {
          reached.add(far.folded);
          next.push(far.folded);
        }
      }
    frontier = next;
  }
  const ends = new Set(open.map(({ folded }) => folded));
  const isEquipment = (folded: string): boolean => {
    const role = roles.get(folded);
    return role === undefined ? valveFunction(things.get(folded)?.name ?? '') === undefined : role !== 'machine';
  };
  const unparted = [...reached].filter((one) => one !== start && isEquipment(one));
  return { valves: [...valves], unparted, leaving: [...reached].filter((one) => ends.has(one)) };
}
