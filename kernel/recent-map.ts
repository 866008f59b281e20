/** Holds at most so many values; the one that was set or taken longest ago goes first. */
export class RecentMap<Key, Value> {
  readonly #most: number;
  readonly #held = new Map<Key, Value>();

  /** @param most at least 1. */
  constructor(most: number) {
    this.#most = most;
  }

  has(key: Key): boolean {
    return this.#held.has(key);
  }

  /** The value becomes the most recent one. */
  get(key: Key): Value | undefined {
    const value = this.#held.get(key);
    if (value !== undefined) this.#place(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#place(key, value);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) return;
      this.#held.delete(oldest);
    }
  }

  clear(): void {
    this.#held.clear();
  }

  #place(key: Key, value: Value): void {
    this.#held.delete(key);
    this.#held.set(key, value);
  }
}
