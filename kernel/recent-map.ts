import type { Clock } from './ports/clock.ts';

/** When values go that nobody asks for. */
export interface Idleness {
  readonly clock: Clock;
  /** How long a value stays after it was set or taken last; looked at whenever a value is set. */
  readonly milliseconds: number;
}

interface Held<Value> {
  readonly value: Value;
  readonly at: number;
}

/**
 * Holds at most so many values; the one that was set or taken longest ago goes first. With an idleness, what nobody asks for goes
 * too, so that a long life holds no more than what is in use.
 */
export class RecentMap<Key, Value> {
  readonly #most: number;
  readonly #idle: Idleness | undefined;
  readonly #held = new Map<Key, Held<Value>>();

  /** @param most at least 1. */
  constructor(most: number, idle?: Idleness) {
    this.#most = most;
    this.#idle = idle;
  }

  get size(): number {
    return this.#held.size;
  }

  has(key: Key): boolean {
    return this.#held.has(key);
  }

  /** The value becomes the most recent one. */
  get(key: Key): Value | undefined {
    const held = this.#held.get(key);
    if (held !== undefined) this.#place(key, held.value);
    return held?.value;
  }

  set(key: Key, value: Value): void {
    this.#place(key, value);
    const least = this.#idle === undefined ? Number.NEGATIVE_INFINITY : this.#now() - this.#idle.milliseconds;
    for (const [oldest, { at }] of this.#held) {
      if (this.#held.size <= this.#most && at >= least) return;
      this.#held.delete(oldest);
    }
  }

  clear(): void {
    this.#held.clear();
  }

  #place(key: Key, value: Value): void {
    this.#held.delete(key);
    this.#held.set(key, { value, at: this.#now() });
  }

  #now(): number {
    return this.#idle?.clock.now() ?? 0;
  }
}
