import { jpegSegments } from './picture-segments.ts';

/** Frames of the kinds that are decoded: sequential and progressive, by Huffman's codes. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const LONGEST_CODE = 16;
/** Pixels of a side that the decoder takes. */
const LONGEST_SIDE = 65_500;

/**
 * Whether the frame, the tables and the head of the first scan of a JPEG fit each other. The library that decodes ends its process on
 * a picture of which nothing can be decoded; data that are spoilt behind these are shown as far as they go.
 */
export function isSoundJpeg(bytes: Buffer): boolean {
  let components: readonly number[] | undefined;
  for (const { marker, body } of jpegSegments(bytes)) {
    if (!isKnown(marker, body)) return false;
    if (FRAMES.includes(marker)) {
      if (components !== undefined) return false;
      components = componentsOf(body);
      if (components === undefined) return false;
    }
    if (marker === 0xc4 && !areSoundCodes(body)) return false;
    if (marker === 0xdb && !areSoundDivisors(body)) return false;
    if (marker === 0xda) return components !== undefined && isSoundScan(body, components);
  }
  return false;
}

/** Frames, tables, the scan, lines, notes of programs and comments; any other mark stops the decoder. */
function isKnown(marker: number, body: Buffer): boolean {
  if (marker === 0xdd) return body.length === 2;
  return FRAMES.includes(marker) || [0xc4, 0xda, 0xdb, 0xdc, 0xfe].includes(marker) || (marker >= 0xe0 && marker <= 0xef);
}

/** Ids of the components of a frame of eight bits a sample. */
function componentsOf(frame: Buffer): readonly number[] | undefined {
  const count = frame[5] ?? 0;
  if (frame.length < 6 || [1, 3].some((at) => frame.readUInt16BE(at) > LONGEST_SIDE)) return undefined;
  if (frame[0] !== 8 || ![1, 3, 4].includes(count) || frame.length !== 6 + 3 * count) return undefined;
  const ids = Array.from({ length: count }, (_, index) => frame[6 + 3 * index] ?? 0);
  const areSound = ids.every((_, index) => {
    const [across, down, table] = [(frame[7 + 3 * index] ?? 0) >> 4, (frame[7 + 3 * index] ?? 0) & 15, frame[8 + 3 * index] ?? 0];
    return across >= 1 && across <= 4 && down >= 1 && down <= 4 && table <= 3;
  });
  return areSound && new Set(ids).size === count ? ids : undefined;
}

/** Tables of codes: those of each length fit beside the shorter ones, and each has its symbol. */
function areSoundCodes(tables: Buffer): boolean {
  let at = 0;
  while (at < tables.length) {
    const head = tables[at] ?? 0;
    const counts = tables.subarray(at + 1, at + 1 + LONGEST_CODE);
    if (head >> 4 > 1 || (head & 15) > 3 || counts.length < LONGEST_CODE) return false;
    let room = 1;
    for (const count of counts) {
      room = 2 * room - count;
      if (room < 0) return false;
    }
    at += 1 + LONGEST_CODE + counts.reduce((sum, count) => sum + count, 0);
  }
  return at === tables.length;
}

function areSoundDivisors(tables: Buffer): boolean {
  let at = 0;
  while (at < tables.length) {
    const head = tables[at] ?? 0;
    if (head >> 4 > 1 || (head & 15) > 3) return false;
    at += 1 + 64 * (1 + (head >> 4));
  }
  return at === tables.length;
}

function isSoundScan(scan: Buffer, components: readonly number[]): boolean {
  const count = scan[0] ?? 0;
  if (count < 1 || count > 4 || scan.length !== 4 + 2 * count) return false;
  return Array.from({ length: count }, (_, index) => index).every((index) => {
    const tables = scan[2 + 2 * index] ?? 0;
    return components.includes(scan[1 + 2 * index] ?? 0) && tables >> 4 <= 3 && (tables & 15) <= 3;
  });
}
