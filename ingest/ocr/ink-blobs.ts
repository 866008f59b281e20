import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';

/** A stretch of columns with ink, in pixels. */
export interface Blob {
  readonly from: number;
  readonly to: number;
}

/** Share of the height of a line from which a column is inked from top to bottom: no sign is. */
const WHOLE = 0.95;

/** Stretches of columns with ink in a line, from left to right, without the edge of a field that the line begins or ends beside. */
export function blobsOf(box: Box, { width, height, pixels }: GreyRaster, threshold: number): Blob[] {
  const [left, right] = [Math.max(0, Math.floor(box.x0) - 3), Math.min(width, Math.ceil(box.x1) + 3)];
  const [top, bottom] = [Math.max(0, Math.floor(box.y0)), Math.min(height, Math.ceil(box.y1))];
  const blobs: (Blob & { readonly isWhole: boolean })[] = [];
  let start = -1;
  let least = 0;
  for (let x = left; x <= right; x += 1) {
    let ink = 0;
    for (let y = top; y < bottom && x < right; y += 1) if ((pixels[y * width + x] ?? 255) < threshold) ink += 1;
    if (ink >= 2) {
      least = start < 0 ? ink : Math.min(least, ink);
      if (start < 0) start = x;
    } else if (start >= 0) {
      blobs.push({ from: start, to: x, isWhole: least >= WHOLE * (bottom - top) });
      start = -1;
    }
  }
  const isInner = ({ isWhole }: { readonly isWhole: boolean }) => !isWhole;
  const [first, last] = [blobs.findIndex(isInner), blobs.findLastIndex(isInner)];
  return first < 0 ? [] : blobs.slice(first, last + 1).map(({ from, to }) => ({ from, to }));
}
