import { createRandom, type Random } from '../demo-plant/random.ts';
import type { Device, DeviceKind, Feeder, Load, OneLine, Section, Supply } from './one-line.ts';
import { ONE_LINE_WORDS } from './one-line-words.ts';

/** Letters in use for each thing; a plant keeps to one set. */
const LETTERS: Readonly<Record<DeviceKind | 'bus' | 'cable' | 'motor' | 'transformer' | 'board', readonly string[]>> = {
  breaker: ['QF', 'CB', 'Q', 'MCCB'],
  contactor: ['KM', 'MC'],
  overload: ['FR', 'OL'],
  drive: ['VFD', 'INV'],
  starter: ['SS', 'RSS'],
  bus: ['BUS', 'WB', 'BB'],
  cable: ['W', 'WP', 'CBL'],
  motor: ['M', 'MTR'],
  transformer: ['TM', 'TX'],
  board: ['LP', 'DB', 'AP'],
};
const COUNTED: ReadonlySet<string> = new Set(['breaker', 'contactor', 'overload']);
const POWERS = ['5.5', '7.5', '11', '15', '18.5', '22', '37', '45'];
const MOST_IN_TWO_SECTIONS = 5;

/** A one-line diagram by seed: supplies, buses, a tie, feeders with their devices, cables and loads, and what its title block says. */
export function makeOneLine(seed: number): OneLine {
  const random = createRandom(seed, 'one-line');
  const language = random.pick(['zh', 'en'] as const);
  const words = ONE_LINE_WORDS[language];
  const number = `${random.pick(['CWS', 'ELE', 'WTR'])}-SLD-${random.integer(1, 9)}0${random.integer(1, 9)}`;
  const revisions = words.revisions
    .slice(0, random.integer(1, 3))
    .map((text, at) => ({ label: 'ABC'[at] ?? 'A', date: `202${at + 2}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`, words: text }));
  const maker = new OneLineMaker(random, language);
  const isDouble = random.chance(0.45);
  const hasTie = isDouble && random.chance(0.85);
  // Of two sections one may live by the tie alone.
  const isFedByTie = hasTie && random.chance(0.25);
  const isNamed = hasTie || random.chance(0.75);
  const count = (): number => (isDouble ? random.integer(3, MOST_IN_TWO_SECTIONS) : random.integer(4, 9));
  const sections = ['A', 'B']
    .slice(0, isDouble ? 2 : 1)
    .map((letter, at) => maker.section(letter, { isNamed, isSupplied: at === 0 || !isFedByTie, feeders: count() }));
  const tie = hasTie ? { tie: maker.breaker(random.pick(['400 A', '630 A'])) } : {};
  return { seed, language, title: random.pick(words.titles), revisions, notes: words.notes, number, sections, ...tie };
}

class OneLineMaker {
  readonly #random: Random;
  readonly #words: (typeof ONE_LINE_WORDS)['zh' | 'en'];
  readonly #letters: Readonly<Record<keyof typeof LETTERS, string>>;
  readonly #area: number;
  /** Devices are counted from one, without a hyphen: `QF3`. */
  readonly #isCounted: boolean;
  readonly #mark: string;
  /** How loads are named: by the motor, by the machine, or by both. */
  readonly #loads: 'motor' | 'machine' | 'both';
  readonly #amperes: (amperes: number) => string;
  readonly #cableType: (cores: string) => string;
  readonly #hasCubicles: boolean;
  #count = 0;

  constructor(random: Random, language: 'zh' | 'en') {
    this.#random = random;
    this.#words = ONE_LINE_WORDS[language];
    this.#isCounted = random.chance(0.25);
    const picked = Object.entries(LETTERS).map(([kind, letters]) => [kind, this.#isCounted ? letters[0] : random.pick(letters)] as const);
    this.#letters = Object.fromEntries(picked) as Record<keyof typeof LETTERS, string>;
    this.#area = random.integer(1, 8) * 100;
    this.#mark = this.#isCounted ? '-' : random.pick(['-', '-', '']);
    this.#loads = random.pick(['motor', 'machine', 'both', 'both']);
    this.#amperes = random.pick([
      (amperes: number) => `${amperes} A`,
      (amperes: number) => `${amperes}A/3P`,
      (amperes: number) => `In=${amperes}A`,
    ]);
    this.#cableType = random.pick([
      (cores: string) => `YJV-${cores}`,
      (cores: string) => `NYY-J ${cores}`,
      (cores: string) => `${cores} mm²`,
    ]);
    this.#hasCubicles = random.chance(0.3);
  }

  section(
    letter: string,
    { isNamed, isSupplied, feeders }: { readonly isNamed: boolean; readonly isSupplied: boolean; readonly feeders: number },
  ): Section {
    const random = this.#random;
    const volts = random.pick(['AC 380 V', '400 V 50 Hz', 'AC 400/230 V']);
    const bus = isNamed
      ? { tag: `${this.#letters.bus}-${letter === 'A' ? 1 : 2}`, words: `${volts} ${random.pick(['630 A', '1000 A'])}` }
      : { words: this.#words.bus(letter, volts) };
    const supply = isSupplied ? { supply: this.#supply(letter) } : {};
    return { bus, ...supply, feeders: Array.from({ length: feeders }, () => this.#feeder()) };
  }

  breaker(rating: string): Device {
    return { kind: 'breaker', tag: this.#tag('breaker', this.#next()), rating };
  }

  #supply(letter: string): Supply {
    const random = this.#random;
    const breaker = this.breaker(random.pick(['630 A', '800 A', '1000A/3P']));
    if (random.chance(0.25)) return { breaker };
    const kind = random.pick(['transformer', 'transformer', 'board'] as const);
    const rank = letter === 'A' ? 1 : 2;
    return kind === 'board'
      ? { source: { kind, tag: `MDB-${rank}` }, breaker }
      : { source: { kind, tag: `${this.#letters.transformer}-${rank}`, rating: random.pick(['630 kVA', '10/0.4 kV']) }, breaker };
  }

  #feeder(): Feeder {
    const random = this.#random;
    const number = this.#next();
    const tag = (kind: DeviceKind): string => this.#tag(kind, number);
    const amperes = this.#amperes(random.pick([16, 25, 32, 40, 63, 100, 160]));
    const breaker: Device = { kind: 'breaker', tag: tag('breaker'), rating: amperes };
    const cubicle = this.#hasCubicles ? { cubicle: String(number % 100) } : {};
    const kind = random.pick(['direct', 'direct', 'direct', 'drive', 'starter', 'board', 'spare'] as const);
    const cable = { cable: { tag: this.#tag('cable', number), type: this.#cableType(random.pick(['3x25+1x16', '4x10', '3x50+2x25'])) } };
    if (kind === 'spare') return { devices: [breaker], ...cubicle };
    if (kind === 'board') return { devices: [breaker], ...cable, load: this.#board(number), ...cubicle };
    const contactor: Device = { kind: 'contactor', ...(random.chance(0.8) ? { tag: tag('contactor') } : {}) };
    const overload: Device = { kind: 'overload', ...(random.chance(0.5) ? { tag: tag('overload'), rating: '25-40 A' } : {}) };
    const power = `${random.pick(POWERS)} kW`;
    const devices: Readonly<Record<typeof kind, readonly Device[]>> = {
      direct: [breaker, contactor, ...(random.chance(0.7) ? [overload] : [])],
      drive: [breaker, ...(random.chance(0.3) ? [contactor] : []), { kind: 'drive', tag: tag('drive'), rating: power }],
      starter: [breaker, { kind: 'starter', tag: tag('starter'), rating: power }],
    };
    return { devices: devices[kind], ...(random.chance(0.8) ? cable : {}), load: this.#motor(number, power), ...cubicle };
  }

  #motor(number: number, rating: string): Load {
    const random = this.#random;
    const [letters, words] = random.pick<readonly [string, string]>(this.#words.machines);
    const machine = `${letters}-${number}${random.chance(0.4) ? random.pick(['A', 'B']) : ''}`;
    const name = random.chance(0.7) ? { name: words } : {};
    if (this.#loads === 'machine') return { kind: 'motor', tag: machine, rating, ...name };
    const tag = `${this.#letters.motor}${machine.slice(letters.length)}`;
    return this.#loads === 'motor'
      ? { kind: 'motor', tag, rating, ...name }
      : { kind: 'motor', tag, rating, drives: { tag: machine, ...name } };
  }

  #board(number: number): Load {
    const random = this.#random;
    if (random.chance(0.25)) return { kind: 'transformer', tag: `${this.#letters.transformer}-${number}`, name: this.#words.transformer };
    return {
      kind: 'board',
      tag: `${this.#letters.board}-${number}`,
      name: random.pick(this.#words.boards),
    };
  }

  #tag(kind: keyof typeof LETTERS, number: number): string {
    const letters = this.#letters[kind];
    return this.#isCounted && COUNTED.has(kind) ? `${letters}${number - this.#area}` : `${letters}${this.#mark}${number}`;
  }

  #next(): number {
    this.#count += 1;
    return this.#area + this.#count;
  }
}
