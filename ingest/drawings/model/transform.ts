import type { Point } from '../../plane/point.ts';

/** Affine map of the plane: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Transform = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function applied({ a, b, c, d, e, f }: Transform, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The map that does `inner` first and `outer` then. */
export function composed(outer: Transform, inner: Transform): Transform {
  const { x: e, y: f } = applied(outer, { x: inner.e, y: inner.f });
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e,
    f,
  };
}

/** The map back; one that flattens the plane has none and leads to its origin. */
export function inverted({ a, b, c, d, e, f }: Transform): Transform {
  const area = a * d - b * c;
  if (area === 0) return scaled(0, 0);
  const turned = { a: d / area, b: -b / area, c: -c / area, d: a / area };
  return { ...turned, e: -(turned.a * e + turned.c * f), f: -(turned.b * e + turned.d * f) };
}

export function moved(x: number, y: number): Transform {
  return { ...IDENTITY, e: x, f: y };
}

export function scaled(x: number, y: number): Transform {
  return { ...IDENTITY, a: x, d: y };
}

/** Against the clock. */
export function turned(degrees: number): Transform {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return { a: cosine, b: sine, c: -sine, d: cosine, e: 0, f: 0 };
}

/** How much the map enlarges what stands upright: the length of what was 1 high. */
export function heightScale({ c, d }: Transform): number {
  return Math.hypot(c, d);
}

/** Degrees by which the map turns what runs to the right, from 0 up to 360. */
export function turnOf({ a, b }: Transform): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const whole = Math.round(degrees * 1e6) / 1e6;
  return ((whole % 360) + 360) % 360;
}
