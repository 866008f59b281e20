import type { Box } from '../../../kernel/index.ts';
import type { Point } from '../../plane/point.ts';
import type { Transform } from './transform.ts';

/** The box around points given as `x` and `y` in turn; undefined without any. */
export function boxOf(points: readonly number[]): Box | undefined {
  if (points.length < 2) return undefined;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

/** The box around boxes, from the one at `from` on; undefined without any. */
export function around(boxed: readonly { readonly box: Box }[], from = 0): Box | undefined {
  if (from >= boxed.length) return undefined;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = from; at < boxed.length; at += 1) {
    const box = boxed[at]?.box;
    if (box === undefined) continue;
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

/** The upright box around a box that is mapped. */
export function mappedBox({ a, b, c, d, e, f }: Transform, { x0, y0, x1, y1 }: Box): Box {
  const [low, high] = [Math.min, Math.max];
  return {
    x0: low(a * x0, a * x1) + low(c * y0, c * y1) + e,
    y0: low(b * x0, b * x1) + low(d * y0, d * y1) + f,
    x1: high(a * x0, a * x1) + high(c * y0, c * y1) + e,
    y1: high(b * x0, b * x1) + high(d * y0, d * y1) + f,
  };
}

export function atPoint({ x, y }: Point): Box {
  return { x0: x, y0: y, x1: x, y1: y };
}

/** Units from the origin beyond which nothing is drawn. */
const FARTHEST = 1e12;

/** The box without numbers that no drawing has and no store keeps. */
export function boundedBox({ x0, y0, x1, y1 }: Box): Box {
  return { x0: bounded(x0), y0: bounded(y0), x1: bounded(x1), y1: bounded(y1) };
}

function bounded(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(FARTHEST, Math.max(-FARTHEST, value));
}
