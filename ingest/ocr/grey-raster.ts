/** A picture in grey, row by row from the top left; 0 is black, 255 white. */
export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Luma of RGBA pixels over white paper. @throws RangeError when there are fewer bytes than the size asks for. */
export function toGrey(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): GreyRaster {
  if (rgba.length < width * height * 4) throw new RangeError('A raster has fewer bytes than its size asks for.');
  const pixels = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < pixels.length; index += 1, at += 4) {
    const alpha = rgba[at + 3] ?? 255;
    const luma = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
    pixels[index] = alpha === 255 ? luma : 255 - (((255 - luma) * alpha) >> 8);
  }
  return { width, height, pixels };
}
