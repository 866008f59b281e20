import { failed, ok, type Result } from '../../kernel/index.ts';
import type { PictureFacts } from './picture-facts.ts';

/** One page of a TIFF: its entries by number, as its decoder wants them. */
export interface TiffPage extends PictureFacts {
  readonly tags: Readonly<Record<string, readonly number[]>>;
  readonly orientation: number;
}

/** Bytes of a value by the type of its entry; other types are of no use here. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** Entries that decoding needs: sizes, samples, strips, tiles, compression, tables, place and resolution. */
const NEEDED: ReadonlySet<number> = new Set([
  256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 284, 292, 293, 296, 317, 320, 322, 323, 324, 325, 338, 339, 347, 512, 513,
  514, 519, 520, 521, 529, 530,
]);
const MOST_ENTRIES = 500;
const MOST_VALUES = 300_000;

/**
 * Reads the directories of a TIFF, each once: a chain that leads back to one that was read, out of the file, or over more pages than
 * allowed is a fault.
 */
export function readTiff(bytes: Buffer, maxPages: number): Result<readonly TiffPage[], 'damaged' | 'limit-exceeded'> {
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 8 || (order !== 'II' && order !== 'MM')) return failed('damaged');
  const reader = new Reader(bytes, order === 'II');
  const seen = new Set<number>();
  const pages: TiffPage[] = [];
  for (let at = reader.long(4); at !== 0; ) {
    if (seen.has(at) || at + 2 > bytes.length) return failed('damaged');
    if (seen.size >= maxPages) return failed('limit-exceeded');
    seen.add(at);
    const entries = reader.short(at);
    if (entries > MOST_ENTRIES || at + 2 + entries * 12 + 4 > bytes.length) return failed('damaged');
    const page = pageOf(reader, at + 2, entries);
    if (page === undefined) return failed('damaged');
    pages.push(page);
    at = reader.long(at + 2 + entries * 12);
  }
  return pages.length === 0 ? failed('damaged') : ok(pages);
}

function pageOf(reader: Reader, at: number, entries: number): TiffPage | undefined {
  const tags: Record<string, readonly number[]> = {};
  for (let entry = 0; entry < entries; entry += 1) {
    const place = at + entry * 12;
    const tag = reader.short(place);
    if (!NEEDED.has(tag)) continue;
    const values = reader.values(place);
    if (values === undefined) return undefined;
    tags[`t${tag}`] = values;
  }
  const [[width = 0] = [], [height = 0] = []] = [tags.t256, tags.t257];
  if (width === 0 || height === 0 || !isHeld(reader, tags)) return undefined;
  const [orientation = 1] = tags.t274 ?? [];
  const [perUnit = 0] = tags.t282 ?? [];
  const dpi = (tags.t296?.[0] ?? 2) === 3 ? perUnit * 2.54 : perUnit;
  const size = orientation >= 5 ? { width: height, height: width } : { width, height };
  return { ...size, tags, orientation, ...(dpi > 0 ? { dpi } : {}) };
}

/** Whether strips or tiles lie within the file, so that none of the picture is missing. */
function isHeld({ bytes }: Reader, tags: Readonly<Record<string, readonly number[]>>): boolean {
  const starts = tags.t324 ?? tags.t273;
  const counts = tags.t325 ?? tags.t279;
  if (starts === undefined || starts.length === 0 || starts.length > MOST_VALUES) return false;
  return starts.every((start, index) => start + (counts?.[index] ?? 0) <= bytes.length);
}

class Reader {
  readonly bytes: Buffer;
  private readonly little: boolean;

  constructor(bytes: Buffer, little: boolean) {
    this.bytes = bytes;
    this.little = little;
  }

  short(at: number): number {
    if (at + 2 > this.bytes.length) return 0;
    return this.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  long(at: number): number {
    if (at + 4 > this.bytes.length) return 0;
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  /** Values of the entry at a place; undefined where they lie outside the file or are too many. */
  values(place: number): readonly number[] | undefined {
    const type = this.short(place + 2);
    const count = this.long(place + 4);
    const size = SIZES[type];
    if (size === undefined) return [];
    if (count > MOST_VALUES) return undefined;
    const start = count * size <= 4 ? place + 8 : this.long(place + 8);
    if (start + count * size > this.bytes.length) return undefined;
    return Array.from({ length: count }, (_, index) => this.valueAt(start + index * size, type));
  }

  private valueAt(at: number, type: number): number {
    if (type === 3) return this.short(at);
    if (type === 4) return this.long(at);
    if (type === 5) return this.long(at + 4) === 0 ? 0 : this.long(at) / this.long(at + 4);
    return this.bytes[at] ?? 0;
  }
}
