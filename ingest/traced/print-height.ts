import type { InkPart } from './ink-parts.ts';

/** Heights of characters that are looked for, in pixels. */
const LOWEST = 6;
const HIGHEST = 160;
/** Width to height of a character that is no stroke. */
const NARROWEST = 0.3;
/** Characters of print that a drawing has, at least. */
const FEWEST = 20;
/** Heights that differ by less are one. */
const ALIKE = 0.12;

/** The height that most capitals and digits of a raster have, in pixels; undefined where it has too few. */
export function printHeight(parts: readonly InkPart[]): number | undefined {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { x0, x1, y0, y1 } of parts) {
    // Characters are higher than wide, so that the longer side is their height however they lie.
    const [width, height] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    if (height < LOWEST || height > HIGHEST || width < NARROWEST * height) continue;
    counts.set(height, (counts.get(height) ?? 0) + 1);
    all += 1;
  }
  if (all < FEWEST) return undefined;
  let best = { height: 0, count: 0 };
  for (const height of [...counts.keys()].sort((a, b) => a - b)) {
    let count = 0;
    for (const [other, own] of counts) if (Math.abs(other - height) <= Math.max(1, ALIKE * height)) count += own;
    if (count > best.count) best = { height, count };
  }
  return best.height;
}
