import type { Box } from '../../kernel/index.ts';
import { findBars } from './find-bars.ts';
import { findFaintStrokes, isPartOf } from './find-faint-strokes.ts';
import { edgesOf, findFills } from './find-fills.ts';
import type { RuledLines } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import { paperOf } from './paper-of.ts';

/** Points at most from the edge of a field to the line that it ends at. */
const EDGE = 2;

/** What rules a page beside the lines of ink that are `known`: faint and light lines, filled fields, where these end, and bars; in pixels. */
export function findRulings(raster: GreyRaster, perPoint: number, known: RuledLines): RuledLines & { readonly fills: readonly Box[] } {
  const paper = paperOf(raster);
  if (paper === undefined) return { ...known, fills: [] };
  const fills = findFills(raster, paper, perPoint);
  const faint = findFaintStrokes(raster, paper, perPoint, { known, fields: fills.length > 0 });
  const edges = edgesOf(fills, perPoint);
  const ruled = (way: keyof RuledLines) => {
    const lines = [...known[way], ...faint[way]];
    // A line along which a field ends tells more surely where that is.
    return [...lines, ...edges[way].filter((edge) => !lines.some((line) => isPartOf(edge, line, EDGE * perPoint)))];
  };
  const level = ruled('level');
  const bars = findBars(level, raster, paper.threshold, perPoint);
  return { level, upright: [...ruled('upright'), ...bars], fills };
}
