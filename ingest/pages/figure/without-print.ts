import type { Box } from '../../../kernel/index.ts';
import type { GreyRaster } from '../../ocr/grey-raster.ts';

/** The raster of a part of a page without the characters of the page that lie over it: those are read already. */
export function withoutPrint(raster: GreyRaster, dpi: number, part: Box, glyphs: readonly Box[]): GreyRaster {
  const over = glyphs.filter(({ x0, y0, x1, y1 }) => x1 > part.x0 && x0 < part.x1 && y1 > part.y0 && y0 < part.y1);
  if (over.length === 0) return raster;
  const pixels = Uint8Array.from(raster.pixels);
  const perPoint = dpi / 72;
  for (const { x0, y0, x1, y1 } of over) {
    const [left, right] = [
      Math.max(0, Math.floor((x0 - part.x0) * perPoint)),
      Math.min(raster.width, Math.ceil((x1 - part.x0) * perPoint)),
    ];
    const last = Math.min(raster.height, Math.ceil((y1 - part.y0) * perPoint));
    for (let y = Math.max(0, Math.floor((y0 - part.y0) * perPoint)); y < last; y += 1)
      if (left < right) pixels.fill(255, y * raster.width + left, y * raster.width + right);
  }
  return { ...raster, pixels };
}
