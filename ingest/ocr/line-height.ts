import { findSlant } from './find-slant.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';
import { turnRaster } from './turn-raster.ts';

/** Share of a row that has to be ink for it to be part of a line of print. */
const INKED = 0.004;
const LOWEST = 5;
const FEWEST_ROWS = 2;
/** Share of the picture's height. */
const TALLEST = 0.17;

/**
 * Height of the ink of a typical line of print, in pixels, however the picture lies; undefined where rows of ink do not part, as in a
 * photo.
 */
export function lineHeight(picture: GreyRaster): number | undefined {
  const { sideways, level, across } = findSlant(picture);
  const { raster } = turnRaster(picture, sideways ? 1 : 0, sideways ? across : level);
  const { width, height, pixels } = raster;
  const threshold = inkThreshold(raster);
  const heights: number[] = [];
  let run = 0;
  for (let y = 0; y <= height; y += 1) {
    let ink = 0;
    for (let x = 0; x < width && y < height; x += 1) if ((pixels[y * width + x] ?? 255) < threshold) ink += 1;
    if (ink > INKED * width) run += 1;
    else {
      if (run >= LOWEST) heights.push(run);
      run = 0;
    }
  }
  if (heights.length < FEWEST_ROWS) return undefined;
  const sorted = heights.sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined || middle > TALLEST * height ? undefined : middle;
}
