/** Deterministic source of choices. Equal seeds give equal choices on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [low, high]. */
  integer(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different members of the list, in the list's order. */
  sample<T>(list: readonly T[], count: number): T[];
  /** Another source that depends on this one's seed and the name only, so that one part's choices never shift another's. */
  fork(name: string): Random;
}

/** Mulberry32 over a hash of seed and name. */
export function createRandom(seed: number, name = ''): Random {
  let state = hashSeed(`${seed}/${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, rank: next() }))
      .sort((left, right) => left.rank - right.rank)
      .map(({ item }) => item);
  return {
    next,
    integer,
    shuffle,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[integer(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    chance: (probability) => next() < probability,
    sample: <T>(list: readonly T[], count: number): T[] => {
      const kept = new Set(shuffle(list.map((_, index) => index)).slice(0, count));
      return list.filter((_, index) => kept.has(index));
    },
    fork: (child) => createRandom(seed, `${name}/${child}`),
  };
}

/** FNV-1a, 32 bits. */
function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
