import type { RuledLine } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';

/** A bar in points: thinner ones are lines, wider ones fields. */
const WIDTH = { least: 1.5, most: 12 } as const;
/** Lines whose ends differ by less end at one place, in points. */
const SAME_END = 4;
/** Points by which a bar may stand out beyond the lines it joins. */
const BESIDE = 2;
/** Lines closer than this have nothing written between them, in points. */
const LOWEST = 12;
/** Share of the way between the lines on which a column of pixels is no paper. */
const SOLID = 0.95;

/**
 * Upright bars that close a box on its left or right, as boxes of warnings have one in colour: what joins the ends of two level lines and
 * is wider than a line, as a line through its middle. `threshold`: the grey below which a pixel is no paper. All in pixels.
 */
export function findBars(level: readonly RuledLine[], raster: GreyRaster, threshold: number, perPoint: number): readonly RuledLine[] {
  return (['from', 'to'] as const).flatMap((end) =>
    pairsOf(level, end, perPoint).flatMap(([above, below]) => barBetween(above, below, end, { raster, threshold, perPoint }) ?? []),
  );
}

/** Lines that follow each other downwards with one end at the same place. */
function pairsOf(level: readonly RuledLine[], end: 'from' | 'to', perPoint: number): readonly (readonly [RuledLine, RuledLine])[] {
  const lines = level.toSorted((a, b) => a.at - b.at || a[end] - b[end]);
  return lines.flatMap((above, index): readonly (readonly [RuledLine, RuledLine])[] => {
    const below = lines
      .slice(index + 1)
      .find((one) => one.at - above.at >= LOWEST * perPoint && Math.abs(one[end] - above[end]) <= SAME_END * perPoint);
    return below === undefined ? [] : [[above, below]];
  });
}

interface Ink {
  readonly raster: GreyRaster;
  readonly threshold: number;
  readonly perPoint: number;
}

function barBetween(above: RuledLine, below: RuledLine, end: 'from' | 'to', { raster, threshold, perPoint }: Ink): RuledLine | undefined {
  const [top, bottom] = [Math.ceil(above.at + perPoint), Math.floor(below.at - perPoint)];
  const inward = end === 'from' ? 1 : -1;
  const outermost = Math.round(
    (end === 'from' ? Math.min(above.from, below.from) : Math.max(above.to, below.to)) - inward * BESIDE * perPoint,
  );
  const solid: number[] = [];
  for (let step = 0; step <= (BESIDE + SAME_END + WIDTH.most) * perPoint; step += 1) {
    const x = outermost + inward * step;
    if (isSolid(x)) solid.push(x);
    else if (solid.length > 0) break;
  }
  const [first, last] = [solid[0], solid.at(-1)];
  if (first === undefined || last === undefined || solid.length < WIDTH.least * perPoint || solid.length > WIDTH.most * perPoint)
    return undefined;
  return { at: (first + last + 1) / 2, from: above.at, to: below.at, thickness: solid.length };

  function isSolid(x: number): boolean {
    if (x < 0 || x >= raster.width) return false;
    let ink = 0;
    for (let y = top; y < bottom; y += 1) if ((raster.pixels[y * raster.width + x] ?? 255) < threshold) ink += 1;
    return ink >= SOLID * (bottom - top);
  }
}
