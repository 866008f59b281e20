import type { PartedSheet } from './parted-sheet.ts';

/** Ruled lines of a drawing, and shapes that are neither ruled lines nor print, heads of arrows on lines among them, at least. */
const FEWEST_LINES = 8;
const FEWEST_SHAPES = 4;
/** Share of the width and height of all ink that its longest lines have, at least: a frame, or what is left of it. */
const FRAME = 0.5;
/** Share of the longer side from which a row of print is running text, and share of the signs that may be. */
const LONG_ROW = 0.3;
const MOST_RUNNING = 0.4;
/** Sides of a shape in heights of the print, and how much of its box it fills at most: photos are full. */
const SMALLEST = 1.1;
const LARGEST = 24;
const MOST_FILLED = 0.55;
/** Share of the paper that is ink besides lines at most. */
const MOST_INK = 0.12;
/** A filled field, as screens and photos have: share of the paper from which it is one, and how much of its box is ink at least. */
const FIELD = 0.01;
const FULL = 0.4;

/** Whether a picture is a drawing, as its ink says: a frame of long lines, shapes or arrows between them, and little running text. */
export function isDrawn({ raster, height, strokes: { level, upright }, rings, lines, rest, arrows }: PartedSheet): boolean {
  if (level.length + upright.length < FEWEST_LINES) return false;
  const longest = (of: readonly { readonly from: number; readonly to: number }[]): number =>
    of.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  if (longest(level) < FRAME * raster.width || longest(upright) < FRAME * raster.height) return false;
  let [signs, running] = [0, 0];
  for (const { parts, box, isUpright } of lines) {
    signs += parts.length;
    if ((isUpright ? box.y1 - box.y0 : box.x1 - box.x0) > LONG_ROW * Math.max(raster.width, raster.height)) running += parts.length;
  }
  if (signs === 0 || running > MOST_RUNNING * signs) return false;
  const ink = rest.reduce((sum, part) => sum + part.ink, 0);
  if (ink > MOST_INK * raster.width * raster.height) return false;
  const field = FIELD * raster.width * raster.height;
  if (rest.some(({ x0, x1, y0, y1, ink: own }) => own > field && own > FULL * (x1 - x0) * (y1 - y0))) return false;
  const shapes = rest.filter(({ x0, x1, y0, y1, ink: own }) => {
    const [lower, longer] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    return lower >= SMALLEST * height && longer <= LARGEST * height && own <= MOST_FILLED * (x1 - x0) * (y1 - y0);
  });
  const found = rings.length + shapes.length;
  return found >= FEWEST_SHAPES || (found > 0 && found + arrows().length >= FEWEST_SHAPES);
}
