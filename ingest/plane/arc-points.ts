import type { Point } from './point.ts';

/** Points that a full turn is cut into. */
const FULL_TURN_POINTS = 48;

export interface Arc {
  readonly middle: Point;
  /** Half of the extent along each axis of the arc. */
  readonly radii: readonly [number, number];
  /** Radians against the clock by which the first axis is turned. */
  readonly turn: number;
  /** Radians from the first axis on, against the clock where `sweep` is positive. */
  readonly from: number;
  readonly sweep: number;
}

/** The points, `x` and `y` in turn, that an arc is drawn through, its two ends among them. */
export function arcPoints({ middle, radii: [long, short], turn, from, sweep }: Arc): readonly number[] {
  const pieces = Math.min(FULL_TURN_POINTS, Math.max(2, Math.ceil((FULL_TURN_POINTS * Math.abs(sweep)) / (2 * Math.PI))));
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: pieces + 1 }, (_, at) => {
    const angle = from + (sweep * at) / pieces;
    const [x, y] = [long * Math.cos(angle), short * Math.sin(angle)];
    return [middle.x + x * cosine - y * sine, middle.y + x * sine + y * cosine];
  }).flat();
}
