import type { Device, Feeder, Load, OneLine, Section } from './one-line.ts';

/** Two things that a conductor joins. `isDirected`: the first one feeds the other; else no direction can be told. */
export interface TrueConductor {
  readonly from: string;
  readonly to: string;
  readonly isDirected: boolean;
  /** Number of the cable between them. */
  readonly cable?: string;
}

/** What a reader of the sheet should come to. */
export interface OneLineTruth {
  readonly breakers: readonly string[];
  readonly motors: readonly string[];
  /** Boards and transformers, which are sources or loads. */
  readonly boards: readonly string[];
  readonly buses: readonly string[];
  /** Tagged contactors, overload relays, drives and starters. */
  readonly devices: readonly string[];
  readonly cables: readonly string[];
  /** Machines that motors turn. */
  readonly machines: readonly string[];
  readonly conductors: readonly TrueConductor[];
  /** Motor and machine. */
  readonly drives: readonly (readonly [string, string])[];
}

export function oneLineTruth({ sections, tie }: OneLine): OneLineTruth {
  const feeders = sections.flatMap((section) => section.feeders);
  const loads = feeders.flatMap(({ load }) => load ?? []);
  const devices = [...feeders.flatMap((feeder) => feeder.devices), ...sections.flatMap(({ supply }) => supply?.breaker ?? []), tie].flatMap(
    (one) => one ?? [],
  );
  const sources = sections.flatMap(({ supply }) => supply?.source?.tag ?? []);
  const ofLoads = (isWanted: (load: Load) => boolean): readonly string[] => loads.filter(isWanted).map(({ tag }) => tag);
  const ofDevices = (isWanted: (device: Device) => boolean): readonly string[] => devices.filter(isWanted).flatMap(({ tag }) => tag ?? []);
  return {
    breakers: ofDevices(({ kind }) => kind === 'breaker'),
    motors: ofLoads(({ kind }) => kind === 'motor'),
    boards: [...ofLoads(({ kind }) => kind !== 'motor'), ...sources],
    buses: sections.flatMap(({ bus }) => bus.tag ?? []),
    devices: ofDevices(({ kind }) => kind !== 'breaker'),
    cables: feeders.flatMap(({ cable }) => cable?.tag ?? []),
    machines: loads.flatMap(({ drives }) => drives?.tag ?? []),
    conductors: [...sections.flatMap(ofSection), ...ofTie(sections, tie)],
    drives: loads.flatMap(({ tag, drives }) => (drives === undefined ? [] : [[tag, drives.tag] as const])),
  };
}

/** A bus without a tag is no end of anything: what stands before it feeds what hangs on it. */
function ofSection({ bus, supply, feeders }: Section): readonly TrueConductor[] {
  const before = [supply?.source?.tag, supply?.breaker.tag, bus.tag].flatMap((tag) => tag ?? []);
  const start = before.at(-1);
  return [...chained(before), ...feeders.flatMap((feeder) => ofFeeder(start, feeder))];
}

function ofFeeder(start: string | undefined, { devices, cable, load }: Feeder): readonly TrueConductor[] {
  const tags = [start, ...devices.map(({ tag }) => tag)].flatMap((tag) => tag ?? []);
  const last = tags.at(-1);
  const run = last === undefined || load === undefined ? [] : [{ from: last, to: load.tag, isDirected: true }];
  return [...chained(tags), ...run.map((one) => (cable === undefined ? one : { ...one, cable: cable.tag }))];
}

function ofTie([first, second]: readonly Section[], tie: Device | undefined): readonly TrueConductor[] {
  const [left, right] = [first?.bus.tag, second?.bus.tag];
  if (tie?.tag === undefined || left === undefined || right === undefined) return [];
  const isDirected = second?.supply === undefined;
  return [
    { from: left, to: tie.tag, isDirected },
    { from: tie.tag, to: right, isDirected },
  ];
}

function chained(tags: readonly string[]): readonly TrueConductor[] {
  return tags.slice(1).map((to, at) => ({ from: tags[at] ?? '', to, isDirected: true }));
}
