import { createRandom, type Random } from '../demo-plant/random.ts';
import { FRAME_WORDS } from '../drawn-sheets/frame-words.ts';
import type { Chain, Instrument, Item, Skid, Station } from './skid.ts';
import { SKID_WORDS } from './skid-words.ts';

/** One change between two revisions of a skid; names as they are drawn. */
export interface SkidChange {
  /** Number of the sheet. */
  readonly sheet: string;
  readonly kind: 'added' | 'removed' | 'altered';
  readonly what: 'valve' | 'equipment' | 'instrument' | 'line' | 'mark' | 'title';
  /** The thing: of a line its number before, of a mark its valve. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** The next revision of a skid, with as many changes as there is room for, five as a rule; each at a thing of its own. */
export function reviseSkid(skid: Skid, count = 5): { readonly skid: Skid; readonly changes: readonly SkidChange[] } {
  const random = createRandom(skid.seed, 'revision');
  const changes: SkidChange[] = [];
  let revised = skid;
  const touched = new Set<string>();
  const changers = random.shuffle([addValve, removeValve, addStrainer, addInstrument, removeInstrument, resizeLine, turnMark, renameTitle]);
  for (let round = 0; round < 3 && changes.length < count; round += 1)
    for (const change of changers) {
      if (changes.length >= count) break;
      const done = change(revised, random, touched);
      if (done === undefined) continue;
      revised = done.skid;
      changes.push(done.change);
    }
  const { history } = FRAME_WORDS[skid.language];
  const labels = revised.revisions.map(({ label }) => label);
  const label = 'ABCDE'[labels.length] ?? 'Z';
  const date = `202${5 + random.integer(0, 1)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`;
  const revisions = [...revised.revisions, { label, date, words: history[2] }];
  return { skid: { ...revised, revisions }, changes };
}

interface Done {
  readonly skid: Skid;
  readonly change: SkidChange;
}
type Change = (skid: Skid, random: Random, touched: Set<string>) => Done | undefined;

interface Place {
  readonly sheet: number;
  readonly chain: number;
  readonly at: number;
}

/** Stations of one item with a straight pipe before and behind. */
function straight({ sheets }: Skid, fits: (item: Item, chain: Chain, at: number) => boolean): readonly Place[] {
  return sheets.flatMap(({ chains }, sheet) =>
    chains.flatMap((own, chain) =>
      own.stations.flatMap(({ branches }, at) => {
        const item = branches.length === 1 && branches[0]?.length === 1 ? branches[0][0] : undefined;
        const isBeside = [at - 1, at + 1].every((other) => own.stations[other]?.branches.length === 1);
        return item !== undefined && isBeside && fits(item, own, at) ? [{ sheet, chain, at }] : [];
      }),
    ),
  );
}

function withChain(skid: Skid, { sheet, chain }: Place, change: (chain: Chain) => Chain): Skid {
  const sheets = skid.sheets.map((own, at) =>
    at !== sheet ? own : { ...own, chains: own.chains.map((one, place) => (place === chain ? change(one) : one)) },
  );
  return { ...skid, sheets };
}

function shifted(instruments: readonly Instrument[], from: number, by: number): readonly Instrument[] {
  return instruments.map((one) => (one.at >= from ? { ...one, at: one.at + by } : one));
}

function numberOf(skid: Skid, { sheet }: Place): string {
  return skid.sheets[sheet]?.number ?? '';
}

function freeTag(skid: Skid, letters: string): string {
  const text = JSON.stringify(skid.sheets);
  for (let number = 981; ; number += 1) if (!text.includes(`-${number}`)) return `${letters}-${number}`;
}

/** Behind a station: its pipe is parted in two, of the same number. */
function insert(skid: Skid, random: Random, touched: Set<string>, item: Item, what: SkidChange['what']): Done | undefined {
  const places = straight(skid, ({ kind, tag }, chain, at) => {
    const station = chain.stations[at];
    const next = chain.stations[at + 1]?.branches[0]?.[0];
    const isMeasured = chain.instruments.some((one) => one.at === at && one.on === 'pipe');
    return (
      kind !== 'connector' &&
      !touched.has(tag) &&
      station?.line !== undefined &&
      next?.kind !== 'connector' &&
      next?.kind !== 'control' &&
      !isMeasured
    );
  });
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const revised = withChain(skid, place, ({ stations, instruments }) => {
    const { line } = stations[place.at] ?? {};
    const added: Station = { branches: [[item]], ...(line === undefined ? {} : { line }) };
    return {
      stations: [...stations.slice(0, place.at + 1), added, ...stations.slice(place.at + 1)],
      instruments: shifted(instruments, place.at + 1, 1),
    };
  });
  touched.add(item.tag);
  for (const { branches } of skid.sheets[place.sheet]?.chains[place.chain]?.stations.slice(place.at, place.at + 2) ?? [])
    for (const { tag } of branches.flat()) touched.add(tag);
  return { skid: revised, change: { sheet: numberOf(skid, place), kind: 'added', what, name: item.tag } };
}

const addValve: Change = (skid, random, touched) => insert(skid, random, touched, { kind: 'gate', tag: freeTag(skid, 'HV') }, 'valve');

const addStrainer: Change = (skid, random, touched) =>
  insert(skid, random, touched, { kind: 'strainer', tag: freeTag(skid, 'STR') }, 'equipment');

const removeValve: Change = (skid, random, touched) => {
  const places = straight(
    skid,
    ({ kind, tag }, chain, at) =>
      (kind === 'gate' || kind === 'ball') && !touched.has(tag) && !chain.instruments.some((one) => one.at === at || one.at === at - 1),
  );
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const tag = skid.sheets[place.sheet]?.chains[place.chain]?.stations[place.at]?.branches[0]?.[0]?.tag ?? '';
  const revised = withChain(skid, place, ({ stations, instruments }) => ({
    stations: stations.filter((_, at) => at !== place.at),
    instruments: shifted(instruments, place.at + 1, -1),
  }));
  touched.add(tag);
  return { skid: revised, change: { sheet: numberOf(skid, place), kind: 'removed', what: 'valve', name: tag } };
};

const addInstrument: Change = (skid, random, touched) => {
  const places = straight(
    skid,
    ({ kind, tag }, chain, at) =>
      kind !== 'connector' &&
      !touched.has(tag) &&
      chain.stations[at]?.line !== undefined &&
      !chain.instruments.some((one) => one.at === at && one.on === 'pipe') &&
      chain.stations[at + 1]?.branches[0]?.[0]?.kind !== 'control',
  );
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const tag = freeTag(skid, random.pick(['PI', 'TI', 'FT']));
  const revised = withChain(skid, place, (chain) => ({ ...chain, instruments: [...chain.instruments, { tag, at: place.at, on: 'pipe' }] }));
  touched.add(tag).add(skid.sheets[place.sheet]?.chains[place.chain]?.stations[place.at]?.branches[0]?.[0]?.tag ?? '');
  return { skid: revised, change: { sheet: numberOf(skid, place), kind: 'added', what: 'instrument', name: tag } };
};

const removeInstrument: Change = (skid, random, touched) => {
  const places = skid.sheets.flatMap(({ chains }, sheet) =>
    chains.flatMap(({ instruments }, chain) =>
      instruments.flatMap(({ tag, controller }, at) => (controller === undefined && !touched.has(tag) ? [{ sheet, chain, at, tag }] : [])),
    ),
  );
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const revised = withChain(skid, place, (chain) => ({ ...chain, instruments: chain.instruments.filter((_, at) => at !== place.at) }));
  touched.add(place.tag);
  return { skid: revised, change: { sheet: numberOf(skid, place), kind: 'removed', what: 'instrument', name: place.tag } };
};

/** Another size of one line, wherever its number stands; not of one that goes on at the other sheet, which would be two changes. */
const resizeLine: Change = (skid, random, touched) => {
  const onSheets = new Map<string, Place[]>();
  skid.sheets.forEach(({ chains }, sheet) => {
    chains.forEach(({ stations }, chain) => {
      stations.forEach(({ line }, at) => {
        if (line !== undefined) onSheets.set(line, [...(onSheets.get(line) ?? []), { sheet, chain, at }]);
      });
    });
  });
  const lines = [...onSheets].filter(([line, places]) => !touched.has(line) && new Set(places.map(({ sheet }) => sheet)).size === 1);
  if (lines.length === 0) return undefined;
  const [line, [place]] = random.pick(lines);
  if (place === undefined) return undefined;
  const after = line.includes('"')
    ? line.replace(/^\d+/u, (size) => String(Number(size) * 2))
    : line.replace(/-(\d+)-(?=[^-]*$)/u, (_, size) => `-${Number(size) * 2}-`);
  const revised = withChain(skid, place, (chain) => ({
    ...chain,
    stations: chain.stations.map((one) => (one.line === line ? { ...one, line: after } : one)),
  }));
  touched.add(line).add(after);
  return { skid: revised, change: { sheet: numberOf(skid, place), kind: 'altered', what: 'line', name: line, before: line, after } };
};

/** A valve that stood open stands closed now, or the other way round. */
const turnMark: Change = (skid, random, touched) => {
  const places = straight(skid, ({ normal, tag }) => normal !== undefined && !touched.has(tag));
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const item = skid.sheets[place.sheet]?.chains[place.chain]?.stations[place.at]?.branches[0]?.[0];
  if (item?.normal === undefined) return undefined;
  const words = SKID_WORDS[skid.language];
  const normal = item.normal === 'open' ? 'closed' : 'open';
  const revised = withChain(skid, place, (chain) => ({
    ...chain,
    stations: chain.stations.map((one, at) => (at === place.at ? { ...one, branches: [[{ ...item, normal }]] } : one)),
  }));
  touched.add(item.tag);
  const change = {
    sheet: numberOf(skid, place),
    kind: 'altered',
    what: 'mark',
    name: item.tag,
    before: words[item.normal],
    after: words[normal],
  } as const;
  return { skid: revised, change };
};

const renameTitle: Change = (skid, _, touched) => {
  if (touched.has('title')) return undefined;
  touched.add('title');
  const title = skid.language === 'zh' ? `${skid.title}（改造）` : `${skid.title} - MODIFIED`;
  const change = {
    sheet: skid.sheets[0]?.number ?? '',
    kind: 'altered',
    what: 'title',
    name: 'title',
    before: skid.title,
    after: title,
  } as const;
  return { skid: { ...skid, title }, change };
};
