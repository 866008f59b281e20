import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { meantAs } from './meant-as.ts';
import { tallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

/** Width of an f to its height from which it may be two letters, and its height to that of digits and capitals of the line. */
const WIDE = 0.5;
const AS_HIGH = 0.85;
/** The part of its height, from the top, in which its stems stand apart, and the part above small letters and below the hook. */
const STEMS = { from: 0.58, to: 0.88 } as const;
const ABOVE = { from: 0.2, to: 0.3 } as const;
/** Share of rows in which that has to be seen. */
const MOSTLY = 0.8;
/** The part of its height in which its bar is, and how far that of a second f goes on behind the stem. */
const BAR = { from: 0.3, to: 0.52, beyond: 0.1 } as const;

/**
 * A line in which one sign of two letters (ﬁ, ﬂ, ﬀ), of which engines read the f alone, is both of them: told by the second stem of its ink,
 * by what stands above it, and by how far its bar goes (`flow`, which is read `fow`). What was recognised is kept.
 */
export function settleLigatures(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const tall = tallSigns(line);
  if (tall === undefined || !line.words.some(({ symbols }) => symbols.some(({ text }) => text === 'f'))) return line;
  return { ...line, words: line.words.map((word) => ({ ...word, symbols: withLigatures(word.symbols, tall.high) })) };

  function withLigatures(symbols: readonly RecognisedSymbol[], tallest: number): readonly RecognisedSymbol[] {
    // Where a letter of the word has no ink of its own, that of two may have been given to the f.
    if (!symbols.every((symbol, at) => hasOwnInk(symbol, symbols[at + 1]))) return symbols;
    return symbols.map((symbol, at) => {
      const { x0, x1, y0, y1 } = symbol.box;
      if (symbol.text !== 'f' || y1 - y0 < AS_HIGH * tallest || x1 - x0 < WIDE * (y1 - y0)) return symbol;
      const second = secondLetter(inkIn(symbol.box, raster, threshold));
      return second === undefined || symbols[at + 1]?.text === second ? symbol : meantAs(symbol, `f${second}`);
    });
  }
}

/** Signs that touch share a boundary, and one that has no ink begins where it ends. */
function hasOwnInk({ box }: RecognisedSymbol, next: RecognisedSymbol | undefined): boolean {
  return box.x1 > box.x0 && (next === undefined || next.box.x0 > box.x1);
}

/** Runs of ink of each row of a box. */
interface Ink {
  readonly width: number;
  readonly rows: readonly (readonly Run[])[];
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function inkIn({ x0, x1, y0, y1 }: Box, { width, height, pixels }: GreyRaster, threshold: number): Ink {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))];
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(height, Math.ceil(y1))];
  const isInk = (x: number, y: number) => x >= 0 && x < width && (pixels[y * width + x] ?? 255) < threshold;
  const rows: Run[][] = [];
  for (let y = top; y < bottom; y += 1) {
    const runs: { from: number; to: number }[] = [];
    for (let x = left; x < right; x += 1) {
      if (!isInk(x, y)) continue;
      const last = runs.at(-1);
      if (last?.to === x - left) last.to += 1;
      else runs.push({ from: x - left, to: x - left + 1 });
    }
    rows.push(runs);
  }
  return { width: right - left, rows };
}

function secondLetter({ width, rows }: Ink): 'f' | 'i' | 'l' | undefined {
  const part = ({ from, to }: { readonly from: number; readonly to: number }) =>
    rows.slice(Math.round(from * rows.length), Math.round(to * rows.length));
  const stems = part(STEMS);
  const pairs = stems.flatMap((runs) => (runs.length === 2 ? [runs] : []));
  const [first, stem] = pairs[Math.floor(pairs.length / 2)] ?? [];
  if (first === undefined || stem === undefined || pairs.length < MOSTLY * stems.length || stem.from < width / 2) return undefined;
  // Letters that only lie over each other, as an f and the r or o behind it, have no bar in common.
  const bar = part(BAR)
    .flat()
    .find(({ from, to }) => from < first.to && to > stem.from);
  if (bar === undefined) return undefined;
  const above = part(ABOVE);
  const isHigh = above.filter((runs) => runs.some(({ from, to }) => from < stem.to && to > stem.from)).length >= MOSTLY * above.length;
  if (!isHigh) return 'i';
  return bar.to - stem.to > BAR.beyond * rows.length ? 'f' : 'l';
}
