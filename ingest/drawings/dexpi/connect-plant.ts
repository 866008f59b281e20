import type { StatedLink, StatedName, StatedPlant, StatedState } from '../model/stated-plant.ts';
import type { Plant, Thing } from './plant.ts';

export interface ConnectedPlant {
  readonly stated: StatedPlant;
  /** There are more connections than are told. */
  readonly isCut: boolean;
}

/** Steps along pipes beyond which connections are told no more. */
const MOST_STEPS = 1_000_000;
const MOST_LINKS = 20_000;

interface Way {
  readonly to: string;
  readonly line?: string;
  readonly isDirected: boolean;
}

/**
 * How the named things of a plant are connected. From a thing the way goes on over components without a name, as far as the next
 * named thing; equipment without a name ends it, since what of it is connected within is not known. `names`: by the ids of things; `states` are
 * handed on.
 */
export function connectPlant(plant: Plant, names: ReadonlyMap<string, StatedName>, states: readonly StatedState[]): ConnectedPlant {
  const ways = waysOf(plant, names);
  const links: StatedLink[] = [];
  let steps = 0;
  for (const [id, from] of names) {
    if (from.kind === 'line') continue;
    const seen = new Set([id]);
    const told = new Set<string>();
    const open: Way[] = [...(ways.get(id) ?? [])].reverse();
    for (let way = open.pop(); way !== undefined && steps < MOST_STEPS && links.length < MOST_LINKS; way = open.pop()) {
      steps += 1;
      const to = names.get(way.to);
      if (to !== undefined) {
        if (way.to !== id && !told.has(way.to) && to.name !== from.name && (way.isDirected || id < way.to))
          links.push({ kind: way.isDirected ? 'feeds' : 'joins', from, to, ...(way.line === undefined ? {} : { line: way.line }) });
        told.add(way.to);
        continue;
      }
      if (seen.has(way.to) || plant.things.get(way.to)?.kind !== 'component') continue;
      seen.add(way.to);
      for (const next of [...(ways.get(way.to) ?? [])].reverse()) {
        const line = way.line ?? next.line;
        open.push({ to: next.to, isDirected: way.isDirected && next.isDirected, ...(line === undefined ? {} : { line }) });
      }
    }
  }
  const isCut = steps >= MOST_STEPS || links.length >= MOST_LINKS;
  links.push(...measured(plant, names), ...controlled(plant, names));
  const loops = plant.loops.flatMap(({ name, members }) =>
    members.flatMap((id) => {
      const member = names.get(id);
      return member === undefined ? [] : [{ name, member }];
    }),
  );
  return { stated: { names: [...names.values()], links, states, loops }, isCut };
}

function waysOf(plant: Plant, names: ReadonlyMap<string, StatedName>): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (from: string, way: Way): void => {
    const own = ways.get(from);
    if (own === undefined) ways.set(from, [way]);
    else own.push(way);
  };
  for (const { segment, things, isDirected } of plant.stretches) {
    const name = lineOf(plant, names, segment)?.name;
    const line = name === undefined ? {} : { line: name };
    things.forEach((id, at) => {
      const before = things[at - 1];
      if (before === undefined) return;
      const [from, to] = [standsAs(plant, names, before), standsAs(plant, names, id)];
      add(from, { to, isDirected, ...line });
      if (!isDirected) add(to, { to: from, isDirected, ...line });
    });
  }
  return ways;
}

/** The thing that a pipe ends at: of a nozzle or a part of equipment what bears a name. */
function standsAs({ things }: Plant, names: ReadonlyMap<string, StatedName>, id: string): string {
  let at: Thing | undefined = things.get(id);
  const passed = new Set<string>();
  while (at !== undefined && !names.has(at.id) && at.owner !== undefined && isEquipment(at) && !passed.has(at.id)) {
    passed.add(at.id);
    at = things.get(at.owner);
  }
  return at?.id ?? id;
}

function isEquipment({ kind }: Thing): boolean {
  return kind === 'equipment' || kind === 'nozzle';
}

/** The number of the line that a segment is of: its own, else that of its system. */
function lineOf({ things }: Plant, names: ReadonlyMap<string, StatedName>, segment: string | undefined): StatedName | undefined {
  if (segment === undefined) return undefined;
  return names.get(segment) ?? names.get(things.get(segment)?.owner ?? '');
}

function measured(plant: Plant, names: ReadonlyMap<string, StatedName>): readonly StatedLink[] {
  return plant.sensings.flatMap(({ instrument, at }): readonly StatedLink[] => {
    const from = names.get(instrument);
    const place = plant.things.get(at);
    const named = names.get(standsAs(plant, names, at));
    const segment = place?.kind === 'component' ? place.owner : at;
    const to = named ?? lineOf(plant, names, segment);
    return from === undefined || to === undefined || to.kind === 'connector' ? [] : [{ kind: 'measures', from, to }];
  });
}

function controlled(plant: Plant, names: ReadonlyMap<string, StatedName>): readonly StatedLink[] {
  return plant.actions.flatMap(({ instrument, on }): readonly StatedLink[] => {
    const [from, to] = [names.get(instrument), names.get(standsAs(plant, names, on))];
    return from === undefined || to === undefined || from.name === to.name || to.kind !== 'tag' ? [] : [{ kind: 'controls', from, to }];
  });
}
