import type { GreyRaster } from '../ocr/grey-raster.ts';
import type { InkPart } from './ink-parts.ts';

/** A circle, or an ellipse that is as good as one: its middle and half axes, and how thick its line is. Pixels. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly up: number;
  readonly thickness: number;
  /** What its line is drawn by: halves, where a line parts it. */
  readonly parts: readonly InkPart[];
}

/** Parts that may be rings at most: more are a pattern. */
const MOST_CURVED = 1_500;

type Round = Omit<Ring, 'thickness' | 'parts'>;

/** Width and height of a ring in heights of the usual print, and how much longer the one may be. */
const SMALLEST = 2.2;
const LARGEST = 16;
const OUT_OF_ROUND = 1.7;
export const RAYS = 72;
/** Rays that meet ink, and of those that meet it on the ring, as shares. */
const FEWEST_MET = 0.5;
const FEWEST_ON = 0.62;
/** By which ink may lie off the ring, as a share of its half axes. */
const OFF = 0.06;
const TRIES = 240;
/** Primes, so that attempts meet different spots of each quarter. */
const STEPS = [3, 5, 7, 11] as const;

/** Where a ray meets ink. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly thickness: number;
}

/** The rings among the parts of the ink from which ruling lines were taken; what hangs on them does not matter. */
export function findRings(parts: readonly InkPart[], height: number): readonly Ring[] {
  const curved = parts.filter((part) => {
    const longer = Math.max(part.x1 - part.x0, part.y1 - part.y0);
    return longer >= SMALLEST * height && longer <= LARGEST * height && Math.min(part.x1 - part.x0, part.y1 - part.y0) >= 0.3 * longer;
  });
  if (curved.length > MOST_CURVED) return [];
  const rings: Ring[] = [];
  for (const own of [...curved.map((part) => [part]), ...halves(curved, height)]) {
    const ring = ringThrough(outermost(own), height);
    if (ring !== undefined && isWithin(ring, own) && !rings.some((other) => isSame(ring, other))) rings.push({ ...ring, parts: own });
  }
  return rings;
}

/** By which edges of halves may differ, and how far they stand apart, in heights. */
const OUT_OF_LINE = 0.4;
const PARTED = 1;

/** Parts over each other that are equally wide: a ring that a line parts. */
function halves(parts: readonly InkPart[], height: number): readonly (readonly InkPart[])[] {
  const sorted = [...parts].sort((a, b) => a.x0 - b.x0);
  return sorted.flatMap((one, at) => {
    const pairs: (readonly InkPart[])[] = [];
    for (const other of sorted.slice(at + 1)) {
      if (other.x0 - one.x0 > OUT_OF_LINE * height) break;
      const apart = Math.max(one.y0, other.y0) - Math.min(one.y1, other.y1);
      if (Math.abs(other.x1 - one.x1) <= OUT_OF_LINE * height && apart >= -height && apart <= PARTED * height) pairs.push([one, other]);
    }
    return pairs;
  });
}

/** Share of its half axes by which a ring may reach beyond the ink that it is drawn by. */
const BEYOND = 0.15;

function isWithin({ x, y, across, up }: Round, parts: readonly InkPart[]): boolean {
  const [x0, x1] = [Math.min(...parts.map((part) => part.x0)), Math.max(...parts.map((part) => part.x1))];
  const [y0, y1] = [Math.min(...parts.map((part) => part.y0)), Math.max(...parts.map((part) => part.y1))];
  return (
    x - across >= x0 - BEYOND * across && x + across <= x1 + BEYOND * across && y - up >= y0 - BEYOND * up && y + up <= y1 + BEYOND * up
  );
}

function isSame(one: Round, other: Round): boolean {
  const reach = 0.25 * Math.min(one.across, other.across);
  return Math.abs(one.x - other.x) < reach && Math.abs(one.y - other.y) < reach && Math.abs(one.across - other.across) < reach;
}

/** The ring that most spots lie on, which were met by as many rays all around at most; undefined where too few do. */
export function ringThrough(spots: readonly Spot[], height: number): Omit<Ring, 'parts'> | undefined {
  if (spots.length < FEWEST_MET * RAYS) return undefined;
  let best: { readonly ring: Round; readonly on: readonly Spot[] } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    // One spot of each quarter, in an order that is always the same.
    const quarter = spots.length / 4;
    const four = STEPS.flatMap((step, at) => spots[Math.floor(at * quarter + ((attempt * step) % quarter))] ?? []);
    const ring = throughFour(four);
    if (ring === undefined || !isRing(ring, height)) continue;
    const on = spots.filter((spot) => Math.abs(offRing(ring, spot.x, spot.y)) < OFF);
    if (on.length > (best?.on.length ?? 0)) best = { ring, on };
  }
  if (best === undefined || best.on.length < FEWEST_ON * spots.length || best.on.length < 0.45 * RAYS) return undefined;
  const thicknesses = best.on.map(({ thickness }) => thickness).sort((a, b) => a - b);
  return { ...best.ring, thickness: thicknesses[thicknesses.length >> 1] ?? 1 };
}

function isRing({ across, up }: Round, height: number): boolean {
  const [lower, longer] = [Math.min(across, up), Math.max(across, up)];
  return 2 * longer <= LARGEST * height && 2 * lower >= SMALLEST * height && longer <= OUT_OF_ROUND * lower;
}

/** How far a place lies off a ring, as a share of its half axes; below 0 inside. */
function offRing({ x, y, across, up }: Round, atX: number, atY: number): number {
  return Math.hypot((atX - x) / across, (atY - y) / up) - 1;
}

/** The outermost ink of parts along rays from the middle of all. */
function outermost(parts: readonly InkPart[]): readonly Spot[] {
  const [x0, y0] = [Math.min(...parts.map((part) => part.x0)), Math.min(...parts.map((part) => part.y0))];
  const [width, height] = [Math.max(...parts.map((part) => part.x1)) - x0, Math.max(...parts.map((part) => part.y1)) - y0];
  const inked = new Uint8Array(width * height);
  for (const { runs } of parts)
    for (let at = 0; at + 2 < runs.length; at += 3) {
      const row = ((runs[at] ?? 0) - y0) * width - x0;
      inked.fill(1, row + (runs[at + 1] ?? 0), row + (runs[at + 2] ?? 0));
    }
  const spots: Spot[] = [];
  const [middleX, middleY] = [width / 2, height / 2];
  for (let ray = 0; ray < RAYS; ray += 1) {
    const angle = (2 * Math.PI * ray) / RAYS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const isInked = (away: number): boolean => {
      const [x, y] = [Math.floor(middleX + cos * away), Math.floor(middleY + sin * away)];
      return x >= 0 && y >= 0 && x < width && y < height && inked[y * width + x] === 1;
    };
    let away = Math.hypot(middleX, middleY);
    while (away > 1 && !isInked(away)) away -= 1;
    if (away <= 1) continue;
    let inner = away;
    while (inner > 0 && isInked(inner)) inner -= 1;
    const thickness = away - inner;
    const at = away - thickness / 2;
    spots.push({ x: x0 + middleX + cos * at, y: y0 + middleY + sin * at, thickness });
  }
  return spots;
}

/** The level ellipse through four spots: `a x² + b y² + c x + d y = 1`. */
function throughFour(spots: readonly Spot[]): Round | undefined {
  const [origin] = spots;
  if (origin === undefined || spots.length < 4) return undefined;
  // Around a place that is no spot, as the sum of one is asked for.
  const [baseX, baseY] = [spots.reduce((sum, { x }) => sum + x, 0) / 4, spots.reduce((sum, { y }) => sum + y, 0) / 4];
  const rows = spots.map(({ x, y }) => [(x - baseX) ** 2, (y - baseY) ** 2, x - baseX, y - baseY, 1]);
  const solved = solve(rows);
  if (solved === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = solved;
  if (a <= 0 || b <= 0) return undefined;
  const sum = 1 + (c * c) / (4 * a) + (d * d) / (4 * b);
  return { x: baseX - c / (2 * a), y: baseY - d / (2 * b), across: Math.sqrt(sum / a), up: Math.sqrt(sum / b) };
}

/** Gauss with pivots; undefined where the rows do not say it. */
function solve(rows: readonly (readonly number[])[]): readonly number[] | undefined {
  const matrix = rows.map((row) => [...row]);
  const size = matrix.length;
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1) if (Math.abs(matrix[row]?.[at] ?? 0) > Math.abs(matrix[pivot]?.[at] ?? 0)) pivot = row;
    const [own, other] = [matrix[pivot], matrix[at]];
    if (own === undefined || other === undefined || Math.abs(own[at] ?? 0) < 1e-9) return undefined;
    [matrix[at], matrix[pivot]] = [own, other];
    for (const row of matrix) {
      if (row === own) continue;
      const factor = (row[at] ?? 0) / (own[at] ?? 1);
      for (let column = at; column <= size; column += 1) row[column] = (row[column] ?? 0) - factor * (own[column] ?? 0);
    }
  }
  return matrix.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** The raster without the lines of its rings; what hangs on them stays, and so does what else they run over. */
export function withoutRings(raster: GreyRaster, rings: readonly Ring[]): GreyRaster {
  const pixels = Uint8Array.from(raster.pixels);
  for (const ring of rings) {
    const reach = ring.thickness / 2 + 1.5;
    const mean = (ring.across + ring.up) / 2;
    for (const { runs } of ring.parts)
      for (let at = 0; at + 2 < runs.length; at += 3) {
        const row = runs[at] ?? 0;
        for (let x = runs[at + 1] ?? 0; x < (runs[at + 2] ?? 0); x += 1)
          if (Math.abs(offRing(ring, x + 0.5, row + 0.5)) * mean <= reach) pixels[row * raster.width + x] = 255;
      }
  }
  return { ...raster, pixels };
}
