import { childrenNamed, childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { Associations } from './associations.ts';
import type { Plant, Stretch, Thing, ThingKind } from './plant.ts';
import { proteusName } from './proteus-name.ts';
import { segmentStretches } from './segment-stretches.ts';
import { statedAttributes } from './stated-attributes.ts';
import { statedState } from './stated-state.ts';

/** Elements that are things of a plant. */
const THINGS: Readonly<Record<string, ThingKind>> = {
  Equipment: 'equipment',
  Nozzle: 'nozzle',
  PipingNetworkSystem: 'line',
  PipingNetworkSegment: 'segment',
  PipingComponent: 'component',
  PropertyBreak: 'component',
  PipeConnectorSymbol: 'component',
  PipeOffPageConnector: 'connector',
  ProcessInstrumentationFunction: 'instrument',
};
const SENSORS: ReadonlySet<string> = new Set(['ProcessSignalGeneratingFunction']);
const ACTORS: ReadonlySet<string> = new Set(['ActuatingFunction', 'ActuatingElectricalFunction']);
const FLOWS: ReadonlySet<string> = new Set(['InformationFlow', 'SignalLine']);
const LOOPS: ReadonlySet<string> = new Set(['InstrumentationLoopFunction']);
/** What is drawn of symbols for later use stands for no thing. */
const SKIPPED: ReadonlySet<string> = new Set(['ShapeCatalogue', 'GenericAttributes', 'Association']);

interface Functional {
  readonly id: string;
  readonly instrument: string;
}

/** What a file of the Proteus schema (DEXPI 1.x) states of a plant. */
export function proteusPlant(root: XmlElement): Plant {
  const things = new Map<string, Thing>();
  const stretches: Stretch[] = [];
  const associations = new Associations();
  const sensors: Functional[] = [];
  const actors: Functional[] = [];
  const flows: string[] = [];
  const systems = new Map<string, XmlElement>();
  const loops: { readonly id: string; readonly number: string }[] = [];
  const fields: { name: string; value: string }[] = [];
  const visit = (element: XmlElement, above: Thing | undefined): void => {
    if (SKIPPED.has(element.name)) return;
    const { name, attributes } = element;
    const id = attributes.ID;
    let owner = above;
    if (id !== undefined) {
      associations.add(element);
      const kind = THINGS[name];
      if (kind !== undefined && !things.has(id)) {
        owner = {
          id,
          kind,
          className: attributes.ComponentClass ?? name,
          ...proteusName(element, kind),
          ...(kind === 'component' ? statedState(statedAttributes(element)) : {}),
          ...(above === undefined ? {} : { owner: above.id }),
        };
        things.set(id, owner);
        if (kind === 'segment') stretches.push(...segmentStretches(element, id));
      }
      const instrument = above?.kind === 'instrument' ? above.id : id;
      if (SENSORS.has(name)) sensors.push({ id, instrument });
      if (ACTORS.has(name)) actors.push({ id, instrument });
      if (FLOWS.has(name)) flows.push(id);
      if (name === 'ActuatingSystem') systems.set(id, element);
      const number = LOOPS.has(name)
        ? (statedAttributes(element).get('InstrumentationLoopFunctionNumber') ?? attributes.TagName)
        : undefined;
      if (number !== undefined) loops.push({ id, number });
    }
    if (name === 'MetaData' || name === 'Drawing')
      for (const [field, value] of statedAttributes(element)) fields.push({ name: field, value });
    for (const child of childrenOf(element)) visit(child, owner);
  };
  visit(root, undefined);
  nameByActuators(things, systems, associations);
  const instrumentOf = new Map([...sensors, ...actors].map(({ id, instrument }) => [id, instrument] as const));
  for (const { id, kind } of things.values()) if (kind === 'instrument') instrumentOf.set(id, id);
  return {
    things,
    stretches,
    sensings: sensors.flatMap(({ id, instrument }) => associations.of('located', id).map((at) => ({ instrument, at }))),
    actions: actors.flatMap(({ id, instrument }) => {
      const sources = flows
        .filter((flow) => associations.of('ends', flow).includes(id))
        .flatMap((flow) => associations.of('starts', flow))
        .flatMap((from) => instrumentOf.get(from) ?? []);
      const valves = [
        ...associations.of('fulfilled', id).flatMap((system) => valvesOf(systems.get(system), associations)),
        ...associations.of('located', id),
      ];
      const setters = [...new Set(sources.length > 0 ? sources : [instrument])];
      return setters.flatMap((one) => [...new Set(valves)].map((on) => ({ instrument: one, on })));
    }),
    loops: loops.map(({ id, number }) => {
      const members = associations.of('includes', id);
      return { name: loopName(number, things.get(members[0] ?? '')), members };
    }),
    fields,
  };
}

function valvesOf(system: XmlElement | undefined, associations: Associations): readonly string[] {
  if (system === undefined) return [];
  return childrenNamed(system, 'ActuatingSystemComponent').flatMap(({ attributes }) => associations.of('refers', attributes.ID ?? ''));
}

/** A valve without a tag bears the number of the system that sets it. */
function nameByActuators(things: Map<string, Thing>, systems: ReadonlyMap<string, XmlElement>, associations: Associations): void {
  for (const system of systems.values()) {
    const name = system.attributes.TagName ?? statedAttributes(system).get('ActuatingSystemNumber');
    if (name === undefined) continue;
    for (const id of valvesOf(system, associations)) {
      const valve = things.get(id);
      if (valve !== undefined && valve.name === undefined) things.set(id, { ...valve, name });
    }
  }
}

/** A loop that is numbered only is told by what its first instrument measures too. */
function loopName(number: string, first: Thing | undefined): string {
  const letter = /^\p{L}/u.exec(first?.name ?? '')?.[0];
  return /\p{L}/u.test(number) || letter === undefined ? number : `${letter}-${number}`;
}
