import { FaultlineError, type PassageId, parsePassageId } from '../../../kernel/index.ts';
import { ID_BYTES, RowById } from './row-by-id.ts';
import { countBits, signWords } from './sign-bits.ts';

/** What a scan filters by, one small number a distinct value, and what it ranks by. */
export interface PlacedPassage {
  /** Never given twice, so what is known of a place stays true for as long as it is there. */
  readonly place: number;
  readonly id: string;
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

const ID_PREFIX = 'psg_';

/**
 * All passages in memory with what access and scope filter by, so that the filter comes before the ranking. Rows are kept dense:
 * the last row takes the place of a removed one, which no answer shows, since answers are ordered by what is in the rows.
 */
export class PassageTable {
  readonly #words: number;
  #size = 0;
  #signs = new Uint32Array(0);
  #hasSigns = new Uint8Array(0);
  #lengths = new Uint32Array(0);
  #places = new Uint32Array(0);
  #ids = Buffer.alloc(0);
  readonly #columns: Record<Column, Uint32Array>;
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [];
  /** Row + 1 by place; 0: the place is not held. */
  #rowByPlace = new Int32Array(1024);
  readonly #rowById = new RowById();

  constructor(dimension: number) {
    this.#words = signWords(dimension);
    const empty = () => new Uint32Array(0);
    this.#columns = { version: empty(), document: empty(), labelSet: empty(), language: empty(), kind: empty() };
  }

  get size(): number {
    return this.#size;
  }

  /** @throws FaultlineError `storage-failed` for an id that is none. */
  put(row: PlacedPassage): void {
    if (this.rowOf(row.place) !== undefined) return;
    const at = this.#append(row.place);
    if (this.#ids.write(row.id.slice(ID_PREFIX.length), at * ID_BYTES, 'hex') !== ID_BYTES) throw unreadable();
    this.#rowById.add(this.#ids, at, this.#size);
    if (row.signs !== undefined) this.#signs.set(row.signs, at * this.#words);
    this.#hasSigns[at] = row.signs === undefined ? 0 : 1;
    this.#lengths[at] = row.length;
    for (const column of COLUMNS) this.#columns[column][at] = this.#code(row[column]);
  }

  remove(place: number): void {
    const at = this.rowOf(place);
    if (at === undefined) return;
    const last = this.#size - 1;
    this.#rowById.remove(this.#ids, at);
    if (at !== last) this.#rowById.move(this.#ids, last, at);
    this.#ids.copyWithin(at * ID_BYTES, last * ID_BYTES, (last + 1) * ID_BYTES);
    this.#signs.copyWithin(at * this.#words, last * this.#words, (last + 1) * this.#words);
    const rows = [this.#hasSigns, this.#lengths, this.#places, ...Object.values(this.#columns)];
    for (const values of rows) values.copyWithin(at, last, last + 1);
    this.#rowByPlace[this.#places[at] ?? 0] = at + 1;
    this.#rowByPlace[place] = 0;
    this.#size = last;
  }

  rowOf(place: number): number | undefined {
    const row = this.#rowByPlace[place] ?? 0;
    return row === 0 ? undefined : row - 1;
  }

  rowOfId(id: PassageId): number | undefined {
    return this.#rowById.find(this.#ids, Buffer.from(id.slice(ID_PREFIX.length), 'hex'));
  }

  placeAt(row: number): number {
    return this.#places[row] ?? 0;
  }

  lengthAt(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  idAt(row: number): PassageId {
    const id = parsePassageId(`${ID_PREFIX}${this.#ids.toString('hex', row * ID_BYTES, (row + 1) * ID_BYTES)}`);
    if (id === undefined) throw unreadable();
    return id;
  }

  /** As the ids compare. */
  compareIds(left: number, right: number): number {
    return this.#ids.compare(this.#ids, right * ID_BYTES, (right + 1) * ID_BYTES, left * ID_BYTES, (left + 1) * ID_BYTES);
  }

  allowed(filter: PassageFilter): Allowed {
    const passed = new Uint8Array(this.#size).fill(1);
    for (const column of COLUMNS) {
      const passes = filter[column];
      if (passes === undefined) continue;
      const codes = this.#columns[column];
      const table = Uint8Array.from(this.#values, (value) => (passes(value) ? 1 : 0));
      for (let row = 0; row < this.#size; row++) if (table[codes[row] ?? 0] !== 1) passed[row] = 0;
    }
    return passed;
  }

  /**
   * Rows whose signs differ least from `asked`, at least `n` when there are so many: all rows at the last distance taken come
   * along, so that the answer does not depend on the order in which rows were added.
   */
  nearest(asked: Uint32Array, n: number, allowed: Allowed): number[] {
    const distances = new Int16Array(this.#size).fill(-1);
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
      if (distance >= 0 && distance <= limit) found.push(row);
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
    if (place >= this.#rowByPlace.length) {
      const wider = new Int32Array(Math.max(place + 1, 2 * this.#rowByPlace.length));
      wider.set(this.#rowByPlace);
      this.#rowByPlace = wider;
    }
    this.#places[this.#size] = place;
    this.#rowByPlace[place] = this.#size + 1;
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
    this.#places = widened(this.#places);
    for (const column of COLUMNS) this.#columns[column] = widened(this.#columns[column]);
    const ids = Buffer.alloc(capacity * ID_BYTES);
    ids.set(this.#ids);
    this.#ids = ids;
    const hasSigns = new Uint8Array(capacity);
    hasSigns.set(this.#hasSigns);
    this.#hasSigns = hasSigns;
  }
}

export function unreadable(): FaultlineError {
  return new FaultlineError('storage-failed', 'A row of the search index cannot be read; make the index again from the ledger.');
}
