import type { Box } from '../../kernel/index.ts';
import { around } from '../drawings/model/box-of.ts';
import type { RuledLines } from '../ocr/find-strokes.ts';
import type { InkPart } from './ink-parts.ts';

/** Characters that stand in a row, to the right or, where the row is upright, above or below each other. */
export interface PrintLine {
  readonly parts: readonly InkPart[];
  readonly box: Box;
  readonly isUpright: boolean;
}

/** Sides of what may be a character, and of the small signs between them, in heights of the usual print. */
const SMALLEST = 0.4;
const LARGEST = 2.4;
const SPECK = 0.1;
/** Sides of a word whose letters touch, and the share of its box that is ink at least. */
const LONGEST_WORD = 12;
const LOWEST_WORD = 0.6;
const TALLEST_WORD = 1.5;
const FILLED = 0.2;
/** Gaps between characters of a word, and between words, in heights of the characters. */
const CLOSE = 0.5;
const APART = 1.05;
/** A ruled line parts two characters that stand further from each other than this. */
const PARTED = 0.25;
/** Share of the lower one's height by which two characters of a row overlap across it. */
const BESIDE = 0.5;
/** Characters of an upright row, how wide it is at most, and how much longer than the level rows that they stand in. */
const FEWEST_UPRIGHT = 3;
const WIDEST_UPRIGHT = 1.6;
const LONGER = 1.2;
/** Width of a stroke that is no character, in heights. */
const THIN = 0.3;
/** Characters before the next one that are looked at. */
const LOOKED_AT = 24;
/** Characters and rows of one picture at most: more is a text or a hatching. */
const MOST_CHARACTERS = 60_000;
const MOST_LINES = 4_000;

interface Row {
  parts: InkPart[];
  box: Box;
}

/**
 * Finds the rows of print among the parts of the ink from which ruling lines were taken: characters of about `height`, close to each
 * other. Each character is of the longer one of the rows that it may stand in. None where there are too many.
 */
export function printLines(parts: readonly InkPart[], { level, upright }: RuledLines, height: number): readonly PrintLine[] {
  const characters = parts.filter((part) => isSign(part, height));
  if (characters.length > MOST_CHARACTERS) return [];
  const [across, along] = [new RowFinder(height, false, upright), new RowFinder(height, true, level)];
  const lengths = new Map<InkPart, number>();
  for (const { parts: own, box } of across.rowsOf(characters, CLOSE)) for (const part of own) lengths.set(part, box.x1 - box.x0);
  const standing = new Set<InkPart>();
  for (const { parts: own, box } of along.rowsOf(characters, CLOSE)) {
    if (own.length < FEWEST_UPRIGHT || box.x1 - box.x0 > WIDEST_UPRIGHT * height) continue;
    for (const part of own) if (box.y1 - box.y0 > LONGER * (lengths.get(part) ?? 0)) standing.add(part);
  }
  const lying = characters.filter((part) => !standing.has(part));
  return [
    ...across.rowsOf(lying, APART).map((row) => ({ ...row, isUpright: false })),
    ...along.rowsOf([...standing], APART).map((row) => ({ ...row, isUpright: true })),
  ]
    .filter(({ parts: own }) => !isDashes(own, height))
    .slice(0, MOST_LINES);
}

/** Whether a part may be a character, a small sign, or letters that touch each other. */
function isSign({ x0, x1, y0, y1, ink }: InkPart, height: number): boolean {
  const [width, high] = [x1 - x0, y1 - y0];
  const [lower, longer] = [Math.min(width, high), Math.max(width, high)];
  if (longer <= LARGEST * height) return longer >= SPECK * height && ink > 2;
  return longer <= LONGEST_WORD * height && lower >= LOWEST_WORD * height && lower <= TALLEST_WORD * height && ink > FILLED * width * high;
}

/** A row of specks and thin strokes, or one stroke alone, is a piece of a line. */
function isDashes(parts: readonly InkPart[], height: number): boolean {
  return parts.every(({ x0, x1, y0, y1 }) => {
    const [lower, longer] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    return longer < SMALLEST * height || lower < THIN * height || (parts.length === 1 && longer > 2 * lower && longer < 2 * height);
  });
}

/** Puts characters together that stand close to each other along one direction, unless a ruled line stands between. */
class RowFinder {
  readonly #height: number;
  readonly #isUpright: boolean;
  readonly #rulings: RuledLines['level'];

  constructor(height: number, isUpright: boolean, rulings: RuledLines['level']) {
    this.#height = height;
    this.#isUpright = isUpright;
    this.#rulings = [...rulings].sort((a, b) => a.at - b.at);
  }

  rowsOf(parts: readonly InkPart[], gap: number): readonly Row[] {
    const height = this.#height;
    const [from, low, high] = this.#isUpright ? (['y0', 'x0', 'x1'] as const) : (['x0', 'y0', 'y1'] as const);
    const cell = LARGEST * height;
    const sorted = [...parts].sort((a, b) => a[from] - b[from] || a[low] - b[low]);
    const rowOf = new Map<InkPart, Row>();
    const strips = new Map<number, InkPart[]>();
    for (const part of sorted) {
      const [first, last] = [Math.floor(part[low] / cell), Math.floor(part[high] / cell)];
      let row: Row = { parts: [part], box: part };
      const near = new Set<InkPart>();
      for (let strip = first - 1; strip <= last + 1; strip += 1)
        for (const other of (strips.get(strip) ?? []).slice(-LOOKED_AT)) near.add(other);
      for (const other of near) {
        const joined = rowOf.get(other);
        if (joined === undefined || joined === row || !this.#isBeside(other, part, gap)) continue;
        const [large, small] = joined.parts.length >= row.parts.length ? [joined, row] : [row, joined];
        large.parts.push(...small.parts);
        large.box = around([large, small]) ?? large.box;
        for (const one of small.parts) rowOf.set(one, large);
        row = large;
      }
      rowOf.set(part, row);
      for (let strip = first; strip <= last; strip += 1) {
        const list = strips.get(strip) ?? [];
        if (list.length === 0) strips.set(strip, list);
        list.push(part);
      }
    }
    return [...new Set(rowOf.values())];
  }

  #isBeside(before: InkPart, part: InkPart, gap: number): boolean {
    const [from, to, low, high] = this.#isUpright ? (['y0', 'y1', 'x0', 'x1'] as const) : (['x0', 'x1', 'y0', 'y1'] as const);
    const [own, other] = [part[high] - part[low], before[high] - before[low]];
    const size = Math.min(2 * this.#height, Math.max(own, other, SMALLEST * this.#height));
    const apart = part[from] - before[to];
    const overlap = Math.min(part[high], before[high]) - Math.max(part[low], before[low]);
    if (apart > gap * size || overlap < BESIDE * Math.min(own, other)) return false;
    return (
      apart <= PARTED * size ||
      !this.#isRuled(before[to], part[from], (Math.max(part[low], before[low]) + Math.min(part[high], before[high])) / 2)
    );
  }

  /** Whether a ruled line stands between two places, at `level` across. */
  #isRuled(from: number, to: number, level: number): boolean {
    let [first, last] = [0, this.#rulings.length];
    while (first < last) {
      const half = (first + last) >> 1;
      if ((this.#rulings[half]?.at ?? 0) < from) first = half + 1;
      else last = half;
    }
    for (let at = first; at < this.#rulings.length; at += 1) {
      const ruling = this.#rulings[at];
      if (ruling === undefined || ruling.at > to) return false;
      if (level >= ruling.from && level <= ruling.to) return true;
    }
    return false;
  }
}
