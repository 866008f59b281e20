import { constants, inflateSync } from 'node:zlib';
import { pngChunks } from './picture-segments.ts';

/** Bits a sample by kind of colour: grey, colour, palette, grey or colour with a share of cover. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Packed bytes that the first row is looked for in, and what they may unpack to. */
const PACKED = 65_536;
const UNPACKED = 80_000_000;
const PALETTE = 3;

/**
 * Whether the head of a PNG whose chunks are whole makes sense and its first row unpacks. The library that decodes ends its process on
 * a picture of which nothing can be decoded; data that are spoilt behind the first row are shown as far as they go.
 */
export function isSoundPng(bytes: Buffer): boolean {
  const chunks = [...pngChunks(bytes)];
  const [first] = chunks;
  if (first?.kind !== 'IHDR' || first.data.length !== 13 || chunks.filter(({ kind }) => kind === 'IHDR').length !== 1) return false;
  const [depth = 0, colour = 0, packing = 0, filter = 0, isInterlaced = 0] = first.data.subarray(8);
  if (DEPTHS[colour]?.includes(depth) !== true || packing !== 0 || filter !== 0 || isInterlaced > 1) return false;
  const start = chunks.findIndex(({ kind }) => kind === 'IDAT');
  const palette = chunks.findIndex(({ kind }) => kind === 'PLTE');
  if (start < 0 || (colour === PALETTE && (palette < 0 || palette > start || !isSoundPalette(chunks[palette]?.data)))) return false;
  const row = 1 + Math.ceil((first.data.readUInt32BE(0) * depth * (SAMPLES[colour] ?? 1)) / 8);
  const data = chunks.slice(start).flatMap(({ kind, data: own }) => (kind === 'IDAT' ? [own] : []));
  const length = data.reduce((sum, own) => sum + own.length, 0);
  return unpackedLength(Buffer.concat(data, Math.min(length, PACKED))) >= (isInterlaced === 1 ? 2 : Math.min(row, PACKED));
}

function isSoundPalette(data: Buffer | undefined): boolean {
  return data !== undefined && data.length > 0 && data.length % 3 === 0 && data.length <= 768;
}

function unpackedLength(packed: Buffer): number {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: UNPACKED }).length;
  } catch (error) {
    // More than that is enough for a row; anything else is no packed data.
    return error instanceof RangeError ? UNPACKED : 0;
  }
}
