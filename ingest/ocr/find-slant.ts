import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';

/** How the lines of a page lie. */
export interface Slant {
  /** Whether lines run up or down the raster, so that it lies on its side. */
  readonly sideways: boolean;
  /** Radians by which lines fall to the right, clockwise positive: of the raster as it is, and after a quarter turn against the clock. */
  readonly level: number;
  readonly across: number;
}

/** Pixels of the longer side at which lines are looked for: enough to part lines of small print. */
const LOOKED_AT = 1_000;
const MOST_POINTS = 60_000;
const WIDEST = 8;
const DEGREE = Math.PI / 180;
/** Less than this is not turned: turning blurs. */
const LEAST = 0.12 * DEGREE;
/** Lines across must be told from lines along by this much: most pages stand upright. */
const SURELY = 1.25;

/**
 * Finds the slant at which the ink falls into lines most clearly: where sums along rows differ most from row to row. `least`: radians
 * below which a raster is level.
 */
export function findSlant(raster: GreyRaster, least = LEAST): Slant {
  const { xs, ys } = inkPoints(raster);
  if (xs.length < 50) return { sideways: false, level: 0, across: 0 };
  const level = bestAngle(xs, ys);
  // A quarter turn against the clock: what ran down runs to the right.
  const across = bestAngle(
    ys,
    xs.map((x) => -x),
  );
  return {
    sideways: across.score > SURELY * level.score,
    level: worthTurning(level.angle, least),
    across: worthTurning(across.angle, least),
  };
}

function worthTurning(angle: number, least: number): number {
  return Math.abs(angle) < least ? 0 : angle;
}

function inkPoints(raster: GreyRaster): { xs: number[]; ys: number[] } {
  const { width, height, pixels } = raster;
  const threshold = inkThreshold(raster);
  const step = Math.max(1, Math.floor(Math.max(width, height) / LOOKED_AT));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if ((pixels[y * width + x] ?? 255) >= threshold) continue;
      xs.push(x / step);
      ys.push(y / step);
    }
  }
  const every = Math.ceil(xs.length / MOST_POINTS);
  if (every <= 1) return { xs, ys };
  const isKept = (_: number, index: number) => scattered(index) % every === 0;
  return { xs: xs.filter(isKept), ys: ys.filter(isKept) };
}

/** Every so-manieth point in the order of rows would leave a comb of columns; here those that are left lie anywhere. */
function scattered(index: number): number {
  const mixed = Math.imul(index ^ (index >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

function bestAngle(xs: readonly number[], ys: readonly number[]): { readonly angle: number; readonly score: number } {
  let best = { angle: 0, score: lineScore(xs, ys, 0) };
  const tryAll = (middle: number, reach: number, step: number) => {
    for (let degrees = middle - reach; degrees <= middle + reach + step / 2; degrees += step) {
      const angle = degrees * DEGREE;
      const score = lineScore(xs, ys, angle);
      if (score > best.score) best = { angle, score };
    }
  };
  // Lines of a page show within two tenths of their angle alone.
  tryAll(0, WIDEST, 0.2);
  tryAll(best.angle / DEGREE, 0.16, 0.04);
  tryAll(best.angle / DEGREE, 0.03, 0.01);
  return best;
}

function lineScore(xs: readonly number[], ys: readonly number[], angle: number): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const bins = new Float64Array(8_192);
  for (let index = 0; index < xs.length; index += 1) {
    const bin = Math.round((ys[index] ?? 0) * cos - (xs[index] ?? 0) * sin) + 4_096;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let score = 0;
  for (let bin = 1; bin < bins.length; bin += 1) score += ((bins[bin] ?? 0) - (bins[bin - 1] ?? 0)) ** 2;
  return score;
}
