/** Corners of what may be a circle drawn in straight pieces, at least. */
const FEWEST_POINTS = 12;
/** Share of the radius by which points may lie off the circle. */
const OFF = 0.03;

/** Whether closed points, `x` and `y` in turn, all lie on one circle: PDF has no other way to draw one. */
export function isRound(points: readonly number[]): boolean {
  const count = points.length / 2;
  if (count < FEWEST_POINTS) return false;
  let [x, y] = [0, 0];
  for (let at = 0; at < points.length; at += 2) {
    x += (points[at] ?? 0) / count;
    y += (points[at + 1] ?? 0) / count;
  }
  let [least, most] = [Infinity, 0];
  for (let at = 0; at < points.length; at += 2) {
    const radius = Math.hypot((points[at] ?? 0) - x, (points[at + 1] ?? 0) - y);
    least = Math.min(least, radius);
    most = Math.max(most, radius);
  }
  return most > 0 && most - least <= 2 * OFF * most;
}
