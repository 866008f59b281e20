import { childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import { type ModelObject, modelObject } from './model-object.ts';
import type { Plant, Stretch, Thing, ThingKind } from './plant.ts';
import { statedState } from './stated-state.ts';

/** Kinds of things by the property that holds them. */
const HELD_AS: Readonly<Record<string, ThingKind>> = {
  TaggedPlantItems: 'equipment',
  Chambers: 'equipment',
  SubEquipment: 'equipment',
  Nozzles: 'nozzle',
  PipingNetworkSystems: 'line',
  Segments: 'segment',
  Items: 'component',
  ProcessInstrumentationFunctions: 'instrument',
};
/** Parts of the model of which equipment is. */
const EQUIPMENT = /Equipment$/u;
/** Attributes that name a thing, the surest first. */
const NAMES = ['TagName', 'ItemTag', 'PositionNumber', 'ObjectDisplayName'];

interface Signal {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What a file of DEXPI 2.0 states of a plant: objects that are composed of others and refer to others. */
export function modelPlant(root: XmlElement): Plant {
  const things = new Map<string, Thing>();
  const stretches: Stretch[] = [];
  const sensings: { instrument: string; at: string }[] = [];
  const actors: { readonly id: string; readonly instrument: string; readonly object: ModelObject }[] = [];
  const systems = new Map<string, readonly string[]>();
  const signals: Signal[] = [];
  const loops: { name: string; members: readonly string[] }[] = [];
  const fields: { name: string; value: string }[] = [];
  const functions = new Map<string, string>();
  const actuated = new Map<string, string>();
  let unnamed = 0;
  const visit = (element: XmlElement, property: string, above: Thing | undefined): void => {
    unnamed += 1;
    const object = modelObject(element, `#${unnamed}`);
    const { id, className, data } = object;
    const kind = kindOf(object, property);
    let owner = above;
    if (kind !== undefined && !things.has(id)) {
      const state = kind === 'component' ? statedState(data) : {};
      owner = { id, kind, className, ...nameOf(object, kind), ...state, ...(above === undefined ? {} : { owner: above.id }) };
      things.set(id, owner);
    }
    const instrument = above?.kind === 'instrument' ? above.id : id;
    if (above?.kind === 'instrument' || kind === 'instrument') functions.set(id, instrument);
    if (kind === 'segment') stretches.push(...stretchesOf(object));
    for (const at of object.references('SensingLocation')) sensings.push({ instrument, at });
    if (/^Actuating\w*Function$/u.test(className)) actors.push({ id, instrument, object });
    if (className === 'ActuatingSystem') {
      const valves = object.components('OperatedValveReference').flatMap((one) => modelObject(one, '').references('Valve'));
      systems.set(id, valves);
      const number = data.get('ActuatingSystemNumber');
      if (number !== undefined) for (const valve of valves) actuated.set(valve, number);
    }
    if (property === 'SignalConveyingFunctions') signals.push({ from: object.references('Source'), to: object.references('Target') });
    if (className === 'InstrumentationLoopFunction') {
      const number = data.get('InstrumentationLoopFunctionNumber');
      if (number !== undefined) loops.push({ name: number, members: object.references('ProcessInstrumentationFunctions') });
    }
    if (property === 'MetaData') for (const [name, value] of data) fields.push({ name, value });
    for (const held of childrenNamed(element, 'Components'))
      for (const child of childrenNamed(held, 'Object')) visit(child, (held.attributes.property ?? '').replace(/^.*\//u, ''), owner);
  };
  for (const object of childrenNamed(root, 'Object')) visit(object, '', undefined);
  for (const [valve, name] of actuated) {
    const thing = things.get(valve);
    if (thing !== undefined && thing.name === undefined) things.set(valve, { ...thing, name });
  }
  return {
    things,
    stretches,
    sensings,
    actions: actors.flatMap(({ id, instrument, object }) => {
      const told = signals.filter(({ to }) => to.includes(id)).flatMap(({ from }) => from.flatMap((one) => functions.get(one) ?? []));
      const valves = [
        ...['Systems', 'ActuatingSystem', 'ActuatingElement']
          .flatMap((name) => object.references(name))
          .flatMap((one) => systems.get(one) ?? [one]),
        ...object.references('ActuatingLocation'),
      ];
      return [...new Set(told.length > 0 ? told : [instrument])].flatMap((one) =>
        [...new Set(valves)].map((on) => ({ instrument: one, on })),
      );
    }),
    loops: loops.map(({ name, members }) => {
      const letter = /^\p{L}/u.exec(things.get(members[0] ?? '')?.name ?? '')?.[0];
      return { name: /\p{L}/u.test(name) || letter === undefined ? name : `${letter}-${name}`, members };
    }),
    fields,
  };
}

function kindOf({ className, part }: ModelObject, property: string): ThingKind | undefined {
  if (className.endsWith('OffPageConnector')) return 'connector';
  if (className === 'Nozzle') return 'nozzle';
  return HELD_AS[property] ?? (EQUIPMENT.test(part) ? 'equipment' : undefined);
}

function nameOf(object: ModelObject, kind: ThingKind): Pick<Thing, 'name' | 'lineNumber'> {
  const { data } = object;
  const tag = NAMES.flatMap((name) => data.get(name) ?? [])[0];
  const named = (name: string | undefined): Pick<Thing, 'name'> => (name === undefined ? {} : { name });
  switch (kind) {
    case 'nozzle':
      return {};
    case 'segment':
      return named(data.get('TagName'));
    case 'line': {
      const lineNumber = data.get('LineNumber');
      return { ...named(data.get('LineDescription')?.replace(/-+$/u, '') ?? tag), ...(lineNumber === undefined ? {} : { lineNumber }) };
    }
    case 'component': {
      const number = data.get('PipingComponentNumber');
      return named(tag ?? (number !== undefined && /^\p{L}{1,5}[\s-]?\d{2,}/u.test(number) ? number : undefined));
    }
    case 'connector': {
      const [reference] = object.components('ConnectorReference').map((one) => modelObject(one, ''));
      return named(data.get('PipeConnectorNumber') ?? reference?.data.get('ReferencedConnectorNumber') ?? tag);
    }
    case 'instrument': {
      const [category, number] = [data.get('ProcessInstrumentationFunctionCategory'), data.get('ProcessInstrumentationFunctionNumber')];
      const composed =
        category === undefined || number === undefined
          ? undefined
          : `${category}${data.get('ProcessInstrumentationFunctions') ?? ''}-${number}`;
      return named(data.get('TagName') ?? data.get('ItemTag') ?? composed);
    }
    case 'equipment':
      return named(tag);
  }
}

/** What the connections of a segment join, one by one; a segment without any joins its source and its target. */
function stretchesOf(segment: ModelObject): readonly Stretch[] {
  const isDirected = !/^dual/iu.test(segment.data.get('FlowDirection') ?? '');
  const connections = segment.components('Connections').map((one) => modelObject(one, ''));
  return (connections.length === 0 ? [segment] : connections).flatMap((one) => {
    const [[from], [to]] = [one.references('SourceItem'), one.references('TargetItem')];
    return from === undefined || to === undefined ? [] : [{ segment: segment.id, things: [from, to], isDirected }];
  });
}
