import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type Blob, blobsOf } from './ink-blobs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

/** Height of a line of letters with strokes above and below, in sizes. */
const LINE_HEIGHT = 0.95;
const MOST_BLOBS = 600;
/** Share of the symbols of a line. */
const MOST_INKLESS = 0.2;
/** Confidence of a number of which a sign may be missing: below the floor. */
const DOUBTED = 0.2;
/** Blobs of one Chinese character, and symbols that touch in one blob, at most. */
const MOST_OF_ONE = 4;
const COST = { skippedBlob: 0.25, inklessSymbol: 0.9, touching: 0.12, far: 0.12, parted: 0.35, misspaced: 0.3 } as const;
/** Words stand further apart than the first, letters of one word closer than the second, in sizes. */
const SPACE = { least: 0.08, most: 0.22 } as const;
/** Letters and digits with no blank of their own beside their ink. */
const FULL = /^[A-Za-z02-9]$/u;

/** A line whose symbols stand where their ink is, and how ill each fits it: in sizes, infinite where they could not be placed. */
export interface PlacedLine extends RecognisedLine {
  readonly misfit: number;
}

/**
 * Engines say roughly where a character stands, of Chinese ones half a character off. Here the characters of a line are laid over the
 * ink of its columns so that widths fit best; each gets the box of its ink.
 */
export function placeSymbols(line: RecognisedLine, raster: GreyRaster, threshold: number): PlacedLine {
  const symbols = line.words.flatMap((word) => word.symbols);
  const size = (line.box.y1 - line.box.y0) / LINE_HEIGHT;
  const blobs = blobsOf(line.box, raster, threshold);
  const unplaced = { ...line, misfit: Number.POSITIVE_INFINITY };
  if (blobs.length === 0 || blobs.length > MOST_BLOBS || size < 4) return unplaced;
  const opens = openings(line);
  const { laid, unread, misfit } = layOver(symbols, opens, blobs, size);
  const places = filled(laid, opens);
  if (places === undefined) return unplaced;
  const doubted = doubtedNumbers(line, unread);
  let next = 0;
  const words = line.words.map((word, index) => {
    const placed = word.symbols.map((symbol): RecognisedSymbol => {
      const place = places[next];
      next += 1;
      return place === undefined || place.from === place.to
        ? { ...symbol, box: { ...symbol.box, x0: place?.from ?? symbol.box.x0, x1: place?.to ?? symbol.box.x1 } }
        : { ...symbol, box: inkBox(place, line.box, raster, threshold) };
    });
    const xs = placed.flatMap(({ box }) => [box.x0, box.x1]);
    const ys = placed.flatMap(({ box }) => [box.y0, box.y1]);
    const confidence = doubted.has(index) || hasHighPoint(placed) ? Math.min(word.confidence, DOUBTED) : word.confidence;
    return {
      ...word,
      confidence,
      symbols: placed,
      box: { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) },
    };
  });
  return { ...line, words, misfit };
}

/**
 * Words whose numbers may have lost a sign: ink stands between two of its digits that is no character of the line, or a space does; or ink
 * stands before the point that it begins with. A decimal point that was not recognised makes ten times the value of it.
 */
function doubtedNumbers({ words }: RecognisedLine, unread: ReadonlySet<number>): ReadonlySet<number> {
  const places = words.flatMap((word, index) => word.symbols.map(({ text }) => ({ index, text, isDigit: /^\d/u.test(text) })));
  const doubted = new Set<number>();
  places.forEach((place, at) => {
    const before = places[at - 1];
    const opens = before?.index !== place.index && place.text === '.';
    if (opens && unread.has(at) && places.slice(at).find(({ text }) => text !== '.')?.isDigit === true) doubted.add(place.index);
    if (before?.isDigit !== true || !place.isDigit || !(unread.has(at) || before.index !== place.index)) return;
    doubted.add(before.index);
    doubted.add(place.index);
  });
  return doubted;
}

/** Share of the height of a digit: what is higher is no point, but a digit with it that was not recognised. */
const HIGH_POINT = 0.6;

function hasHighPoint(symbols: readonly RecognisedSymbol[]): boolean {
  const heightOf = ({ box }: RecognisedSymbol) => box.y1 - box.y0;
  const digits = symbols.filter(({ text }) => /^\d/u.test(text)).map(heightOf);
  return digits.length > 0 && symbols.some((symbol) => symbol.text === '.' && heightOf(symbol) > HIGH_POINT * Math.max(...digits));
}

/** Whether each symbol of a line opens a word. */
function openings({ words }: RecognisedLine): readonly boolean[] {
  return words.flatMap(({ symbols }) => symbols.map((_, at) => at === 0));
}

/**
 * A symbol without ink stands at the end of the one before it, or at the beginning of the one behind it where it opens a word. Where too
 * many have none, the ink is not that of the symbols.
 */
function filled(places: readonly (Blob | undefined)[], opens: readonly boolean[]): Blob[] | undefined {
  const inkless = places.filter((place) => place === undefined).length;
  if (inkless > MOST_INKLESS * places.length) return undefined;
  const first = places.find((place) => place !== undefined);
  let end = first?.from ?? 0;
  return places.map((place, at) => {
    const start = opens[at] === true && opens[at + 1] === false ? places[at + 1]?.from : undefined;
    const filledPlace = place ?? { from: start ?? end, to: start ?? end };
    end = filledPlace.to;
    return filledPlace;
  });
}

/** Several of them are one stroke. */
const LOW_STROKE = '_';
/** Marks of two strokes. */
const QUOTE = /^["“”]$/u;

/** Width of the ink of a symbol, in sizes. */
function inkWidth(text: string): number {
  if (/[，。、；：！？]/u.test(text)) return 0.22;
  if (QUOTE.test(text)) return 0.3;
  if (text === LOW_STROKE) return 0.4;
  if (/[（）《》「」【】]/u.test(text)) return 0.3;
  if (/[^\p{ASCII}°·²³µ]/u.test(text)) return 0.88;
  if (/[.,:;'!|il1·]/u.test(text)) return text === '1' ? 0.25 : 0.1;
  if (/[mwMW%@]/u.test(text)) return 0.78;
  if (/[frtjI()"°/[\]-]/u.test(text)) return 0.3;
  return /[A-Z]/u.test(text) ? 0.58 : 0.46;
}

interface Step {
  readonly cost: number;
  readonly symbols: number;
  readonly blobs: number;
}

interface Laid {
  readonly laid: readonly (Blob | undefined)[];
  /** Symbols before which there is ink of none. */
  readonly unread: ReadonlySet<number>;
  readonly misfit: number;
}

/** The cheapest way to give every symbol its ink, from left to right; undefined for a symbol that gets none. */
function layOver(symbols: readonly RecognisedSymbol[], opens: readonly boolean[], blobs: readonly Blob[], size: number): Laid {
  const widths = symbols.map(({ text }) => inkWidth(text) * size);
  const rows = blobs.length + 1;
  const best: (Step | undefined)[] = Array.from({ length: (symbols.length + 1) * rows });
  best[0] = { cost: 0, symbols: 0, blobs: 0 };
  const reach = (i: number, j: number, step: Step): void => {
    const known = best[i * rows + j];
    if (i <= symbols.length && j <= blobs.length && (known === undefined || step.cost < known.cost)) best[i * rows + j] = step;
  };
  for (let i = 0; i <= symbols.length; i += 1) {
    for (let j = 0; j <= blobs.length; j += 1) {
      const here = best[i * rows + j];
      if (here === undefined) continue;
      const blob = blobs[j];
      if (blob !== undefined) reach(i, j + 1, { cost: here.cost + COST.skippedBlob + (blob.to - blob.from) / size, symbols: 0, blobs: 1 });
      if (i === symbols.length) continue;
      reach(i + 1, j, { cost: here.cost + COST.inklessSymbol, symbols: 1, blobs: 0 });
      if (blob === undefined) continue;
      for (let count = 1; count <= MOST_OF_ONE && j + count <= blobs.length; count += 1) {
        reach(i + 1, j + count, { cost: here.cost + spaceCost(i, j) + groupCost(i, j, count), symbols: 1, blobs: count });
      }
      for (let count = 2; count <= MOST_OF_ONE && i + count <= symbols.length; count += 1) {
        reach(i + count, j + 1, { cost: here.cost + spaceCost(i, j) + touchingCost(i, blob, count), symbols: count, blobs: 1 });
      }
    }
  }
  return wayBack(best, widths, blobs, symbols.length);

  /** Of a symbol within a word that stands apart from the one before it, or of one that opens a word and does not. */
  function spaceCost(i: number, j: number): number {
    const [before, blob] = [blobs[j - 1], blobs[j]];
    if (before === undefined || blob === undefined || ![i - 1, i].every((at) => FULL.test(symbols[at]?.text ?? ''))) return 0;
    const gap = (blob.from - before.to) / size;
    return (opens[i] === true ? gap < SPACE.least : gap > SPACE.most) ? COST.misspaced : 0;
  }

  function groupCost(i: number, j: number, count: number): number {
    const from = blobs[j]?.from ?? 0;
    const to = blobs[j + count - 1]?.to ?? 0;
    const box = symbols[i]?.box;
    const off = box === undefined ? 0 : Math.abs((from + to) / 2 - (box.x0 + box.x1) / 2) / size;
    // Parts of one letter stand apart in few letters only.
    const isQuote = QUOTE.test(symbols[i]?.text ?? '') && count === 2;
    const parted = count > 1 && !isQuote && (widths[i] ?? 0) < 0.7 * size ? COST.parted : 0;
    return Math.abs(to - from - (widths[i] ?? 0)) / size + COST.far * Math.min(3, off) + parted;
  }

  function touchingCost(i: number, blob: Blob, count: number): number {
    const wide = widths.slice(i, i + count).reduce((sum, width) => sum + width, 0);
    const touching = symbols.slice(i, i + count).every(({ text }) => text === LOW_STROKE) ? 0 : COST.touching;
    return Math.abs(blob.to - blob.from - wide) / size + touching * count;
  }
}

function wayBack(best: readonly (Step | undefined)[], widths: readonly number[], blobs: readonly Blob[], count: number): Laid {
  const places: (Blob | undefined)[] = widths.map(() => undefined);
  const unread = new Set<number>();
  const rows = blobs.length + 1;
  let [i, j] = [count, blobs.length];
  while (i > 0 || j > 0) {
    const step = best[i * rows + j];
    if (step === undefined) break;
    i -= step.symbols;
    j -= step.blobs;
    const [first, last] = [blobs[j], blobs[j + step.blobs - 1]];
    if (step.symbols === 0) unread.add(i);
    if (step.symbols === 0 || step.blobs === 0 || first === undefined || last === undefined) continue;
    const parts = widths.slice(i, i + step.symbols);
    const all = parts.reduce((sum, width) => sum + width, 0);
    let from = first.from;
    parts.forEach((part, index) => {
      const to = index + 1 === parts.length ? last.to : from + ((last.to - first.from) * part) / all;
      places[i + index] = { from, to };
      from = to;
    });
  }
  const cost = best[count * rows + blobs.length]?.cost ?? Number.POSITIVE_INFINITY;
  return { laid: places, unread, misfit: cost / Math.max(1, count) };
}

/** The ink of some columns of a line. */
function inkBox({ from, to }: Blob, line: Box, { width, height, pixels }: GreyRaster, threshold: number): Box {
  const [left, right] = [Math.floor(from), Math.ceil(to)];
  const [top, bottom] = [Math.max(0, Math.floor(line.y0)), Math.min(height, Math.ceil(line.y1))];
  let [first, last] = [-1, -1];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= threshold) continue;
      if (first < 0) first = y;
      last = y + 1;
      break;
    }
  }
  return first < 0 ? { x0: from, x1: to, y0: line.y0, y1: line.y1 } : { x0: from, x1: to, y0: first, y1: last };
}
