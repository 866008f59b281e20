import { isWide } from '../../layout/glyph.ts';
import type { RecognisedLine } from '../../ocr/text-recogniser.ts';

/** Height of ink to the size of the font: Chinese characters, capitals and digits, small letters without strokes above. */
const INK = { han: 0.9, tall: 0.73, low: 0.54 } as const;
const TALL = /[A-Z0-9bdfhklt]/u;
const LOW = /[acemnorsuvwxz]/u;
/** Lines whose sizes differ by less are set in one size: ink is measured roughly. */
const ALIKE = 0.16;
const SMALLEST = 3;
/** Height of the ink of a Chinese character that is a level stroke, to its width. */
const FLAT = 0.4;

/** Share of the characters of a page that make the size of them one of running text. */
const SOME = 0.2;

/**
 * Size of running text, in points: that of most characters, or the one that is `usual` on the pages before where some have it, since a page
 * may be full of small print.
 */
export function bodySizeOf(lines: readonly RecognisedLine[], usual?: number): number {
  const sizes = lines
    .map((line) => ({ size: inkSize(line), weight: line.words.reduce((sum, { symbols }) => sum + symbols.length, 0) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  const all = sizes.reduce((sum, { weight }) => sum + weight, 0);
  if (usual !== undefined) {
    const some = sizes.reduce((sum, { size, weight }) => sum + (Math.abs(size / usual - 1) < ALIKE ? weight : 0), 0);
    if (some >= SOME * all) return usual;
  }
  const half = all / 2;
  let sum = 0;
  for (const { size, weight } of sizes) {
    sum += weight;
    if (sum >= half) return size;
  }
  return 10;
}

/** Font size of a line in points: that of the page where it is about that. */
export function lineSize(line: RecognisedLine, body: number): number {
  const size = inkSize(line);
  if (size === 0 || Math.abs(size / body - 1) < ALIKE) return body;
  return Math.max(SMALLEST, Math.round(size * 2) / 2);
}

/** Font size of a line in points by the height of its ink alone; 0 where none of its signs tells it. */
export function inkSize(line: RecognisedLine): number {
  const { words } = line;
  const heights = { han: [] as number[], tall: [] as number[], low: [] as number[] };
  for (const { symbols } of words) {
    for (const { text, box } of symbols) {
      const kind = isWide(text) && /\p{L}/u.test(text) ? 'han' : TALL.test(text) ? 'tall' : LOW.test(text) ? 'low' : undefined;
      // The height of 一 says nothing of the size.
      const isFlat = kind === 'han' && box.y1 - box.y0 < FLAT * (box.x1 - box.x0);
      if (kind !== undefined && !isFlat) heights[kind].push(box.y1 - box.y0);
    }
  }
  const kind = heights.han.length >= 2 ? 'han' : heights.tall.length > 0 ? 'tall' : heights.han.length > 0 ? 'han' : 'low';
  const sorted = heights[kind].sort((a, b) => a - b);
  const height = sorted[Math.floor(0.6 * (sorted.length - 1))];
  const size = height === undefined ? 0 : height / INK[kind];
  const { most, usual, signs } = byWidth(line);
  return signs >= TELLING && size > most ? usual : size;
}

/** Width of a sign and the blank beside it, in sizes: the narrowest faces, and most. */
const ADVANCE = { han: { least: 0.9, usual: 1 }, other: { least: 0.4, usual: 0.5 } } as const;
/** Fewer signs may be narrow ones. */
const TELLING = 12;

/** How large a line is set by how wide its signs are: ink of the lines beside it may stand in its box, none stands in its row. */
function byWidth({ words }: RecognisedLine): { readonly most: number; readonly usual: number; readonly signs: number } {
  const symbols = words.flatMap((word) => word.symbols);
  const han = symbols.filter(({ text }) => isWide(text)).length;
  const other = symbols.length - han + Math.max(0, words.length - 1);
  const wide = Math.max(0, ...words.map(({ box }) => box.x1)) - Math.min(...words.map(({ box }) => box.x0));
  const sizeOf = (way: 'least' | 'usual') => wide / (ADVANCE.han[way] * han + ADVANCE.other[way] * other);
  return { most: sizeOf('least'), usual: sizeOf('usual'), signs: han + other };
}
