import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type Blob, blobsOf } from './ink-blobs.ts';
import { meantAs } from './meant-as.ts';
import { standingSigns, type TallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

const DIGIT = /^\d$/u;
const SCALE = /^[CF]$/u;
const GOES_ON = /^[\p{L}\p{N}]$/u;
/** In heights of the digits of the line: the ring of a degree ends so far above their foot at least, and is so wide and high. */
const RING = { foot: 0.45, least: 0.15, most: 0.55 } as const;

/**
 * A line in which a `C` or `F` behind a number has the ring of its degree, where an engine read the letter alone: its ink stands by
 * itself between them, small and high. 33 °C is no charge of 33 C. What was recognised is kept.
 */
export function settleDegrees(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const all = line.words.flatMap(({ symbols }) => symbols);
  const behindNumber = all.filter(
    ({ text }, at) => SCALE.test(text) && DIGIT.test(all[at - 1]?.text ?? '') && !GOES_ON.test(nextInWord(line, all[at])?.text ?? ''),
  );
  const tall = behindNumber.length === 0 ? undefined : standingSigns(line);
  if (tall === undefined) return line;
  const blobs = blobsOf(line.box, raster, threshold);
  const meant = new Map<RecognisedSymbol, RecognisedSymbol>();
  for (const symbol of behindNumber) {
    const ring = ringBefore(symbol, all[all.indexOf(symbol) - 1], blobs, (blob) => inkOf(blob, line.box, raster, threshold), tall);
    if (ring !== undefined) meant.set(symbol, meantAs({ ...symbol, box: { ...symbol.box, x0: ring.from } }, `°${symbol.text}`));
  }
  return { ...line, words: line.words.map((word) => ({ ...word, symbols: word.symbols.map((symbol) => meant.get(symbol) ?? symbol) })) };
}

function nextInWord({ words }: RecognisedLine, symbol: RecognisedSymbol | undefined): RecognisedSymbol | undefined {
  if (symbol === undefined) return undefined;
  const word = words.find(({ symbols }) => symbols.includes(symbol));
  return word?.symbols[word.symbols.indexOf(symbol) + 1];
}

/** The stretch of ink right before that of a letter, and behind that of a digit, that is a ring. */
function ringBefore(
  letter: RecognisedSymbol,
  digit: RecognisedSymbol | undefined,
  blobs: readonly Blob[],
  inkIn: (blob: Blob) => { readonly top: number; readonly bottom: number },
  { high, foot }: TallSigns,
): Blob | undefined {
  if (digit === undefined) return undefined;
  // The box of the letter may hold the ring too.
  const own = blobs.findLastIndex(({ from }) => from < letter.box.x1 - RING.least * high);
  const ring = blobs[own - 1];
  if (ring === undefined || ring.from <= (digit.box.x0 + digit.box.x1) / 2) return undefined;
  const { top, bottom } = inkIn(ring);
  const isSmall = [ring.to - ring.from, bottom - top].every((size) => size >= RING.least * high && size <= RING.most * high);
  return isSmall && foot - bottom >= RING.foot * high ? ring : undefined;
}

function inkOf({ from, to }: Blob, { y0, y1 }: Box, { width, height, pixels }: GreyRaster, threshold: number) {
  let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y += 1) {
    let isInked = false;
    for (let x = from; x < to && !isInked; x += 1) isInked = (pixels[y * width + x] ?? 255) < threshold;
    if (!isInked) continue;
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { top, bottom };
}
