import type { Item, Skid, Station } from './skid.ts';

/** One thing that feeds another one. */
export interface TrueConnection {
  readonly from: string;
  readonly to: string;
  /** They stand on two sheets, joined by connectors. */
  readonly isOverSheets: boolean;
}

/** What a reader of the drawings should come to. */
export interface SkidTruth {
  readonly machines: readonly string[];
  readonly valves: readonly string[];
  readonly instruments: readonly string[];
  readonly lines: readonly string[];
  readonly connections: readonly TrueConnection[];
  /** Two things next to each other on a sheet, and the number of the pipe between them: it changes at machines. */
  readonly numbers: readonly (readonly [from: string, to: string, line: string])[];
  /** Instrument and the line or machine that it measures. */
  readonly measures: readonly (readonly [string, string])[];
  /** Controller and valve. */
  readonly controls: readonly (readonly [string, string])[];
}

const VALVES: ReadonlySet<string> = new Set(['gate', 'ball', 'check', 'control']);

export function skidTruth({ sheets }: Skid): SkidTruth {
  const chains = sheets.flatMap((sheet) => sheet.chains);
  const items = chains.flatMap(({ stations }) => stations.flatMap(({ branches }) => branches.flat()));
  const tagged = items.filter(({ kind }) => kind !== 'connector');
  const pairs = chains.flatMap(({ stations }) => pairsOf(stations));
  const within = pairs.filter(([from, to]) => from.kind !== 'connector' && to.kind !== 'connector');
  const over = pairs
    .filter(([, to]) => to.kind === 'connector')
    .flatMap(([from, { tag }]) =>
      pairs.filter(([other]) => other.kind === 'connector' && other.tag === tag).map(([, to]) => [from, to] as const),
    );
  const instruments = chains.flatMap((chain) => chain.instruments.map((instrument) => ({ instrument, stations: chain.stations })));
  return {
    machines: tagged.filter(({ kind }) => isMachine(kind)).map(({ tag }) => tag),
    valves: tagged.filter(({ kind }) => VALVES.has(kind)).map(({ tag }) => tag),
    instruments: instruments.flatMap(({ instrument: { tag, controller } }) => [tag, ...(controller === undefined ? [] : [controller.tag])]),
    lines: [...new Set(chains.flatMap(({ stations }) => stations.flatMap(({ line }) => line ?? [])))],
    connections: [
      ...within.map(([from, to]) => ({ from: from.tag, to: to.tag, isOverSheets: false })),
      ...over.map(([from, to]) => ({ from: from.tag, to: to.tag, isOverSheets: true })),
    ],
    numbers: chains.flatMap(({ stations }) => numbersOf(stations)),
    measures: instruments.flatMap(({ instrument: { tag, at, on }, stations }) => {
      const target = on === 'pipe' ? stations[at]?.line : stations[at]?.branches[0]?.[0]?.tag;
      return target === undefined ? [] : [[tag, target] as const];
    }),
    controls: instruments.flatMap(({ instrument: { controller } }) =>
      controller === undefined ? [] : [[controller.tag, controller.valve] as const],
    ),
  };
}

function numbersOf(stations: readonly Station[]): SkidTruth['numbers'] {
  let before: string | undefined;
  return stations.flatMap((station, at) => {
    const behind = station.line ?? before ?? '';
    const ahead = before ?? behind;
    before = behind;
    const lineAfter = new Map(
      station.branches.flatMap((branch) =>
        branch.map((item, place) => [item, branch.slice(0, place + 1).some(({ kind }) => isMachine(kind)) ? behind : ahead] as const),
      ),
    );
    const lasts = new Set(station.branches.flatMap((branch) => branch.at(-1) ?? []));
    return pairsOf(stations.slice(at, at + 2))
      .filter(([from]) => lineAfter.has(from))
      .filter(([from, to]) => from.kind !== 'connector' && to.kind !== 'connector')
      .map(([from, to]) => [from.tag, to.tag, (lasts.has(from) ? behind : lineAfter.get(from)) ?? ''] as const);
  });
}

function isMachine(kind: Item['kind']): boolean {
  return kind !== 'connector' && !VALVES.has(kind);
}

/** Things next to each other along the pipes of a chain. */
function pairsOf(stations: readonly Station[]): (readonly [Item, Item])[] {
  return stations.flatMap((station, at) => {
    const along = station.branches.flatMap((branch) =>
      branch.flatMap((item, place) => {
        const next = branch[place + 1];
        return next === undefined ? [] : [[item, next] as const];
      }),
    );
    const following = stations[at + 1]?.branches ?? [];
    const lasts = station.branches.flatMap((branch) => branch.at(-1) ?? []);
    const across = lasts.flatMap((last) => following.flatMap(([first]) => (first === undefined ? [] : [[last, first] as const])));
    return [...along, ...across];
  });
}
