import type { RuledLine, RuledLines } from '../ocr/find-strokes.ts';
import type { InkPart } from './ink-parts.ts';

/** Length and thickness of a dash in heights of the usual print. */
const SHORTEST = 0.35;
const LONGEST = 3.5;
const THICKEST = 0.4;
/** By which dashes of one line may leave it, and the gap between two of them: a text may stand over the line. */
const OFF = 0.2;
const WIDEST_GAP = 2.6;
/** Dashes of a line, and its length, at least. */
const FEWEST = 3;
const LEAST = 3;
/** More are a hatching. */
const MOST_DASHES = 5_000;
/** The last dash may end before what the line leads to. */
const BEYOND = 0.5;

/** Lines of dashes, as signals are drawn, among the parts of the ink from which ruled lines were taken. */
export function findDashes(parts: readonly InkPart[], height: number): RuledLines {
  return { level: chains(parts, height, false), upright: chains(parts, height, true) };
}

function chains(parts: readonly InkPart[], height: number, isUpright: boolean): readonly RuledLine[] {
  const dashes = parts
    .map(({ x0, x1, y0, y1 }) => (isUpright ? { from: y0, to: y1, low: x0, high: x1 } : { from: x0, to: x1, low: y0, high: y1 }))
    .filter(({ from, to, low, high }) => {
      const [length, thickness] = [to - from, high - low];
      return length >= SHORTEST * height && length <= LONGEST * height && thickness <= THICKEST * height && length >= 1.5 * thickness;
    })
    .sort((a, b) => a.from - b.from);
  if (dashes.length > MOST_DASHES) return [];
  const open: { at: number; from: number; to: number; thickness: number; count: number; inked: number }[] = [];
  for (const { from, to, low, high } of dashes) {
    const at = (low + high) / 2;
    const chain = open.find((one) => Math.abs(one.at - at) <= OFF * height && from >= one.to - 1 && from - one.to <= WIDEST_GAP * height);
    if (chain === undefined) open.push({ at, from, to, thickness: high - low, count: 1, inked: to - from });
    else Object.assign(chain, { to, count: chain.count + 1, inked: chain.inked + to - from });
  }
  return open
    .filter(({ from, to, count, inked }) => count >= FEWEST && to - from >= LEAST * height && inked >= 0.4 * (to - from))
    .map(({ at, from, to, thickness }) => ({ at, thickness, from: from - BEYOND * height, to: to + BEYOND * height }));
}
