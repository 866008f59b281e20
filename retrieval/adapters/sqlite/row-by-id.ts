/** Bytes of an id without its prefix. */
export const ID_BYTES = 16;

const FREE = 0;
const DELETED = -1;

/**
 * Finds rows by their ids in some 8 bytes a row: open addressing, linear probing. The ids themselves stay with the caller, who
 * gives the bytes of all rows with every call; since ids are hashes, their first bytes are hash enough.
 */
export class RowById {
  /** Row + 1, or `FREE`, or `DELETED`. */
  #slots = new Int32Array(16);
  /** Slots that are not free. */
  #used = 0;

  find(ids: Uint8Array, asked: Uint8Array): number | undefined {
    const slot = this.#slotOf(ids, asked, 0);
    return slot === undefined ? undefined : (this.#slots[slot] ?? 0) - 1;
  }

  /** Adds the row whose id stands in `ids`; rows below `rows` are those that count when the table grows. */
  add(ids: Uint8Array, row: number, rows: number): void {
    if (2 * (this.#used + 1) > this.#slots.length) this.#rebuild(ids, row, rows);
    this.#insert(ids, row);
  }

  remove(ids: Uint8Array, row: number): void {
    const slot = this.#slotOf(ids, ids, row * ID_BYTES);
    if (slot !== undefined) this.#slots[slot] = DELETED;
  }

  /** The id of row `from` now stands in row `to`; both still hold it in `ids`. */
  move(ids: Uint8Array, from: number, to: number): void {
    const slot = this.#slotOf(ids, ids, from * ID_BYTES);
    if (slot !== undefined) this.#slots[slot] = to + 1;
  }

  #slotOf(ids: Uint8Array, asked: Uint8Array, at: number): number | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = hashAt(asked, at) & mask; ; slot = (slot + 1) & mask) {
      const held = this.#slots[slot] ?? FREE;
      if (held === FREE) return undefined;
      if (held !== DELETED && isSame(ids, (held - 1) * ID_BYTES, asked, at)) return slot;
    }
  }

  #insert(ids: Uint8Array, row: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashAt(ids, row * ID_BYTES) & mask;
    while ((this.#slots[slot] ?? FREE) > 0) slot = (slot + 1) & mask;
    if (this.#slots[slot] === FREE) this.#used += 1;
    this.#slots[slot] = row + 1;
  }

  #rebuild(ids: Uint8Array, adding: number, rows: number): void {
    let capacity = 16;
    while (capacity < 4 * (rows + 1)) capacity *= 2;
    this.#slots = new Int32Array(capacity);
    this.#used = 0;
    for (let row = 0; row < rows; row++) if (row !== adding) this.#insert(ids, row);
  }
}

function hashAt(ids: Uint8Array, at: number): number {
  return (((ids[at] ?? 0) << 24) | ((ids[at + 1] ?? 0) << 16) | ((ids[at + 2] ?? 0) << 8) | (ids[at + 3] ?? 0)) >>> 0;
}

function isSame(left: Uint8Array, from: number, right: Uint8Array, at: number): boolean {
  for (let byte = 0; byte < ID_BYTES; byte++) if (left[from + byte] !== right[at + byte]) return false;
  return true;
}
