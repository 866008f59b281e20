import type { Random } from '../../datasets/index.ts';

/** Spoils bytes in one way; a result of any length. */
export type Mutate = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** Mutations that know nothing of what the bytes are. */
export const BYTE_MUTATIONS: Readonly<Record<string, Mutate>> = {
  'bit flips': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let left = random.integer(1, 12); left > 0 && copy.length > 0; left -= 1) {
      const at = random.integer(0, copy.length - 1);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(0, 7));
    }
    return copy;
  },
  truncation: (bytes, random) => bytes.subarray(0, random.integer(0, bytes.length)),
  'cut-out': (bytes, random) => {
    const [from, to] = rangeOf(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'chunk doubled': (bytes, random) => {
    const [from, to] = rangeOf(bytes, random);
    const at = random.integer(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  splice: (bytes, random, other) => {
    const [from, to] = rangeOf(other, random);
    const at = random.integer(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
  'run of one byte': (bytes, random) => {
    const at = random.integer(0, bytes.length);
    const run = Buffer.alloc(random.integer(1, 5_000), random.pick([0, 0x20, 0x0a, 0x22, 0x28, 0x3c, 0x7c, 0xff]));
    return Buffer.concat([bytes.subarray(0, at), run, bytes.subarray(at)]);
  },
};

function rangeOf(bytes: Buffer, random: Random): readonly [number, number] {
  const from = random.integer(0, bytes.length);
  return [from, Math.min(bytes.length, from + random.integer(1, Math.max(1, Math.floor(bytes.length / 4))))];
}
