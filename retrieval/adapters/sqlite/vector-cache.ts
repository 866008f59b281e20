/**
 * Vectors of the places asked last in one block of memory that grows up to `most` vectors; the one that came first goes first.
 * A place is never given twice, so that nothing held here can be out of date.
 */
export class VectorCache {
  readonly #dimension: number;
  readonly #most: number;
  #numbers = new Float32Array(0);
  readonly #slotOf = new Map<number, number>();
  readonly #placeAt: number[] = [];
  #next = 0;

  constructor(dimension: number, most: number) {
    this.#dimension = dimension;
    this.#most = most;
  }

  /** Inner product with the vector of a place, in the order in which `dot` adds; undefined where the vector is not held. */
  dot(vector: Float32Array, place: number): number | undefined {
    const slot = this.#slotOf.get(place);
    if (slot === undefined) return undefined;
    const offset = slot * this.#dimension;
    let sum = 0;
    for (let index = 0; index < this.#dimension; index++) sum += (vector[index] ?? 0) * (this.#numbers[offset + index] ?? 0);
    return sum;
  }

  put(place: number, vector: Float32Array): void {
    if (this.#slotOf.has(place) || vector.length !== this.#dimension) return;
    const slot = this.#next % this.#most;
    if ((slot + 1) * this.#dimension > this.#numbers.length) this.#grow(slot + 1);
    const earlier = this.#placeAt[slot];
    if (earlier !== undefined) this.#slotOf.delete(earlier);
    this.#numbers.set(vector, slot * this.#dimension);
    this.#placeAt[slot] = place;
    this.#slotOf.set(place, slot);
    this.#next = slot + 1;
  }

  #grow(slots: number): void {
    const wider = new Float32Array(Math.min(this.#most, Math.max(slots, 1024, 2 * this.#placeAt.length)) * this.#dimension);
    wider.set(this.#numbers);
    this.#numbers = wider;
  }
}
