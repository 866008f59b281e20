import type { Box } from '../../kernel/index.ts';
import { findBars } from './find-bars.ts';
import { findFaintStrokes, isCovered, isPartOf, isWithin } from './find-faint-strokes.ts';
import { edgesOf, findFills } from './find-fills.ts';
import type { RuledLine, RuledLines } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import { paperOf } from './paper-of.ts';

/** Points at most from the edge of a field to the line that it ends at. */
const EDGE = 2;

/**
 * What rules a page beside the lines of ink that are known: faint and light lines, filled fields, where these end, and bars; in pixels.
 * `threshold`: the grey below which a pixel is ink.
 */
export function findRulings(
  raster: GreyRaster,
  perPoint: number,
  { lines, threshold }: { readonly lines: RuledLines; readonly threshold: number },
): RuledLines & { readonly fills: readonly Box[] } {
  const paper = paperOf(raster);
  if (paper === undefined) return { ...lines, fills: [] };
  const fills = findFills(raster, paper, perPoint);
  const dark = fills.filter((fill) => isDark(fill, raster, threshold));
  const darkEdges = edgesOf(dark, perPoint);
  const outside = (way: keyof RuledLines) =>
    lines[way]
      .filter((line) => !dark.some((field) => isWithin(line, field, way, perPoint)))
      // What shows of a dark field beyond its edge where the page is askew looks like a line.
      .filter((line) => !darkEdges[way].some((edge) => isPartOf(line, edge, EDGE * perPoint) && !runsAlong(line, edge, EDGE * perPoint)));
  const known: RuledLines = { level: outside('level'), upright: outside('upright') };
  const faint = findFaintStrokes(raster, paper, perPoint, { known, fields: fills });
  const edges = edgesOf(fills, perPoint);
  const ruled = (way: keyof RuledLines) => {
    const drawn = [...known[way].filter((line) => !isCovered(line, faint[way], perPoint)), ...faint[way]];
    const reach = EDGE * perPoint;
    // A line along which a field ends tells more surely where that is; it is as long as the edge, of which it may be seen in part.
    const whole = drawn.map((line) => edges[way].filter((edge) => runsAlong(line, edge, reach)).reduce(spanning, line));
    return [...whole, ...edges[way].filter((edge) => !drawn.some((line) => runsAlong(line, edge, reach)))];
  };
  const level = ruled('level');
  const bars = findBars(level, raster, paper.threshold, perPoint).filter((bar) => !fills.some((fill) => isWithin(bar, fill, 'upright', 0)));
  return { level, upright: [...ruled('upright'), ...bars], fills };
}

function spanning(line: RuledLine, edge: RuledLine): RuledLine {
  return { ...line, from: Math.min(line.from, edge.from), to: Math.max(line.to, edge.to) };
}

/** Whether a line lies on an edge for half of it at least: one that ends where the edge begins is another. */
function runsAlong(line: RuledLine, edge: RuledLine, reach: number): boolean {
  const shared = Math.min(line.to, edge.to) - Math.max(line.from, edge.from);
  return isPartOf(edge, line, reach) && shared >= (edge.to - edge.from) / 2;
}

/** Pixels of a field that are looked at, across and down. */
const LOOK = 4;

/** Whether a field is printed as dark as ink: lines of ink in it are what light letters leave of it. */
function isDark({ x0, y0, x1, y1 }: Box, { width, pixels }: GreyRaster, threshold: number): boolean {
  let [ink, all] = [0, 0];
  for (let y = Math.ceil(y0); y < y1; y += LOOK) {
    for (let x = Math.ceil(x0); x < x1; x += LOOK) {
      all += 1;
      if ((pixels[y * width + x] ?? 255) < threshold) ink += 1;
    }
  }
  return ink > all / 2;
}
