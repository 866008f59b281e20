import { createRandom, type Random } from '../demo-plant/random.ts';
import type { Chain, Instrument, Item, ItemKind, MachineKind, Skid, Station, ValveKind } from './skid.ts';
import { SKID_WORDS } from './skid-words.ts';

const PREFIX: Readonly<Record<MachineKind | ValveKind, readonly string[]>> = {
  pump: ['P'],
  tank: ['TK', 'T'],
  vessel: ['V', 'D'],
  exchanger: ['E', 'HE'],
  strainer: ['S', 'STR'],
  filter: ['F', 'FL'],
  gate: ['HV', 'XV'],
  ball: ['HV', 'BV'],
  check: ['CV', 'NRV'],
  control: ['FV', 'PV', 'LV'],
};
const MEDIA = ['CW', 'PW', 'LO', 'HW', 'SW'];
const MEASURED = ['P', 'T', 'F'];
const FUNCTIONS = ['T', 'I', 'IT'];

/** A skid of two sheets by seed: machines, valves, instruments, lines over the sheets, and what its title block says. */
export function makeSkid(seed: number): Skid {
  const random = createRandom(seed, 'skid');
  const language = random.pick(['zh', 'en'] as const);
  const words = SKID_WORDS[language];
  const maker = new SkidMaker(random, language);
  const prefix = `${random.pick(['CWS', 'SKD', 'WTR'])}-PID-${random.integer(1, 9)}0`;
  const [first, second] = [`${prefix}1`, `${prefix}2`];
  const over = ['A', 'B'].slice(0, random.integer(1, 2)).map((letter) => ({ letter, line: maker.line() }));
  const rows = 2;
  const sheets = [first, second].map((number, sheet) => ({
    number,
    chains: Array.from({ length: rows }, (_, row): Chain => {
      const crossing = over[row];
      const other = sheet === 0 ? second : first;
      const connector = crossing === undefined ? undefined : ({ kind: 'connector', tag: crossing.letter, beyond: other } as const);
      return maker.chain({
        parallel: row === 0,
        ...(sheet === 1 && connector !== undefined ? { start: connector, line: crossing?.line ?? '' } : {}),
        ...(sheet === 0 && connector !== undefined ? { end: connector, lastLine: crossing?.line ?? '' } : {}),
      });
    }),
  }));
  const revisions = words.revisions
    .slice(0, random.integer(1, 3))
    .map((text, at) => ({ label: 'ABC'[at] ?? 'A', date: `202${at + 2}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`, words: text }));
  return { seed, language, title: words.title, revisions, notes: words.notes, sheets };
}

interface ChainPlan {
  /** Pumps side by side. */
  readonly parallel: boolean;
  readonly start?: Item;
  /** Of the pipe that comes in over the sheets, and of the one that leaves. */
  readonly line?: string;
  readonly end?: Item;
  readonly lastLine?: string;
}

class SkidMaker {
  readonly #random: Random;
  readonly #words: (typeof SKID_WORDS)['zh' | 'en'];
  readonly #numbers = new Map<string, number>();
  readonly #area: number;
  readonly #lineForm: (medium: string, number: number, size: number) => string;

  constructor(random: Random, language: 'zh' | 'en') {
    this.#random = random;
    this.#words = SKID_WORDS[language];
    this.#area = random.integer(1, 8) * 100;
    const grade = random.pick(['A1', 'B2', 'A1B']);
    this.#lineForm = random.pick([
      (medium: string, number: number, size: number) => `${size}"-${medium}-${number}-${grade}`,
      (medium: string, number: number, size: number) => `${medium}-${number}-${size * 25}-${grade}`,
    ]);
  }

  line(): string {
    return this.#lineForm(this.#random.pick(MEDIA), this.#next('line') + this.#area * 10, this.#random.pick([2, 3, 4, 6]));
  }

  chain(plan: ChainPlan): Chain {
    const random = this.#random;
    const single = (item: Item): Station => ({ branches: [[item]] });
    const ends = [single(this.#item('tank')), single(this.#item('vessel'))];
    const stations: Station[] = [plan.start === undefined ? random.pick(ends) : single(plan.start)];
    const middle: (() => Station)[] = [
      () => single(this.#item('gate')),
      () => single(this.#item(random.pick(['strainer', 'filter']))),
      () => ({ branches: Array.from({ length: plan.parallel ? 2 : 1 }, () => this.#pumpBranch(plan.parallel)) }),
      () => single(this.#item('exchanger')),
      () => single(this.#item('control')),
      () => single(this.#item('ball')),
    ];
    const kept = plan.parallel ? middle : random.sample(middle, random.integer(3, 5));
    for (const make of kept) {
      const station = make();
      const [branch] = station.branches;
      // A pump of a single branch is stations of its own, as is each valve beside it.
      if (station.branches.length === 1) stations.push(...(branch ?? []).map(single));
      else stations.push(station);
    }
    stations.push(plan.end === undefined ? single(this.#item(random.pick(['tank', 'vessel']))) : single(plan.end));
    const numbered = this.#numberLines(stations, plan);
    return { stations: numbered, instruments: this.#instruments(numbered) };
  }

  #pumpBranch(isParallel: boolean): readonly Item[] {
    const pump = this.#item('pump');
    const isLean = !isParallel && this.#random.chance(0.5);
    return isLean ? [pump, this.#item('check')] : [this.#item('gate'), pump, this.#item('check'), this.#item('gate')];
  }

  /** One number from machine to machine; a pipe over the sheets keeps its own. */
  #numberLines(stations: readonly Station[], plan: ChainPlan): readonly Station[] {
    const lastMachine = stations.findLastIndex((station, at) => at < stations.length - 1 && hasMachine(station));
    const own = plan.line ?? this.line();
    // Where no machine stands between its ends, all of the chain is one pipe.
    let line = lastMachine <= 0 && plan.lastLine !== undefined ? plan.lastLine : own;
    return stations.map((station, at) => {
      if (at === stations.length - 1) return station;
      if (at > 0 && hasMachine(station)) line = at === lastMachine && plan.lastLine !== undefined ? plan.lastLine : this.line();
      return { ...station, line };
    });
  }

  #instruments(stations: readonly Station[]): readonly Instrument[] {
    const random = this.#random;
    const instruments: Instrument[] = [];
    stations.forEach((station, at) => {
      const [item] = station.branches[0] ?? [];
      if (at === stations.length - 1 || item === undefined || item.kind === 'connector') return;
      // Where pumps stand side by side, there is no room for one.
      if (station.branches.length > 1 || (stations[at + 1]?.branches.length ?? 0) > 1) return;
      const next = stations[at + 1]?.branches[0]?.[0];
      const number = this.#next('loop') + this.#area * 10;
      if (next?.kind === 'control') {
        const measured = next.tag[0] ?? 'F';
        const loop = next.tag.replace(/^\D+/u, '');
        instruments.push({ tag: `${measured}T-${loop}`, at, on: 'pipe', controller: { tag: `${measured}IC-${loop}`, valve: next.tag } });
      } else if (item.kind === 'tank' || item.kind === 'vessel') {
        if (random.chance(0.7)) instruments.push({ tag: `L${random.pick(['T', 'I', 'IT'])}-${number}`, at, on: 'machine' });
      } else if (random.chance(0.35)) {
        instruments.push({ tag: `${random.pick(MEASURED)}${random.pick(FUNCTIONS)}-${number}`, at, on: 'pipe' });
      }
    });
    return instruments;
  }

  #item(kind: Exclude<ItemKind, 'connector'>): Item {
    const random = this.#random;
    const prefix = random.pick(PREFIX[kind]);
    const isValve = kind === 'gate' || kind === 'ball' || kind === 'check' || kind === 'control';
    const number = kind === 'control' ? this.#next('loop') + this.#area * 10 : this.#next(prefix) + this.#area;
    const tag = `${prefix}-${number}${kind === 'pump' && random.chance(0.4) ? random.pick(['A', 'B']) : ''}`;
    if (!isValve) return { kind, tag, ...(random.chance(0.7) ? { name: this.#words.names[kind] } : {}) };
    const isSet = (kind === 'gate' || kind === 'ball') && random.chance(0.4);
    return { kind, tag, ...(isSet ? { normal: random.pick(['open', 'open', 'closed'] as const) } : {}) };
  }

  #next(name: string): number {
    const next = (this.#numbers.get(name) ?? 0) + this.#random.integer(1, 2);
    this.#numbers.set(name, next);
    return next;
  }
}

const MACHINES: ReadonlySet<ItemKind> = new Set(['pump', 'tank', 'vessel', 'exchanger', 'strainer', 'filter']);

function hasMachine({ branches }: Station): boolean {
  return branches.some((branch) => branch.some(({ kind }) => MACHINES.has(kind)));
}
