import { createRandom, type Random } from '../demo-plant/random.ts';
import type { DrawnSheet, Shape } from '../drawn-sheets/shape.ts';
import { element } from '../drawn-sheets/xml-text.ts';
import { type PlannedMachine, type PlannedPart, type PlannedPlant, type PlannedSegment, planPiping } from './plan-piping.ts';
import { writeActuator, writeInstrument, writeLoops } from './proteus-instruments.ts';
import { association, attributes, customAttribute, nodes } from './proteus-parts.ts';
import { ProteusShapes } from './proteus-shapes.ts';
import { CLASSES, type Item, POSITIONS, type Skid } from './skid.ts';

/** How a program writes its files, picked by seed. */
interface Habit {
  /** The tag of a machine or valve is an attribute of the element, a generic attribute, or of valves its position number. */
  readonly tags: 'element' | 'generic' | 'position';
  /** Lines bear their whole number, or its parts with the whole printed. */
  readonly wholeLines: boolean;
  /** Nothing is drawn. */
  readonly isBare: boolean;
  /** A control valve is named by the system that sets it. */
  readonly namesActuators: boolean;
  readonly connections: 'both' | 'outer';
  /** How valves stand is an attribute too, by the name of its position or by the sign of it; of a file that draws nothing always. */
  readonly positions: 'name' | 'sign' | 'printed-only';
}

/** A sheet of a skid as a file of the Proteus schema, the form of DEXPI 1.x: what is drawn, and what it is and how it is connected. */
export function writeSkidProteus(drawn: DrawnSheet, skid: Skid, sheet: number): string {
  return new ProteusWriter(drawn, skid, sheet).write();
}

class ProteusWriter {
  readonly #drawn: DrawnSheet;
  readonly #skid: Skid;
  readonly #sheet: number;
  readonly #plan: PlannedPlant;
  readonly #random: Random;
  readonly #habit: Habit;
  readonly #shapes: ProteusShapes;

  constructor(drawn: DrawnSheet, skid: Skid, sheet: number) {
    const random = createRandom(skid.seed, 'proteus');
    const others = createRandom(skid.seed, 'positions');
    this.#drawn = drawn;
    this.#skid = skid;
    this.#sheet = sheet;
    this.#plan = planPiping(skid.sheets[sheet] ?? { number: '', chains: [] });
    this.#random = random;
    this.#shapes = new ProteusShapes(drawn.scale);
    const habit = {
      tags: random.pick(['element', 'generic', 'position'] as const),
      wholeLines: random.chance(0.4),
      isBare: random.chance(0.15),
      namesActuators: random.chance(0.4),
      connections: random.pick(['both', 'outer'] as const),
    };
    const positions = habit.isBare ? (['name', 'sign'] as const) : (['name', 'sign', 'printed-only', 'printed-only'] as const);
    this.#habit = { ...habit, positions: others.pick<Habit['positions']>(positions) };
  }

  write(): string {
    const { machines, segments, instruments } = this.#plan;
    const lines = [...new Set(segments.map(({ line }) => line))];
    const body = element(
      'PlantModel',
      {},
      element(
        'PlantInformation',
        {
          Application: 'Dexpi',
          ApplicationVersion: '1.3',
          SchemaVersion: '4.1.1',
          OriginatingSystem: 'Skid generator',
          OriginatingSystemVendor: 'Skid generator',
          OriginatingSystemVersion: '1',
          Date: '2026-01-01',
          Time: '00:00:00',
          Is3D: 'no',
          Units: 'mm',
          Discipline: 'PID',
        },
        element('UnitsOfMeasure', {}),
      ),
      this.#metaData(),
      this.#frame(),
      ...machines.map((machine) => this.#machine(machine)),
      ...lines.map((line, at) =>
        this.#line(
          line,
          at,
          segments.filter((one) => one.line === line),
        ),
      ),
      ...instruments.map((one, at) => writeInstrument(one, at, this.#symbolOf(one.tag), this.#look(one.tag, one.id))),
      ...instruments.flatMap((one, at) => writeActuator(one, at, this.#habit.namesActuators ? this.#tagOf(one.sets) : undefined)),
      ...writeLoops(instruments),
      this.#catalogue(),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
  }

  #metaData(): string {
    const { title, revisions, sheets } = this.#skid;
    const said = {
      DrawingNumber: sheets[this.#sheet]?.number ?? '',
      DrawingName: title,
      RevisionNumber: revisions.at(-1)?.label ?? '',
      SheetNumber: String(this.#sheet + 1),
    };
    return element('MetaData', { ID: 'MetaData-1', ComponentClass: 'MetaData' }, attributes(said));
  }

  #frame(): string {
    if (this.#habit.isBare) return '';
    const own = this.#drawn.shapes.filter(({ of, kind }) => of === undefined && kind !== 'use');
    const { number = '' } = this.#skid.sheets[this.#sheet] ?? {};
    return element('Drawing', { Name: number, Type: 'PID' }, ...own.map((shape) => this.#shapes.drawn(shape)));
  }

  #machine({ id, item, nozzles }: PlannedMachine): string {
    const tag = this.#habit.tags === 'element' ? { TagName: item.tag } : {};
    const said = this.#habit.tags === 'element' ? '' : attributes({ TagName: item.tag });
    const name = item.name === undefined ? '' : attributes({ EquipmentDescription: item.name });
    const inside = nozzles.map((nozzle, at) =>
      element('Nozzle', { ID: nozzle, ComponentClass: 'Nozzle' }, nodes(nozzle, 1, {}), attributes({ SubTagName: `N${at + 1}` })),
    );
    return element(
      'Equipment',
      { ID: id, ComponentClass: CLASSES[item.kind], ...tag, ...this.#symbolOf(item.tag) },
      ...this.#look(item.tag, id),
      said,
      name,
      ...inside,
    );
  }

  #line(line: string, at: number, segments: readonly PlannedSegment[]): string {
    const id = `PipingNetworkSystem-${at + 1}`;
    const parts = /^(?:(?<size>\d+)"-)?(?<fluid>[A-Z]+)-(?<number>\d+)(?:-(?<bore>\d+))?-(?<grade>\w+)$/u.exec(line)?.groups ?? {};
    const { size, fluid = '', number = '', bore, grade = '' } = parts;
    const whole = this.#habit.wholeLines || this.#habit.isBare;
    const said = attributes({
      FluidCode: fluid,
      LineNumber: number,
      NominalDiameterRepresentation: size === undefined ? (bore ?? '') : `${size}"`,
      PipingClassCode: grade,
    });
    const onSegment = !whole && this.#random.chance(0.3);
    const label = this.#label(`${id}-label`, line);
    return element(
      'PipingNetworkSystem',
      { ID: id, ComponentClass: 'PipingNetworkSystem', ...(whole ? { TagName: line } : {}) },
      onSegment ? '' : label,
      said,
      ...segments.map((segment, place) => this.#segment(segment, onSegment && place === 0 ? label : '')),
    );
  }

  #segment({ id, parts, from, to }: PlannedSegment, label: string): string {
    const inside = parts.map((part) => this.#part(part, part.id === to?.id));
    const isOwn = (end: { readonly id: string } | undefined): boolean => parts.some((part) => part.id === end?.id);
    const isSaid = (end: { readonly id: string } | undefined): boolean =>
      end !== undefined && (this.#habit.connections === 'both' || !isOwn(end) || end.id.startsWith('PipeOffPage'));
    const connection = {
      ...(from !== undefined && isSaid(from) ? { FromID: from.id, FromNode: from.node } : {}),
      ...(to !== undefined && isSaid(to) ? { ToID: to.id, ToNode: to.node } : {}),
    };
    const sensed = this.#plan.instruments.filter(({ at }) => at === id).map((one) => association('is the location of', `${one.id}-sensor`));
    // A line of pipe between two parts: parts next to each other would be joined without one.
    const pieces = inside.flatMap((part) => [element('CenterLine', { NumPoints: 0 }), part]);
    const end = parts.length > 0 && isOwn(to) ? '' : element('CenterLine', { NumPoints: 0 });
    const isConnected = Object.keys(connection).length > 0;
    return element(
      'PipingNetworkSegment',
      { ID: id, ComponentClass: 'PipingNetworkSegment' },
      label,
      ...(from === undefined || isOwn(from) ? pieces.slice(1) : pieces),
      end,
      isConnected ? element('Connection', connection) : '',
      ...sensed,
    );
  }

  #part({ id, item }: PlannedPart, isLast: boolean): string {
    if (item === undefined) return element('PipingComponent', { ID: id, ComponentClass: 'PipeTee' }, nodes(id, 3, {}));
    if (item.kind === 'connector') {
      const number = element(
        'PipeOffPageConnectorReference',
        { ID: `${id}-reference`, ComponentClass: 'PipeOffPageConnectorReferenceByNumber' },
        attributes({ ReferencedConnectorNumber: item.tag, ReferencedDrawingNumber: item.beyond ?? '' }),
      );
      return element(
        'PipeOffPageConnector',
        { ID: id, ComponentClass: `${isLast ? 'FlowOut' : 'FlowIn'}${CLASSES.connector}` },
        nodes(id, 1, {}),
        ...this.#look(item.tag, id),
        number,
      );
    }
    const { tags, namesActuators } = this.#habit;
    const isSilent = item.kind === 'control' && namesActuators;
    const tag = tags === 'element' && !isSilent ? { TagName: item.tag } : {};
    const name = tags === 'position' ? { PositionNumber: item.tag } : { PipingComponentNumber: item.tag };
    const said = tags === 'element' || isSilent ? '' : attributes(name);
    return element(
      'PipingComponent',
      { ID: id, ComponentClass: CLASSES[item.kind], ...tag, ...this.#symbolOf(item.tag) },
      nodes(id, 2, { FlowIn: 1, FlowOut: 2 }),
      ...this.#look(item.tag, id),
      said,
      this.#position(item),
    );
  }

  /** An attribute of a profile: DEXPI 1.x has none of its own. */
  #position({ normal }: Item): string {
    const { positions } = this.#habit;
    if (normal === undefined || positions === 'printed-only') return '';
    const [name, sign] = POSITIONS[normal];
    return customAttribute('ValvePosition', positions === 'name' ? name : sign);
  }

  #tagOf(part: string | undefined): string | undefined {
    return this.#plan.segments.flatMap(({ parts }) => parts).find(({ id }) => id === part)?.item?.tag;
  }

  #symbolOf(tag: string): { readonly ComponentName?: string } {
    const use = this.#useOf(tag);
    return use === undefined || this.#habit.isBare ? {} : { ComponentName: use.symbol };
  }

  #useOf(tag: string): Extract<Shape, { kind: 'use' }> | undefined {
    return this.#drawn.shapes.find((shape): shape is Extract<Shape, { kind: 'use' }> => shape.of === tag && shape.kind === 'use');
  }

  /** Where the symbol of a thing stands, what is drawn of it without one, and its label. */
  #look(tag: string, id: string): readonly string[] {
    if (this.#habit.isBare) return [];
    const use = this.#useOf(tag);
    const lines = this.#drawn.shapes.filter((shape) => shape.of === tag && (shape.kind === 'path' || shape.kind === 'circle'));
    const place = use === undefined ? [] : [this.#shapes.position(use.x, use.y, use.turn, use.isMirrored), this.#shapes.scale()];
    return [...place, ...lines.map((shape) => this.#shapes.drawn(shape)), this.#label(`${id}-label`, tag)];
  }

  #label(id: string, of: string): string {
    if (this.#habit.isBare) return '';
    const texts = this.#drawn.shapes.filter((shape) => shape.of === of && shape.kind === 'text').map((shape) => this.#shapes.drawn(shape));
    const attributed =
      this.#useOf(of)?.attributes.map(({ value, x, y, height }) => this.#shapes.text(value, x, y, height, 'LeftBottom')) ?? [];
    const all = [...texts, ...attributed];
    return all.length === 0 ? '' : element('Label', { ID: id, ComponentClass: 'Label' }, ...all);
  }

  #catalogue(): string {
    if (this.#habit.isBare) return '';
    const shapes = new ProteusShapes(1);
    const own = [...this.#drawn.symbols].map(([name, drawn], at) =>
      element('PipingComponent', { ID: `Shape-${at + 1}`, ComponentName: name }, ...drawn.map((shape) => shapes.drawn(shape))),
    );
    return element('ShapeCatalogue', { Name: 'Symbols' }, ...own);
  }
}
