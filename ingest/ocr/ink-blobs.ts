import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';

/** A stretch of columns with ink, in pixels. */
export interface Blob {
  readonly from: number;
  readonly to: number;
}

/** Stretches of columns with ink in a line, from left to right. */
export function blobsOf(box: Box, { width, height, pixels }: GreyRaster, threshold: number): Blob[] {
  const [left, right] = [Math.max(0, Math.floor(box.x0) - 3), Math.min(width, Math.ceil(box.x1) + 3)];
  const [top, bottom] = [Math.max(0, Math.floor(box.y0)), Math.min(height, Math.ceil(box.y1))];
  const blobs: Blob[] = [];
  let start = -1;
  for (let x = left; x <= right; x += 1) {
    let ink = 0;
    for (let y = top; y < bottom && x < right; y += 1) if ((pixels[y * width + x] ?? 255) < threshold) ink += 1;
    if (ink >= 2 && start < 0) start = x;
    else if (ink < 2 && start >= 0) {
      blobs.push({ from: start, to: x });
      start = -1;
    }
  }
  return blobs;
}
