import { RAYS, type Ring, ringThrough, type Spot } from './find-rings.ts';
import type { InkPart } from './ink-parts.ts';
import type { PrintLine } from './print-lines.ts';

/** Rows in a ring, how far their middles stand apart across and down, and their length at most, in heights of the usual print. */
const OFF_MIDDLE = 0.7;
const FARTHEST = 2.4;
const LONGEST = 7;
/** Parts that are no print at most: more are a pattern. */
const MOST_OTHERS = 20_000;
/** How far a ring is looked for. */
const REACH = 9;

/** Rings around two short rows of print over each other that hang on so much else that they are no part of their own. */
export function ringsAround(
  { parts, lines }: { readonly parts: readonly InkPart[]; readonly lines: readonly PrintLine[] },
  known: readonly Ring[],
  height: number,
): readonly Ring[] {
  const short = lines.filter(({ box, isUpright }) => !isUpright && box.x1 - box.x0 <= LONGEST * height).sort((a, b) => a.box.y0 - b.box.y0);
  const printed = new Set(lines.flatMap((line) => line.parts));
  const others = parts.filter((part) => !printed.has(part));
  if (others.length > MOST_OTHERS) return [];
  return short.flatMap((upper, at): Ring[] => {
    const x = middleOf(upper);
    const lower = short
      .slice(at + 1)
      .find(
        (one) =>
          one.box.y0 - upper.box.y0 <= FARTHEST * height &&
          one.box.y0 > upper.box.y0 + 0.5 * height &&
          Math.abs(middleOf(one) - x) <= OFF_MIDDLE * height,
      );
    if (lower === undefined) return [];
    const y = (upper.box.y1 + lower.box.y0) / 2;
    if (known.some((ring) => Math.hypot((ring.x - x) / ring.across, (ring.y - y) / ring.up) < 1)) return [];
    const reach = REACH * height;
    const near = others.filter((part) => part.x0 < x + reach && part.x1 > x - reach && part.y0 < y + reach && part.y1 > y - reach);
    const ring = ringThrough(innermost(near, x, y, reach), height);
    return ring === undefined || Math.hypot(ring.x - x, ring.y - y) > height ? [] : [{ ...ring, parts: near }];
  });
}

function middleOf({ box }: PrintLine): number {
  return (box.x0 + box.x1) / 2;
}

/** The first ink of parts along rays from a place. */
function innermost(parts: readonly InkPart[], x: number, y: number, reach: number): readonly Spot[] {
  const side = Math.ceil(2 * reach);
  const [left, top] = [Math.floor(x - reach), Math.floor(y - reach)];
  const inked = new Uint8Array(side * side);
  for (const { runs } of parts)
    for (let at = 0; at + 2 < runs.length; at += 3) {
      const row = (runs[at] ?? 0) - top;
      if (row < 0 || row >= side) continue;
      const [from, to] = [Math.max(0, (runs[at + 1] ?? 0) - left), Math.min(side, (runs[at + 2] ?? 0) - left)];
      if (from < to) inked.fill(1, row * side + from, row * side + to);
    }
  const spots: Spot[] = [];
  for (let ray = 0; ray < RAYS; ray += 1) {
    const angle = (2 * Math.PI * ray) / RAYS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const isInked = (away: number): boolean => inked[Math.floor(reach + sin * away) * side + Math.floor(reach + cos * away)] === 1;
    let away = 1;
    while (away < reach - 1 && !isInked(away)) away += 1;
    if (away >= reach - 1) continue;
    let outer = away;
    while (outer < reach - 1 && isInked(outer)) outer += 1;
    const at = (away + outer) / 2;
    spots.push({ x: x + cos * at, y: y + sin * at, thickness: outer - away });
  }
  return spots;
}
