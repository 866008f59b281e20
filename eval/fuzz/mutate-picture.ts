import { deflateSync } from 'node:zlib';
import type { Random } from '../../datasets/index.ts';
import { PNG_MARK, pngChunk } from './png-chunk.ts';

type MutatePicture = (bytes: Buffer, random: Random) => Buffer;

const HUGE = [0, 1, 65_535, 100_000, 2 ** 31 - 1, 2 ** 32 - 1];
const ZEROS = 2_000_000;
/** Larger ones would grow without bounds. Bytes. */
const LARGEST_REPEATED = 50_000;

/** Mutations of the chunks of a PNG, whose sums are right again afterwards. */
export const PNG_MUTATIONS: Readonly<Record<string, MutatePicture>> = {
  'size made huge': (bytes, random) =>
    withChunks(bytes, (one) => (one.kind === 'IHDR' ? withNumber(one, random.integer(0, 1) * 4, random) : [one])),
  'form of samples changed': (bytes, random) =>
    withChunks(bytes, (one) => {
      if (one.kind !== 'IHDR') return [one];
      const data = Buffer.from(one.data);
      data.writeUInt8(random.integer(0, 17), random.integer(8, 12));
      return [{ ...one, data }];
    }),
  'chunk dropped': (bytes, random) => withChunks(bytes, (one) => (random.chance(0.3) ? [] : [one])),
  'chunk repeated': (bytes, random) =>
    withChunks(bytes, (one) => Array.from({ length: bytes.length > LARGEST_REPEATED ? 1 : random.pick([1, 1, 2, 50]) }, () => one)),
  'pixels that unpack to more': (bytes) =>
    withChunks(bytes, (one) => (one.kind === 'IDAT' ? [{ ...one, data: deflateSync(Buffer.alloc(ZEROS)) }] : [one])),
  'text that unpacks to more': (bytes) =>
    withChunks(bytes, (one) =>
      one.kind === 'IHDR'
        ? [one, { kind: 'zTXt', data: Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(ZEROS, 65))]) }]
        : [one],
    ),
  'moving picture': (bytes) =>
    withChunks(bytes, (one) => (one.kind === 'IDAT' ? [{ kind: 'acTL', data: Buffer.from('7fffffff00000000', 'hex') }, one] : [one])),
};

/** Mutations of the segments of a JPEG. */
export const JPEG_MUTATIONS: Readonly<Record<string, MutatePicture>> = {
  'size made huge': (bytes, random) =>
    inSegment(bytes, [0xc0, 0xc2], (at) => put16(bytes, at + 5 + random.integer(0, 1) * 2, random.pick([0, 1, 65_535]))),
  'samples changed': (bytes, random) =>
    inSegment(bytes, [0xc0, 0xc2], (at) => put8(bytes, at + random.pick([4, 9, 11]), random.integer(0, 255))),
  'tables spoilt': (bytes, random) =>
    inSegment(bytes, [0xc4, 0xdb], (at) => put8(bytes, at + random.integer(4, 20), random.integer(0, 255))),
  'length of a segment spoilt': (bytes, random) =>
    inSegment(bytes, [0xc0, 0xc4, 0xdb, 0xe0, 0xda], (at) => put16(bytes, at + 2, random.pick([0, 1, 2, 65_535]))),
  'segment repeated': (bytes, random) =>
    inSegment(bytes, [random.pick([0xc0, 0xc4, 0xdb])], (at) => {
      const end = at + 2 + bytes.readUInt16BE(at + 2);
      return Buffer.concat([
        bytes.subarray(0, end),
        ...Array.from({ length: random.pick([1, 300]) }, () => bytes.subarray(at, end)),
        bytes.subarray(end),
      ]);
    }),
  'turned by a note that is none': (bytes) =>
    Buffer.concat([bytes.subarray(0, 2), Buffer.from('ffe10022457869660000', 'hex'), Buffer.alloc(26, 0xff), bytes.subarray(2)]),
  'marks amid the scan': (bytes, random) => {
    const at = random.integer(Math.floor(bytes.length / 2), bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff, random.pick([0xd0, 0xd8, 0xd9, 0xda, 0xc4])), bytes.subarray(at)]);
  },
};

/** Mutations of the directories of a TIFF in little endian. */
export const TIFF_MUTATIONS: Readonly<Record<string, MutatePicture>> = {
  'entry made huge': (bytes, random) => inDirectory(bytes, random, (at) => put32(bytes, at + 8, random.pick(HUGE))),
  'count of an entry made huge': (bytes, random) => inDirectory(bytes, random, (at) => put32(bytes, at + 4, random.pick(HUGE))),
  'type of an entry changed': (bytes, random) => inDirectory(bytes, random, (at) => put16(bytes, at + 2, random.integer(0, 14), true)),
  'entry renamed': (bytes, random) =>
    inDirectory(bytes, random, (at) =>
      put16(bytes, at, random.pick([256, 258, 259, 262, 273, 274, 277, 279, 317, 322, 324, 347, 530]), true),
    ),
  'other packing': (bytes, random) =>
    inDirectory(
      bytes,
      random,
      (at) => (bytes.readUInt16LE(at) === 259 ? put16(bytes, at + 8, random.pick([2, 3, 4, 5, 6, 7, 8, 32_773, 34_712]), true) : bytes),
      1,
    ),
  'directories in a ring': (bytes, random) => {
    const start = firstDirectory(bytes);
    return start === undefined ? bytes : put32(bytes, start.end, random.pick([start.at, 8, 4, bytes.length - 6]));
  },
  'other order of bytes': (bytes) => Buffer.concat([Buffer.from('MM'), bytes.subarray(2)]),
};

interface Chunk {
  readonly kind: string;
  readonly data: Buffer;
}

function withChunks(bytes: Buffer, change: (chunk: Chunk) => readonly Chunk[]): Buffer {
  const chunks: Chunk[] = [];
  for (let at = PNG_MARK.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ kind: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return Buffer.concat([PNG_MARK, ...chunks.flatMap(change).map(({ kind, data }) => pngChunk(kind, data))]);
}

function withNumber(chunk: Chunk, at: number, random: Random): readonly Chunk[] {
  return chunk.data.length < at + 4 ? [chunk] : [{ ...chunk, data: put32(chunk.data, at, random.pick(HUGE), false) }];
}

/** Changes the first segment of one of these marks; without one nothing changes. */
function inSegment(bytes: Buffer, marks: readonly number[], change: (at: number) => Buffer): Buffer {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2))
    if (marks.includes(bytes[at + 1] ?? 0)) return change(at);
  return bytes;
}

function firstDirectory(bytes: Buffer): { readonly at: number; readonly entries: number; readonly end: number } | undefined {
  const at = bytes.length < 8 ? 0 : bytes.readUInt32LE(4);
  if (at === 0 || at + 2 > bytes.length) return undefined;
  const entries = bytes.readUInt16LE(at);
  const end = at + 2 + entries * 12;
  return end + 4 > bytes.length ? undefined : { at, entries, end };
}

/** Changes some entries of the first directory, each with that chance. */
function inDirectory(bytes: Buffer, random: Random, change: (at: number) => Buffer, chance = 0.15): Buffer {
  const found = firstDirectory(bytes);
  if (found === undefined) return bytes;
  const changed = Buffer.from(bytes);
  for (let entry = 0; entry < found.entries; entry += 1) {
    const at = found.at + 2 + entry * 12;
    if (random.chance(chance)) change(at).copy(changed, at, at, at + 12);
  }
  return changed;
}

function put8(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy.writeUInt8(value, at);
  return copy;
}

function put16(bytes: Buffer, at: number, value: number, isLittle = false): Buffer {
  const copy = Buffer.from(bytes);
  if (at + 2 <= copy.length) isLittle ? copy.writeUInt16LE(value, at) : copy.writeUInt16BE(value, at);
  return copy;
}

function put32(bytes: Buffer, at: number, value: number, isLittle = true): Buffer {
  const copy = Buffer.from(bytes);
  if (at + 4 <= copy.length) isLittle ? copy.writeUInt32LE(value, at) : copy.writeUInt32BE(value, at);
  return copy;
}
