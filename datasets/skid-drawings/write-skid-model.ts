import { createRandom, type Random } from '../demo-plant/random.ts';
import type { DrawnSheet, Shape } from '../drawn-sheets/shape.ts';
import { element, rounded } from '../drawn-sheets/xml-text.ts';
import {
  type PlannedInstrument,
  type PlannedMachine,
  type PlannedPart,
  type PlannedPlant,
  type PlannedSegment,
  planPiping,
} from './plan-piping.ts';
import { CLASSES, type Item, POSITIONS, type Skid } from './skid.ts';

/** A sheet of a skid as a model of DEXPI 2.0: objects composed of objects, and a diagram of texts and lines. */
export function writeSkidModel(drawn: DrawnSheet, skid: Skid, sheet: number): string {
  const writer = new ModelWriter(drawn, planPiping(skid.sheets[sheet] ?? { number: '', chains: [] }), createRandom(skid.seed, 'model'));
  const fields = {
    DrawingNumber: skid.sheets[sheet]?.number ?? '',
    DrawingName: skid.title,
    RevisionNumber: skid.revisions.at(-1)?.label ?? '',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.write(fields)}\n`;
}

class ModelWriter {
  readonly #drawn: DrawnSheet;
  readonly #plan: PlannedPlant;
  /** A program that says how lines are called as a whole; else only what their numbers are made of, with the whole printed. */
  readonly #wholeLines: boolean;
  readonly #isBare: boolean;
  readonly #namesActuators: boolean;
  /** How valves stand is a property of a profile too; of a file that draws nothing always. */
  readonly #saysPositions: boolean;

  constructor(drawn: DrawnSheet, plan: PlannedPlant, random: Random) {
    this.#drawn = drawn;
    this.#plan = plan;
    this.#isBare = random.chance(0.2);
    this.#wholeLines = this.#isBare || random.chance(0.5);
    this.#namesActuators = random.chance(0.4);
    this.#saysPositions = this.#isBare || random.chance(0.5);
  }

  write(fields: Readonly<Record<string, string>>): string {
    const { machines, segments, instruments } = this.#plan;
    const lines = [...new Set(segments.map(({ line }) => line))];
    const model = object('PlantModel1', 'Plant/PlantModel', [
      composed('MetaData', [object(undefined, 'Plant/Diagram.PlantMetaData', data(fields))]),
      composed(
        'TaggedPlantItems',
        machines.map((one) => this.#machine(one)),
      ),
      composed(
        'PipingNetworkSystems',
        lines.map((line, at) =>
          this.#line(
            line,
            at,
            segments.filter((one) => one.line === line),
          ),
        ),
      ),
      composed(
        'ProcessInstrumentationFunctions',
        instruments.map((one, at) => this.#instrument(one, at)),
      ),
      composed(
        'ActuatingSystems',
        instruments.flatMap((one, at) => this.#actuator(one, at)),
      ),
      composed(
        'InstrumentationLoopFunctions',
        instruments.flatMap((one) => loopOf(one)),
      ),
    ]);
    const diagram = this.#isBare ? [] : [composed('Diagram', [object(undefined, 'Core/Diagram.Diagram', this.#diagram(lines))])];
    return element(
      'Model',
      { name: 'skid', uri: 'http://www.example.org/skid' },
      ...['Core', 'Plant'].map((prefix) => element('Import', { prefix, source: `https://data.dexpi.org/models/2.0.0/${prefix}.xml` })),
      this.#saysPositions ? element('Import', { prefix: 'DiscProfile', source: 'http://www.to.define' }) : '',
      object(undefined, 'Core/EngineeringModel', [composed('ConceptualModel', [model]), ...diagram]),
    );
  }

  #machine({ id, item, nozzles }: PlannedMachine): string {
    const own = nozzles.map((nozzle, at) => object(nozzle, 'Plant/ProcessEquipment.Nozzle', data({ SubTagName: `N${at + 1}` })));
    return object(id, `Plant/ProcessEquipment.${CLASSES[item.kind]}`, [...data({ TagName: item.tag }), composed('Nozzles', own)]);
  }

  #line(line: string, at: number, segments: readonly PlannedSegment[]): string {
    const lineNumber = /(?<=-)\d{3,}/u.exec(line)?.[0] ?? line;
    const said = this.#wholeLines ? { TagName: line, LineNumber: lineNumber } : { LineNumber: lineNumber };
    const own = segments.map((segment) => this.#segment(segment));
    return object(lineId(at), 'Plant/Piping.PipingNetworkSystem', [...data(said), composed('Segments', own)]);
  }

  #segment({ id, parts, from, to }: PlannedSegment): string {
    const inner = parts.map((part) => part.id);
    const chain = [
      ...(from === undefined || inner.includes(from.id) ? [] : [from.id]),
      ...inner,
      ...(to === undefined || inner.includes(to.id) ? [] : [to.id]),
    ];
    const connections = chain
      .slice(1)
      .map((target, at) => object(undefined, 'Plant/Piping.Pipe', [refers('SourceItem', chain[at] ?? ''), refers('TargetItem', target)]));
    const ends = [refers('SourceItem', chain[0] ?? ''), refers('TargetItem', chain.at(-1) ?? '')];
    return object(id, 'Plant/Piping.PipingNetworkSegment', [
      composed('Connections', connections.reverse()),
      composed(
        'Items',
        parts.map((part) => this.#part(part, part.id === to?.id)),
      ),
      ...ends,
    ]);
  }

  #part({ id, item }: PlannedPart, isLast: boolean): string {
    if (item === undefined) return object(id, 'Plant/Piping.PipeTee', []);
    if (item.kind === 'connector')
      return object(id, `Plant/Piping.${isLast ? 'FlowOut' : 'FlowIn'}${CLASSES.connector}`, data({ PipeConnectorNumber: item.tag }));
    const isSilent = item.kind === 'control' && this.#namesActuators;
    const said = isSilent ? [] : data({ PipingComponentNumber: item.tag });
    return object(id, `Plant/Piping.${CLASSES[item.kind]}`, [...said, ...this.#position(item)]);
  }

  /** By the DISC profile: DEXPI 2.0 has no property of its own for it. */
  #position({ normal }: Item): readonly string[] {
    if (normal === undefined || !this.#saysPositions) return [];
    const member = element('DataReference', { data: `DiscProfile/InformationModel.ValvePosition.${POSITIONS[normal][0]}` });
    return [element('Data', { property: 'DiscProfile/ValvePosition' }, member)];
  }

  #instrument({ id, tag, at, listensTo, sets }: PlannedInstrument, place: number): string {
    const { letters = '', number = '' } = /^(?<letters>[A-Z]+)-(?<number>.+)$/u.exec(tag)?.groups ?? {};
    const signal = (name: string, from: string, to: string): string =>
      object(`Signal-${name}-${place}`, 'Plant/Instrumentation.SignalLineFunction', [refers('Source', from), refers('Target', to)]);
    const sensor = `${id}-sensor`;
    const signals = [
      ...(at === undefined ? [] : [signal('sensed', sensor, id)]),
      ...(listensTo === undefined ? [] : [signal('in', listensTo, id)]),
      ...(sets === undefined ? [] : [signal('out', id, `${id}-actor`)]),
    ];
    return object(id, 'Plant/Instrumentation.ProcessInstrumentationFunction', [
      ...data({
        ProcessInstrumentationFunctionCategory: letters.slice(0, 1),
        ProcessInstrumentationFunctions: letters.slice(1),
        ProcessInstrumentationFunctionNumber: number,
      }),
      composed(
        'ProcessSignalGeneratingFunctions',
        at === undefined ? [] : [object(sensor, 'Plant/Instrumentation.ProcessSignalGeneratingFunction', [refers('SensingLocation', at)])],
      ),
      composed(
        'ActuatingFunctions',
        sets === undefined
          ? []
          : [object(`${id}-actor`, 'Plant/Instrumentation.ActuatingFunction', [refers('Systems', `ActuatingSystem-${place}`)])],
      ),
      composed('SignalConveyingFunctions', signals),
    ]);
  }

  #actuator({ sets }: PlannedInstrument, place: number): readonly string[] {
    if (sets === undefined) return [];
    const valve = this.#plan.segments.flatMap(({ parts }) => parts).find(({ id }) => id === sets)?.item;
    const reference = object(undefined, 'Plant/Instrumentation.OperatedValveReference', [refers('Valve', sets)]);
    const number = this.#namesActuators ? data({ ActuatingSystemNumber: valve?.tag ?? '' }) : [];
    return [
      object(`ActuatingSystem-${place}`, 'Plant/Instrumentation.ActuatingSystem', [
        ...number,
        composed('OperatedValveReference', [reference]),
      ]),
    ];
  }

  #diagram(lines: readonly string[]): readonly string[] {
    const ids = new Map([
      ...this.#plan.machines.map(({ id, item }) => [item.tag, id] as const),
      ...this.#plan.segments.flatMap(({ parts }) => parts.flatMap(({ id, item }) => (item === undefined ? [] : [[item.tag, id] as const]))),
      ...this.#plan.instruments.map(({ id, tag }) => [tag, id] as const),
      ...lines.map((line, at) => [line, lineId(at)] as const),
    ]);
    const groups = [...ids].map(([of, id]) => {
      const own = this.#drawn.shapes.filter((shape) => shape.of === of).flatMap((shape) => this.#figures(shape));
      const label = object(undefined, 'Core/Diagram.Label', [composed('Elements', own)]);
      return object(undefined, 'Core/Diagram.RepresentationGroup', [composed('Groups', [label]), refers('Represents', id)]);
    });
    const frame = this.#drawn.shapes.filter(({ of }) => of === undefined).flatMap((shape) => this.#figures(shape));
    return [composed('Elements', frame), composed('Groups', groups)];
  }

  #figures(shape: Shape): readonly string[] {
    switch (shape.kind) {
      case 'text':
        return [this.#text(shape.words, shape.x, shape.y, shape.height, shape.along === 0 ? 'LeftBottom' : 'CenterBottom')];
      case 'path': {
        const ring = shape.isClosed ? [...shape.points, ...shape.points.slice(0, 2)] : shape.points;
        const points = Array.from({ length: ring.length / 2 }, (_, at) => this.#point(ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0));
        return [object(undefined, 'Core/Diagram.PolyLine', [element('Data', { property: 'Points' }, ...points)])];
      }
      case 'use':
        return shape.attributes.map(({ value, x, y, height }) => this.#text(value, x, y, height, 'LeftBottom'));
      case 'circle':
        return [];
    }
  }

  #text(words: string, x: number, y: number, height: number, alignment: string): string {
    return object(undefined, 'Core/Diagram.Text', [
      element('Data', { property: 'Alignment' }, element('DataReference', { data: `Core/Diagram.TextAlignment.${alignment}` })),
      element('Data', { property: 'Position' }, this.#point(x, y)),
      element('Data', { property: 'Size' }, element('Double', {}, String(rounded(height * this.#drawn.scale)))),
      ...data({ Text: words }),
    ]);
  }

  #point(x: number, y: number): string {
    const [left, low] = [x, y].map((value) => String(rounded(value * this.#drawn.scale)));
    return element(
      'AggregatedDataValue',
      { type: 'Core/Diagram.Point' },
      element('Data', { property: 'X' }, element('Double', {}, left ?? '')),
      element('Data', { property: 'Y' }, element('Double', {}, low ?? '')),
    );
  }
}

function lineId(at: number): string {
  return `PipingNetworkSystem-${at + 1}`;
}

function loopOf({ id, tag, listensTo }: PlannedInstrument): readonly string[] {
  if (listensTo === undefined) return [];
  const members = element('References', { property: 'ProcessInstrumentationFunctions', objects: `#${listensTo} #${id}` });
  const number = data({ InstrumentationLoopFunctionNumber: tag.replace(/^\D+/u, '') });
  return [object(undefined, 'Plant/Instrumentation.InstrumentationLoopFunction', [...number, members])];
}

function object(id: string | undefined, type: string, content: readonly string[]): string {
  return element('Object', id === undefined ? { type } : { id, type }, ...content);
}

function composed(property: string, objects: readonly string[]): string {
  return objects.length === 0 ? '' : element('Components', { property }, ...objects);
}

function refers(property: string, id: string): string {
  return element('References', { property, objects: `#${id}` });
}

function data(said: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(said).map(([property, value]) => element('Data', { property }, element('String', {}, text(value))));
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
