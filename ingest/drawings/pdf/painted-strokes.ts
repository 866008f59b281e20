import { curvePoints } from '../model/curve-points.ts';
import type { SubPath } from '../model/sub-path.ts';
import { applied, type Transform } from '../model/transform.ts';
import { isRound } from './is-round.ts';
import type { PaintedPath } from './painted-page.ts';

type Pair = readonly [number, number];

/** Points across of a filled rectangle that is a drawn line, at most, and how many times longer than thick it is. */
const THICKEST_LINE = 2.5;
const SLIMMEST = 4;
/** Points of the page by which a path that comes back may miss where it began. */
const BACK = 0.02;

/** The strokes of a painted path on the page. `to`: from points of the page to where they are wanted. */
export function paintedStrokes(
  { data, transform, isStroked, isFilled }: PaintedPath,
  to: (inner: Transform) => Transform,
): readonly SubPath[] {
  const map = to(transform);
  return outlinesOf(data, map).map(({ points, isCurved, isClosed }): SubPath => {
    const isBack = points.length > 6 && isSame(points, 0, points.length - 2);
    const own = isBack ? points.slice(0, -2) : points;
    const closed = isClosed || isBack || isFilled;
    const axis = isFilled && !isStroked && !isCurved ? lineOf(own) : undefined;
    if (axis !== undefined) return { points: axis, isClosed: false, shape: 'line' };
    const shape = closed && isRound(own) ? 'circle' : isCurved ? 'curve' : own.length === 4 ? 'line' : 'polyline';
    return { points: own, isClosed: closed && own.length > 4, shape };
  });
}

interface Outline {
  readonly points: readonly number[];
  readonly isCurved: boolean;
  readonly isClosed: boolean;
}

function outlinesOf(data: ArrayLike<number>, map: Transform): readonly Outline[] {
  const outlines: Outline[] = [];
  let points: number[] = [];
  let isCurved = false;
  const finish = (isClosed: boolean): void => {
    if (points.length > 2) outlines.push({ points, isCurved, isClosed });
    points = [];
    isCurved = false;
  };
  const pairAt = (index: number): Pair => {
    const { x, y } = applied(map, { x: data[index] ?? 0, y: data[index + 1] ?? 0 });
    return [x, y];
  };
  const last = (): Pair => [points.at(-2) ?? 0, points.at(-1) ?? 0];
  for (let index = 0; index < data.length; ) {
    const code = data[index];
    if (code === 0) {
      finish(false);
      points.push(...pairAt(index + 1));
      index += 3;
    } else if (code === 1) {
      points.push(...pairAt(index + 1));
      index += 3;
    } else if (code === 2) {
      points.push(...curvePoints(last(), pairAt(index + 1), pairAt(index + 3), pairAt(index + 5)));
      isCurved = true;
      index += 7;
    } else if (code === 3) {
      const [from, control, to] = [last(), pairAt(index + 1), pairAt(index + 3)];
      points.push(...curvePoints(from, towards(from, control), towards(to, control), to));
      isCurved = true;
      index += 5;
    } else {
      const [x, y] = points;
      finish(true);
      if (x !== undefined && y !== undefined) points.push(x, y);
      index += 1;
    }
  }
  finish(false);
  return outlines;
}

/** A control of the cubic curve that is the quadratic one between. */
function towards(end: Pair, control: Pair): Pair {
  return [end[0] + (2 / 3) * (control[0] - end[0]), end[1] + (2 / 3) * (control[1] - end[1])];
}

/** A thin filled rectangle as the line that it is drawn for. */
function lineOf(points: readonly number[]): readonly number[] | undefined {
  if (points.length !== 8) return undefined;
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = points;
  const [first, second] = [Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by)];
  const isEven = Math.abs(ax + cx - bx - dx) <= BACK && Math.abs(ay + cy - by - dy) <= BACK;
  const [long, short] = first > second ? [first, second] : [second, first];
  if (!isEven || short > THICKEST_LINE || long < SLIMMEST * short || long === 0) return undefined;
  return first > second
    ? [(ax + dx) / 2, (ay + dy) / 2, (bx + cx) / 2, (by + cy) / 2]
    : [(ax + bx) / 2, (ay + by) / 2, (cx + dx) / 2, (cy + dy) / 2];
}

function isSame(points: readonly number[], a: number, b: number): boolean {
  const [dx, dy] = [(points[a] ?? 0) - (points[b] ?? 0), (points[a + 1] ?? 0) - (points[b + 1] ?? 0)];
  return Math.hypot(dx, dy) <= BACK;
}
