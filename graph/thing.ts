import { compareText, type KeyId } from '../kernel/index.ts';

/** The keys that name one thing, as one reader sees it. */
export interface Thing {
  /** Orders and tells apart things; the same whichever of the keys was asked for. */
  readonly id: string;
  readonly keys: readonly KeyId[];
}

/** The thing that each of some keys names. A key left out stands for itself alone. */
export type FindThings = (keys: readonly KeyId[]) => Promise<ReadonlyMap<KeyId, Thing>>;

/** Takes every key for a thing of its own. */
export const eachKeyAThing: FindThings = async () => new Map();

/**
 * Things met on one walk. A walk that reaches a thing by one name goes on from all of its names, so that a Chinese and an English
 * manual that never share a name of it are still joined at it.
 */
export class Things {
  readonly #find: FindThings;
  readonly #byKey = new Map<KeyId, Thing>();

  constructor(find: FindThings) {
    this.#find = find;
  }

  /** Asks for what is not known yet, in one round trip. */
  async learn(keys: Iterable<KeyId>): Promise<void> {
    const asked = [...new Set(keys)].filter((key) => !this.#byKey.has(key)).sort(compareText);
    if (asked.length === 0) return;
    const found = await this.#find(asked);
    for (const key of asked) {
      const thing = found.get(key) ?? { id: key, keys: [key] };
      this.#byKey.set(key, thing);
      for (const other of thing.keys) this.#byKey.set(other, thing);
    }
  }

  /** The thing of a key that was learnt. */
  of(key: KeyId): Thing {
    return this.#byKey.get(key) ?? { id: key, keys: [key] };
  }

  /** The things of some keys, each once, ordered by id. */
  async all(keys: Iterable<KeyId>): Promise<readonly Thing[]> {
    const asked = [...keys];
    await this.learn(asked);
    return [...new Map(asked.map((key) => [this.of(key).id, this.of(key)])).values()].sort(compareThings);
  }
}

export function compareThings(left: Thing, right: Thing): number {
  return compareText(left.id, right.id);
}
