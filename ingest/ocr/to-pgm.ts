import type { GreyRaster } from './grey-raster.ts';

/** A raster as the simplest file that engines open: a binary portable greymap. */
export function toPgm({ width, height, pixels }: GreyRaster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}
