/**
 * Holds what the last lookups asked for: a value that none of so many lookups took goes, within twice as many. So it holds no more
 * than what is in use, however long a life is, and needs neither an order of use nor a clock.
 */
export class RecentLookups<Key, Value> {
  readonly #span: number;
  #lookups = 0;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** @param span lookups after which what none of them took goes, at least 1; at most twice as many values are held. */
  constructor(span: number) {
    this.#span = span;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    this.#lookups += 1;
    if (this.#lookups > this.#span) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#lookups = 1;
    }
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.#young.set(key, old);
    return old;
  }

  /** Of a key that was looked up in vain; one that is there already is replaced. */
  set(key: Key, value: Value): void {
    this.#old.delete(key);
    this.#young.set(key, value);
  }
}
