import type { GreyRaster } from './grey-raster.ts';

/** Greys lighter than this are those of paper. */
const LIGHT = 200;
/** Darker than paper by so much at least is print, or by so many times what its greys vary. */
const LEAST_CONTRAST = 12;
const NOISE = 6;

/** Pixels that show how paper looks. */
const LOOKED_AT = 1_000_000;

/** How paper looks on a raster. */
export interface Paper {
  /** The grey below which a pixel is no paper, however light it is printed. */
  readonly threshold: number;
  /** By how much greys differ that are not the same. */
  readonly contrast: number;
}

/** Undefined where nothing is light. */
export function paperOf({ pixels }: GreyRaster): Paper | undefined {
  const counts = new Float64Array(256);
  const step = Math.max(1, Math.floor(pixels.length / LOOKED_AT));
  for (let at = 0; at < pixels.length; at += step) {
    const pixel = pixels[at] ?? 0;
    if (pixel >= LIGHT) counts[pixel] = (counts[pixel] ?? 0) + 1;
  }
  const paper = median(counts);
  if (paper === undefined) return undefined;
  const off = new Float64Array(256);
  counts.forEach((count, grey) => {
    const apart = Math.abs(grey - paper);
    off[apart] = (off[apart] ?? 0) + count;
  });
  const contrast = Math.max(LEAST_CONTRAST, NOISE * (median(off) ?? 0));
  return { threshold: Math.max(0, paper - contrast), contrast };
}

function median(counts: Float64Array): number | undefined {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return undefined;
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum >= half;
  });
}
