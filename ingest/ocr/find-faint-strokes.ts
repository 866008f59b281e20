import type { Box } from '../../kernel/index.ts';
import { type RuledLine, type RuledLines, type StrokeLook, strokesOf } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { Paper } from './paper-of.ts';

/** Where lines cross each is gone for as much as the other is thick. */
const LOOK: StrokeLook = { thickest: 3, solid: 0, gap: 1.5 };
/** Points to either side at which a light line has its darker ground, the nearer ones of which its own edge may hold. */
const BESIDE = [1, 1.75] as const;
const [LINE, GROUND, THRESHOLD] = [0, 255, 128] as const;
type Way = keyof RuledLines;

/**
 * Ruling lines that are too light to be ink, as tables of office programs have them in grey, those that end in a filled field, and light
 * ones within it, beside those that are `known`. `fields`: the fields of the page, in pixels, in which what is darker than paper is none.
 */
export function findFaintStrokes(
  raster: GreyRaster,
  paper: Paper,
  perPoint: number,
  { known, fields }: { readonly known: RuledLines; readonly fields: readonly Box[] },
): RuledLines {
  const linesOf = (lines: GreyRaster, way: Way) => strokesOf(lines, THRESHOLD, perPoint, way, LOOK);
  const found = (way: Way) => {
    const dark = linesOf(darkLines(raster, paper, perPoint, way), way).filter(
      (line) => !fields.some((field) => isWithin(line, field, way, perPoint)),
    );
    const light = fields.length > 0 ? linesOf(lightLines(raster, paper, perPoint, way), way) : [];
    return [...dark, ...light].filter((line) => !known[way].some((one) => isPartOf(line, one, perPoint)));
  };
  return { level: found('level'), upright: found('upright') };
}

/** Whether a line lies in a field: what seems a dark one there is what light letters leave of it. */
export function isWithin({ at, from, to }: RuledLine, { x0, y0, x1, y1 }: Box, way: Way, reach: number): boolean {
  const [across0, across1, along0, along1] = way === 'level' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  return at > across0 + reach && at < across1 - reach && from >= along0 - reach && to <= along1 + reach;
}

/** What is no paper and no thicker than a line that runs the given way: a field would be one with the lines that end in it. */
function darkLines({ width, height, pixels }: GreyRaster, { threshold }: Paper, perPoint: number, way: Way): GreyRaster {
  const lines = new Uint8Array(pixels.length).fill(GROUND);
  const [count, length, next, step] = way === 'level' ? [width, height, 1, width] : [height, width, width, 1];
  const thickest = LOOK.thickest * perPoint;
  for (let one = 0; one < count; one += 1) {
    let start = 0;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && (pixels[one * next + at * step] ?? GROUND) < threshold) continue;
      if (at - start <= thickest) for (let ink = start; ink < at; ink += 1) lines[one * next + ink * step] = LINE;
      start = at + 1;
    }
  }
  return { width, height, pixels: lines };
}

/** What is lighter than the ground right beside it on either side. */
function lightLines({ width, height, pixels }: GreyRaster, { contrast }: Paper, perPoint: number, way: Way): GreyRaster {
  const lines = new Uint8Array(pixels.length).fill(GROUND);
  const step = way === 'level' ? width : 1;
  for (const points of BESIDE) {
    const by = Math.max(1, Math.round(points * perPoint)) * step;
    for (let at = by; at < pixels.length - by; at += 1) {
      const darker = (pixels[at] ?? 0) - contrast;
      if ((pixels[at - by] ?? GROUND) <= darker && (pixels[at + by] ?? GROUND) <= darker) lines[at] = LINE;
    }
  }
  return { width, height, pixels: lines };
}

/** Whether a line lies on another one, at most `reach` off it. */
export function isPartOf(line: RuledLine, one: RuledLine, reach: number): boolean {
  return (
    Math.abs(line.at - one.at) <= reach + (line.thickness + one.thickness) / 2 && line.from <= one.to + reach && line.to >= one.from - reach
  );
}
