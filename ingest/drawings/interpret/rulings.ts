import type { Box } from '../../../kernel/index.ts';
import type { DrawingSheet } from '../model/drawing.ts';

/** A line along an axis: at `at`, from `from` to `to`. */
interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines of a sheet that part what stands on both sides of them. */
export interface Rulings {
  /** Upright lines between two boxes side by side. */
  between(left: Box, right: Box): number;
  /** Level lines between two boxes over each other. */
  below(upper: Box, lower: Box): number;
  /** The cell around the middle of a box: the nearest line on each of its four sides; undefined where one is missing. */
  cellOf(box: Box): Box | undefined;
}

/** Share of a line's length by which it may slant. */
const SLANT = 0.01;
/** Lines at less than this share of a unit apart are one drawn twice. */
const SAME = 1e-3;

/** The level and upright lines of a sheet, ordered so that those between two places are found fast. */
export function rulingsOf({ elements }: DrawingSheet): Rulings {
  const level: Ruling[] = [];
  const upright: Ruling[] = [];
  for (const element of elements) {
    if (element.kind !== 'path' || element.isHidden || (element.shape !== 'line' && element.shape !== 'polyline')) continue;
    const { points, isClosed } = element;
    const last = isClosed ? points.length : points.length - 2;
    for (let at = 0; at < last; at += 2) {
      const [x0 = 0, y0 = 0] = [points[at], points[at + 1]];
      const [x1 = 0, y1 = 0] = [points[(at + 2) % points.length], points[(at + 3) % points.length]];
      const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
      if (width === 0 && height === 0) continue;
      if (height <= width * SLANT) level.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
      else if (width <= height * SLANT) upright.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
  }
  level.sort((a, b) => a.at - b.at);
  upright.sort((a, b) => a.at - b.at);
  return {
    between: (left, right) =>
      countBetween(upright, middle(left.x0, left.x1), middle(right.x0, right.x1), middle(left.y0, left.y1), middle(right.y0, right.y1)),
    below: (upper, lower) => {
      const across = Math.min(Math.max(upper.x0, lower.x0), Math.min(upper.x1, lower.x1));
      return countBetween(level, middle(lower.y0, lower.y1), middle(upper.y0, upper.y1), across, across);
    },
    cellOf: ({ x0, y0, x1, y1 }) => {
      const [x, y] = [middle(x0, x1), middle(y0, y1)];
      const sides = [nearest(upright, x, y, -1), nearest(level, y, x, -1), nearest(upright, x, y, 1), nearest(level, y, x, 1)];
      const [left, low, right, high] = sides;
      if (left === undefined || low === undefined || right === undefined || high === undefined) return undefined;
      return { x0: left, y0: low, x1: right, y1: high };
    },
  };
}

function middle(from: number, to: number): number {
  return (from + to) / 2;
}

/** Lines between two places that are looked at: among more, nothing belongs together. */
const MOST_SCANNED = 2_000;

/** Distinct lines, up to two, between `from` and `to` that reach over one of the two places across. */
function countBetween(rulings: readonly Ruling[], from: number, to: number, first: number, second: number): number {
  const low = firstBeyond(rulings, from);
  let count = 0;
  let last = -Infinity;
  for (let index = low; index < rulings.length; index += 1) {
    const { at, from: start, to: end } = rulings[index] ?? { at: Infinity, from: 0, to: 0 };
    if (at >= to || count > 1) break;
    if (index - low >= MOST_SCANNED) return MOST_SCANNED;
    const reaches = (first >= start && first <= end) || (second >= start && second <= end);
    if (!reaches || at - last < SAME * Math.max(1, Math.abs(at))) continue;
    count += 1;
    last = at;
  }
  return count;
}

/** Where the nearest line before (-1) or behind (1) a place stands that reaches over it. */
function nearest(rulings: readonly Ruling[], place: number, across: number, step: -1 | 1): number | undefined {
  const first = firstBeyond(rulings, place);
  let index = step === 1 ? first : first - 1;
  for (let left = MOST_SCANNED; left > 0; left -= 1, index += step) {
    const ruling = rulings[index];
    if (ruling === undefined) return undefined;
    if (across >= ruling.from && across <= ruling.to) return ruling.at;
  }
  return undefined;
}

/** Place of the first line behind `from`. */
function firstBeyond(rulings: readonly Ruling[], from: number): number {
  let low = 0;
  let high = rulings.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((rulings[half]?.at ?? 0) <= from) low = half + 1;
    else high = half;
  }
  return low;
}
