import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';

/** Share of a row that has to be ink for it to be part of a line of print. */
const INKED = 0.004;
const LOWEST = 5;
const FEWEST_ROWS = 2;

/** Height of the ink of a typical line of print, in pixels; undefined where rows of ink do not part, as in a photo. */
export function lineHeight(raster: GreyRaster): number | undefined {
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
  return middle === undefined || middle > height / 4 ? undefined : middle;
}
