/** The weights of features after learning, each a whole number of `scale`, from -127 to 127. */
export interface LearnedWeights {
  readonly scale: number;
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Of the key at the same place. */
  readonly values: Int8Array;
}

const LARGEST = 127;

/** Rounds weights to a byte each; what rounds to nothing is left out. The largest ones are cut at `limit`, so that the small keep their differences. */
export function roundWeights(entries: Iterable<readonly [key: number, weight: number]>, limit: number): LearnedWeights {
  const scale = limit / LARGEST;
  const kept = [...entries]
    .map(([key, weight]) => [key, Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scale)))] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => a - b);
  return { scale, keys: Uint32Array.from(kept, ([key]) => key), values: Int8Array.from(kept, ([, weight]) => weight) };
}

/** The weight of a feature by its key; nothing where none was learnt. */
export function weightFinder({ scale, keys, values }: LearnedWeights): (key: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2))) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  keys.forEach((key, at) => {
    let slot = key & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = at;
  });
  return (key) => {
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const at = table[slot] ?? -1;
      if (at === -1) return 0;
      if (keys[at] === key) return (values[at] ?? 0) * scale;
    }
  };
}
