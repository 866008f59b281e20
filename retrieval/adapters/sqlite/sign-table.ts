import { countBits, signWords } from './sign-bits.ts';

/** What a scan may filter by, one small number a distinct value. */
export interface SignRow {
  readonly place: number;
  readonly version: string;
  readonly document: string;
  readonly labelSet: string;
  readonly language: string;
  readonly kind: string;
  readonly signs: Uint32Array;
}

const COLUMNS = ['version', 'document', 'labelSet', 'language', 'kind'] as const;
type Column = (typeof COLUMNS)[number];
export type SignFilter = Readonly<Partial<Record<Column, (value: string) => boolean>>>;

/**
 * Signs of all vectors in memory, with what access and scope filter by, so that the filter comes before the ranking. Rows are
 * kept dense: the last row takes the place of a removed one, which the answer does not show, since it is ordered by (distance, place).
 */
export class SignTable {
  readonly #words: number;
  #size = 0;
  #signs: Uint32Array;
  #places: Float64Array;
  readonly #columns: Record<Column, Uint32Array>;
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #rowOf = new Map<number, number>();

  constructor(dimension: number) {
    this.#words = signWords(dimension);
    this.#signs = new Uint32Array(0);
    this.#places = new Float64Array(0);
    const empty = () => new Uint32Array(0);
    this.#columns = { version: empty(), document: empty(), labelSet: empty(), language: empty(), kind: empty() };
  }

  put(row: SignRow): void {
    const at = this.#rowOf.get(row.place) ?? this.#append(row.place);
    this.#signs.set(row.signs, at * this.#words);
    for (const column of COLUMNS) this.#columns[column][at] = this.#code(row[column]);
  }

  remove(place: number): void {
    const at = this.#rowOf.get(place);
    if (at === undefined) return;
    const last = this.#size - 1;
    const moved = this.#places[last] ?? 0;
    this.#signs.copyWithin(at * this.#words, last * this.#words, (last + 1) * this.#words);
    for (const column of COLUMNS) this.#columns[column].copyWithin(at, last, last + 1);
    this.#places[at] = moved;
    this.#rowOf.set(moved, at);
    this.#rowOf.delete(place);
    this.#size = last;
  }

  /**
   * Places whose signs differ least from `asked`, at least `n` when there are so many: all rows at the last distance taken come
   * along, so that the answer does not depend on the order in which rows were added.
   */
  nearest(asked: Uint32Array, n: number, filter: SignFilter, places?: ReadonlySet<number>): number[] {
    const allowed = this.#allowed(filter);
    const distances = new Int32Array(this.#size).fill(-1);
    const histogram = new Uint32Array(32 * this.#words + 1);
    for (let row = 0; row < this.#size; row++) {
      if (!allowed.every(([codes, table]) => table[codes[row] ?? 0] === 1)) continue;
      if (places !== undefined && !places.has(this.#places[row] ?? 0)) continue;
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

  /** For each filtered column its codes and a table that says which codes pass. */
  #allowed(filter: SignFilter): (readonly [Uint32Array, Uint8Array])[] {
    return COLUMNS.flatMap((column) => {
      const passes = filter[column];
      if (passes === undefined) return [];
      return [[this.#columns[column], Uint8Array.from(this.#values, (value) => (passes(value) ? 1 : 0))] as const];
    });
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
    const signs = new Uint32Array(capacity * this.#words);
    signs.set(this.#signs);
    this.#signs = signs;
    const places = new Float64Array(capacity);
    places.set(this.#places);
    this.#places = places;
    for (const column of COLUMNS) {
      const codes = new Uint32Array(capacity);
      codes.set(this.#columns[column]);
      this.#columns[column] = codes;
    }
  }
}
