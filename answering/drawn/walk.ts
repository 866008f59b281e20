import { valveFunction } from '../../ontology/index.ts';
import type { DrawnEdge, DrawnNetwork } from './drawn-network.ts';

/**
 * What stands upstream or downstream of a thing, up to and with the first equipment on each pipe: nearest first. With it the pipes of
 * which no direction is shown, at the thing itself and at the valves on the way.
 */
export function walkFlow({ edges }: DrawnNetwork, start: string, way: 'upstream' | 'downstream'): readonly DrawnEdge[] {
  const told = new Set<DrawnEdge>();
  const reached = new Set([start]);
  for (let frontier = [start]; frontier.length > 0; ) {
    const next: string[] = [];
    for (const at of frontier)
      for (const edge of edges) {
        const [near, far] = way === 'upstream' ? [edge.to, edge.from] : [edge.from, edge.to];
        if (edge.kind === 'joins' && (edge.from.folded === at || edge.to.folded === at)) told.add(edge);
        if (edge.kind !== 'feeds' || near.folded !== at) continue;
        told.add(edge);
        if (reached.has(far.folded)) continue;
        reached.add(far.folded);
        if (valveFunction(far.name) !== undefined) next.push(far.folded);
      }
    frontier = next;
  }
  return [...told];
}

/** What surrounds a thing up to the nearest shut-off valve on each pipe. */
export interface Surroundings {
  /** Folded names of the valves, in the order in which they are met. */
  readonly valves: readonly string[];
  /** Folded names of other equipment that no such valve parts from it. */
  readonly unparted: readonly string[];
  /** Folded names of what has a pipe that goes on at a sheet that was not found, before any such valve. */
  readonly leaving: readonly string[];
}

export function surroundings({ edges, things, open }: DrawnNetwork, start: string): Surroundings {
  const valves = new Set<string>();
  const reached = new Set([start]);
  for (let frontier = [start]; frontier.length > 0; ) {
    const next: string[] = [];
    for (const at of frontier)
      for (const { kind, from, to } of edges) {
        if (kind !== 'feeds' && kind !== 'joins') continue;
        const far = from.folded === at ? to : to.folded === at ? from : undefined;
        if (far === undefined || reached.has(far.folded)) continue;
        if (valveFunction(far.name) === 'shut-off') valves.add(far.folded);
        else {
          reached.add(far.folded);
          next.push(far.folded);
        }
      }
    frontier = next;
  }
  const ends = new Set(open.map(({ folded }) => folded));
  const unparted = [...reached].filter((one) => one !== start && valveFunction(things.get(one)?.name ?? '') === undefined);
  return { valves: [...valves], unparted, leaving: [...reached].filter((one) => ends.has(one)) };
}
