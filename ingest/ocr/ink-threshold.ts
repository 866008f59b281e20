import type { GreyRaster } from './grey-raster.ts';

/** Paper and ink nearer to each other than this are one: an empty page has no ink. */
const LEAST_CONTRAST = 24;

/** The grey below which a pixel is ink, by Otsu's method; 0 where the picture has one grey only. */
export function inkThreshold({ pixels }: GreyRaster): number {
  const counts = new Float64Array(256);
  const step = Math.max(1, Math.floor(pixels.length / 1_000_000));
  let total = 0;
  let sum = 0;
  for (let at = 0; at < pixels.length; at += step) {
    const value = pixels[at] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
    sum += value;
  }
  let best = 0;
  let bestSpread = 0;
  let contrast = 0;
  let dark = 0;
  let darkSum = 0;
  for (let value = 0; value < 255; value += 1) {
    const count = counts[value] ?? 0;
    dark += count;
    darkSum += value * count;
    if (dark === 0 || dark === total) continue;
    const apart = darkSum / dark - (sum - darkSum) / (total - dark);
    const spread = dark * (total - dark) * apart * apart;
    if (spread > bestSpread) {
      bestSpread = spread;
      best = value + 1;
      contrast = -apart;
    }
  }
  return contrast < LEAST_CONTRAST ? 0 : best;
}
