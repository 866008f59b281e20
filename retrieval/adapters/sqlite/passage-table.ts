import { countBits, signWords } from './sign-bits.ts';

/** What a scan filters by, one small number a distinct value, and what it ranks by. */
export interface PlacedPassage {
  readonly place: number;
  readonly version: string;
  readonly document: string;
  readonly labelSet: string;
  readonly language: string;
  readonly kind: string;
  /** Tokens. */
  readonly length: number;
  /** Absent where the passage has no vector. */
  readonly signs?: Uint32Array;
}

const COLUMNS = ['version', 'document', 'labelSet', 'language', 'kind'] as const;
type Column = (typeof COLUMNS)[number];
export type PassageFilter = Readonly<Partial<Record<Column, (value: string) => boolean>>>;

/** Rows of the table that passed a filter: 1 each, else 0. */
export type Allowed = Uint8Array;

/**
 * All passages in memory with what access and scope filter by, so that the filter comes before the ranking. Rows are kept dense:
 * the last row takes the place of a removed one, which no answer shows, since answers are ordered by what is in the rows.
 */
export class PassageTable {
  readonly #words: number;
  #size = 0;
  #signs: Uint32Array;
  #hasSigns: Uint8Array;
  #lengths: Uint32Array;
  #places: Float64Array;
  readonly #columns: Record<Column, Uint32Array>;
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #rowOf = new Map<number, number>();

  constructor(dimension: number) {
    this.#words = signWords(dimension);
    this.#signs = new Uint32Array(0);
    this.#hasSigns = new Uint8Array(0);
    this.#lengths = new Uint32Array(0);
    this.#places = new Float64Array(0);
    const empty = () => new Uint32Array(0);
    this.#columns = { version: empty(), document: empty(), labelSet: empty(), language: empty(), kind: empty() };
  }

  get size(): number {
    return this.#size;
  }

  put(row: PlacedPassage): void {
    const at = this.#rowOf.get(row.place) ?? this.#append(row.place);
    if (row.signs !== undefined) this.#signs.set(row.signs, at * this.#words);
    this.#hasSigns[at] = row.signs === undefined ? 0 : 1;
    this.#lengths[at] = row.length;
    for (const column of COLUMNS) this.#columns[column][at] = this.#code(row[column]);
  }

  remove(place: number): void {
    const at = this.#rowOf.get(place);
    if (at === undefined) return;
    const last = this.#size - 1;
    const moved = this.#places[last] ?? 0;
    this.#signs.copyWithin(at * this.#words, last * this.#words, (last + 1) * this.#words);
    for (const rows of [this.#hasSigns, this.#lengths, ...Object.values(this.#columns)]) rows.copyWithin(at, last, last + 1);
    this.#places[at] = moved;
    this.#rowOf.set(moved, at);
    this.#rowOf.delete(place);
    this.#size = last;
  }

  rowOf(place: number): number | undefined {
    return this.#rowOf.get(place);
  }

  placeAt(row: number): number {
    return this.#places[row] ?? 0;
  }

  lengthAt(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  /** `places`, when given, narrows further. */
  allowed(filter: PassageFilter, places?: ReadonlySet<number>): Allowed {
    const passed = new Uint8Array(this.#size).fill(1);
    for (const column of COLUMNS) {
      const passes = filter[column];
      if (passes === undefined) continue;
      const codes = this.#columns[column];
      const table = Uint8Array.from(this.#values, (value) => (passes(value) ? 1 : 0));
      for (let row = 0; row < this.#size; row++) if (table[codes[row] ?? 0] !== 1) passed[row] = 0;
    }
    if (places !== undefined) for (let row = 0; row < this.#size; row++) if (!places.has(this.#places[row] ?? 0)) passed[row] = 0;
    return passed;
  }

  /**
   * Places whose signs differ least from `asked`, at least `n` when there are so many: all rows at the last distance taken come
   * along, so that the answer does not depend on the order in which rows were added.
   */
  nearest(asked: Uint32Array, n: number, allowed: Allowed): number[] {
    const distances = new Int32Array(this.#size).fill(-1);
    const histogram = new Uint32Array(32 * this.#words + 1);
    for (let row = 0; row < this.#size; row++) {
      if (allowed[row] !== 1 || this.#hasSigns[row] !== 1) continue;
      const distance = this.#distance(asked, row);
      distances[row] = distance;
      histogram[distance] = (histogram[distance] ?? 0) + 1;
    }
    let limit = 0;
    for (let taken = histogram[0] ?? 0; taken < n && limit < histogram.length - 1; taken += histogram[limit] ?? 0) limit += 1;
    const found: number[] = [];
    for (let row = 0; row < this.#size; row++) {
      const distance = distances[row] ?? -1;
      if (distance >= 0 && distance <= limit) found.push(this.#places[row] ?? 0);
    }
    return found;
  }

  #distance(asked: Uint32Array, row: number): number {
    let distance = 0;
    const offset = row * this.#words;
    for (let word = 0; word < this.#words; word++) distance += countBits((asked[word] ?? 0) ^ (this.#signs[offset + word] ?? 0));
    return distance;
  }

  #code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  #append(place: number): number {
    if (this.#size === this.#places.length) this.#grow(Math.max(1024, 2 * this.#size));
    this.#places[this.#size] = place;
    this.#rowOf.set(place, this.#size);
    this.#size += 1;
    return this.#size - 1;
  }

  #grow(capacity: number): void {
    const widened = (rows: Uint32Array, width = 1) => {
      const wider = new Uint32Array(capacity * width);
      wider.set(rows);
      return wider;
    };
    this.#signs = widened(this.#signs, this.#words);
    this.#lengths = widened(this.#lengths);
    for (const column of COLUMNS) this.#columns[column] = widened(this.#columns[column]);
    const places = new Float64Array(capacity);
    places.set(this.#places);
    this.#places = places;
    const hasSigns = new Uint8Array(capacity);
    hasSigns.set(this.#hasSigns);
    this.#hasSigns = hasSigns;
  }
}
