type Pair = readonly [number, number];

/** Straight pieces that a curve is cut into. */
const CURVE_PIECES = 12;

/** The points, `x` and `y` in turn, that a cubic curve is drawn through, without the one it begins at. */
export function curvePoints(from: Pair, control: Pair, other: Pair, to: Pair): readonly number[] {
  const points: number[] = [];
  for (let piece = 1; piece <= CURVE_PIECES; piece += 1) {
    const t = piece / CURVE_PIECES;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    for (const axis of [0, 1] as const) points.push(a * from[axis] + b * control[axis] + c * other[axis] + d * to[axis]);
  }
  return points;
}
