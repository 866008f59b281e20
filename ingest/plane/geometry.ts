import type { Box } from '../../kernel/index.ts';
import type { Point } from './point.ts';

/** A straight piece of a line. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function lengthOf({ from, to }: Segment): number {
  return distance(from, to);
}

/** Where along a segment (0 to 1) it is nearest to a point, and how far from it. */
export function nearestOn({ from, to }: Segment, point: Point): { readonly along: number; readonly away: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / square));
  return { along, away: distance(point, pointAt({ from, to }, along)) };
}

export function boxOfSegment({ from, to }: Segment): Box {
  return { x0: Math.min(from.x, to.x), y0: Math.min(from.y, to.y), x1: Math.max(from.x, to.x), y1: Math.max(from.y, to.y) };
}

export function pointAt({ from, to }: Segment, along: number): Point {
  return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
}

/** The part of a segment inside a box, as places from 0 to 1; undefined where it misses the box. */
export function partInside({ from, to }: Segment, box: Box): { readonly enters: number; readonly leaves: number } | undefined {
  let [enters, leaves] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [delta, start, low, high] of [
    [dx, from.x, box.x0, box.x1],
    [dy, from.y, box.y0, box.y1],
  ] as const) {
    if (delta === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const [first, second] = [(low - start) / delta, (high - start) / delta];
    enters = Math.max(enters, Math.min(first, second));
    leaves = Math.min(leaves, Math.max(first, second));
  }
  return enters <= leaves ? { enters, leaves } : undefined;
}

export function grown({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

export function middleOf({ x0, y0, x1, y1 }: Box): Point {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

/** Space between two boxes; 0 where they touch or overlap. */
export function gapBetween(a: Box, b: Box): number {
  const dx = Math.max(0, a.x0 - b.x1, b.x0 - a.x1);
  const dy = Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
  return Math.hypot(dx, dy);
}

export function sizeOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(x1 - x0, y1 - y0);
}

/** The straight pieces of points given as `x` and `y` in turn; none of no length. */
export function segmentsOf(points: readonly number[], isClosed: boolean): Segment[] {
  const corners: Point[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) corners.push({ x: points[at] ?? 0, y: points[at + 1] ?? 0 });
  const [first] = corners;
  if (isClosed && first !== undefined) corners.push(first);
  return corners.flatMap((to, at) => {
    const from = corners[at - 1];
    return from === undefined || (from.x === to.x && from.y === to.y) ? [] : [{ from, to }];
  });
}
