import { distance, segmentsOf } from './geometry.ts';
import type { Point } from './point.ts';

/** The head of an arrow: its tip, and the middle between its two other corners. */
export interface FlowArrow {
  readonly tip: Point;
  readonly tail: Point;
}

/** Share by which the two sides of an arrow's head may differ. */
const UNEVEN = 0.12;

/**
 * The head of an arrow that a path draws, filled or open: three corners, of which one is as far from the one as from the other, and
 * nothing longer than `longest`. Undefined for any other path. A triangle of equal sides points nowhere.
 */
export function flowArrow(points: readonly number[], isClosed: boolean, longest: number): FlowArrow | undefined {
  const corners = distinctCorners(points);
  const [a, b, c] = corners;
  if (corners.length !== 3 || a === undefined || b === undefined || c === undefined) return undefined;
  if (segmentsOf(points, isClosed).length > 4) return undefined;
  const turns = [
    [a, b, c],
    [b, c, a],
    [c, a, b],
  ] as const;
  // An open head has its tip between its two strokes.
  const tips = isClosed || points.length > 6 ? turns : [[b, c, a] as const];
  const heads = tips.flatMap(([tip, left, right]) => {
    const [one, other, base] = [distance(tip, left), distance(tip, right), distance(left, right)];
    if (Math.max(one, other, base) > longest || Math.abs(one - other) > UNEVEN * Math.max(one, other)) return [];
    const tail = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
    return distance(tip, tail) === 0 ? [] : [{ head: { tip, tail }, slim: distance(tip, tail) / base }];
  });
  const [slimmest] = heads.sort((x, y) => y.slim - x.slim);
  return slimmest !== undefined && (slimmest.slim > 1.05 || heads.length === 1) ? slimmest.head : undefined;
}

function distinctCorners(points: readonly number[]): Point[] {
  const corners: Point[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const corner = { x: points[at] ?? 0, y: points[at + 1] ?? 0 };
    if (!corners.some((other) => distance(other, corner) < 1e-9 + 1e-6 * Math.abs(corner.x))) corners.push(corner);
  }
  return corners;
}
