import type { GreyRaster } from './grey-raster.ts';

/** A raster `factor` times as wide and high: averaged where it gets smaller, drawn smoothly where it gets larger. */
export function scaleRaster(raster: GreyRaster, factor: number): GreyRaster {
  if (factor === 1) return raster;
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  return { width, height, pixels: factor < 1 ? averaged(raster, width, height) : smoothed(raster, width, height) };
}

function averaged(raster: GreyRaster, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, raster.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, raster.width);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) sum += raster.pixels[row * raster.width + column] ?? 255;
      }
      pixels[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return pixels;
}

function span(index: number, of: number, all: number): readonly [number, number] {
  const start = Math.floor((index * all) / of);
  return [start, Math.max(start + 1, Math.floor(((index + 1) * all) / of))];
}

function smoothed(raster: GreyRaster, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const across = (raster.width - 1) / Math.max(1, width - 1);
  const down = (raster.height - 1) / Math.max(1, height - 1);
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor(y * down);
    const below = y * down - top;
    const upper = top * raster.width;
    const lower = Math.min(raster.height - 1, top + 1) * raster.width;
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor(x * across);
      const beside = x * across - left;
      const right = Math.min(raster.width - 1, left + 1);
      const above = (raster.pixels[upper + left] ?? 255) * (1 - beside) + (raster.pixels[upper + right] ?? 255) * beside;
      const under = (raster.pixels[lower + left] ?? 255) * (1 - beside) + (raster.pixels[lower + right] ?? 255) * beside;
      pixels[y * width + x] = above * (1 - below) + under * below;
    }
  }
  return pixels;
}
