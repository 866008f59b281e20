import type { Chain, Instrument, Item, SkidSheet } from './skid.ts';

/** What stands in a pipe, with an id of its own: a valve, a connector, or a tee without a name. */
export interface PlannedPart {
  readonly id: string;
  /** Absent of a tee. */
  readonly item?: Item;
}

/** An end of a stretch of pipe: a nozzle of a machine, or a part of another segment; nodes count from 1. */
export interface PlannedEnd {
  readonly id: string;
  readonly node: number;
}

/** Pipe from machine, tee or connector to the next one, with the valves between. */
export interface PlannedSegment {
  readonly id: string;
  readonly line: string;
  readonly parts: PlannedPart[];
  from?: PlannedEnd;
  to?: PlannedEnd;
}

export interface PlannedMachine {
  readonly id: string;
  readonly item: Item;
  readonly nozzles: string[];
}

export interface PlannedInstrument {
  readonly id: string;
  readonly tag: string;
  /** Id of the nozzle or segment that it takes its value from; absent of controllers. */
  readonly at?: string;
  /** Of a controller the instrument it listens to and the valve it sets. */
  readonly listensTo?: string;
  readonly sets?: string;
}

/** A sheet of a skid as files that know what they draw hold it. */
export interface PlannedPlant {
  readonly machines: readonly PlannedMachine[];
  readonly segments: readonly PlannedSegment[];
  readonly instruments: readonly PlannedInstrument[];
}

export function planPiping({ chains }: SkidSheet): PlannedPlant {
  const planner = new Planner();
  for (const chain of chains) planner.chain(chain);
  return planner;
}

class Planner implements PlannedPlant {
  readonly machines: PlannedMachine[] = [];
  readonly segments: PlannedSegment[] = [];
  readonly instruments: PlannedInstrument[] = [];
  readonly #counts = new Map<string, number>();

  chain({ stations, instruments }: Chain): void {
    let open: PlannedSegment | undefined;
    let line = '';
    const behind: (PlannedSegment | undefined)[] = [];
    const machines: (PlannedMachine | undefined)[] = [];
    const parts = new Map<string, string>();
    for (const station of stations) {
      const next = station.line ?? line;
      const [only, ...others] = station.branches;
      if (others.length === 0) {
        const placed = this.#along(only ?? [], open, line, next, parts);
        open = placed.open;
        machines.push(placed.machine);
      } else {
        open = this.#branches(station.branches, open, line, next, parts);
        machines.push(undefined);
      }
      behind.push(open);
      line = next;
    }
    // No pipe leaves the last thing of a chain.
    if (open !== undefined && open.parts.length === 0) this.segments.splice(this.segments.indexOf(open), 1);
    for (const one of instruments) this.#instrument(one, behind, machines, parts);
  }

  /** Items one behind the other; gives the segment that goes on behind them. */
  #along(
    items: readonly Item[],
    before: PlannedSegment | undefined,
    line: string,
    next: string,
    parts: Map<string, string>,
  ): { readonly open: PlannedSegment; readonly machine?: PlannedMachine } {
    let open = before;
    let number = line;
    let machine: PlannedMachine | undefined;
    for (const item of items) {
      if (item.kind === 'connector' || ['gate', 'ball', 'check', 'control'].includes(item.kind)) {
        open ??= this.#segment(next);
        const id = this.#next(item.kind === 'connector' ? 'PipeOffPageConnector' : 'Valve');
        open.parts.push({ id, item });
        parts.set(item.tag, id);
        if (item.kind === 'connector' && open.from === undefined) open.from = { id, node: 1 };
        else if (item.kind === 'connector') open.to = { id, node: 1 };
        continue;
      }
      machine = { id: this.#next('Equipment'), item, nozzles: [] };
      this.machines.push(machine);
      if (open !== undefined) open.to = this.#nozzle(machine);
      number = next;
      open = this.#segment(number, this.#nozzle(machine));
    }
    return { open: open ?? this.#segment(next), ...(machine === undefined ? {} : { machine }) };
  }

  #branches(
    branches: readonly (readonly Item[])[],
    before: PlannedSegment | undefined,
    line: string,
    next: string,
    parts: Map<string, string>,
  ): PlannedSegment {
    const [split, join] = [{ id: this.#next('PipeTee') }, { id: this.#next('PipeTee') }];
    before?.parts.push(split);
    if (before !== undefined) before.to = { id: split.id, node: 1 };
    branches.forEach((branch, at) => {
      const { open } = this.#along(branch, this.#segment(line, { id: split.id, node: at + 2 }), line, next, parts);
      if (at === 0) open.parts.push(join);
      open.to = { id: join.id, node: at + 1 };
    });
    return this.#segment(next, { id: join.id, node: 3 });
  }

  #instrument(
    { tag, at, on, controller }: Instrument,
    behind: readonly (PlannedSegment | undefined)[],
    machines: readonly (PlannedMachine | undefined)[],
    parts: ReadonlyMap<string, string>,
  ): void {
    const machine = machines[at];
    const place = on === 'machine' && machine !== undefined ? this.#nozzle(machine).id : behind[at]?.id;
    const id = this.#next('ProcessInstrumentationFunction');
    this.instruments.push({ id, tag, ...(place === undefined ? {} : { at: place }) });
    const valve = parts.get(controller?.valve ?? '');
    if (controller === undefined || valve === undefined) return;
    this.instruments.push({ id: this.#next('ProcessInstrumentationFunction'), tag: controller.tag, listensTo: id, sets: valve });
  }

  #segment(line: string, from?: PlannedEnd): PlannedSegment {
    const segment: PlannedSegment = { id: this.#next('PipingNetworkSegment'), line, parts: [], ...(from === undefined ? {} : { from }) };
    this.segments.push(segment);
    return segment;
  }

  #nozzle(machine: PlannedMachine): PlannedEnd {
    const id = this.#next('Nozzle');
    machine.nozzles.push(id);
    return { id, node: 1 };
  }

  #next(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name}-${count}`;
  }
}
