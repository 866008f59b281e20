import type { Box } from '../../../kernel/index.ts';
import type { GreyRaster } from '../grey-raster.ts';
import { scaleRaster } from '../scale-raster.ts';

/** Numbers for a model: one picture of three equal colours, row by row. */
export interface PictureInput {
  readonly dims: readonly [1, 3, number, number];
  readonly data: Float32Array;
}

/** Sides that the models take are multiples of it. */
const STEP = 32;
/** Means and deviations of the pictures that the finder of lines was taught with. */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;
/**
 * Height of a line that the reader of lines was taught with, and widths: of the narrowest line, and of the narrowest picture, which was
 * filled up with grey. In narrower ones it loses signs: `0..1` is read as `..1`.
 */
const LINE_HEIGHT = 48;
const NARROWEST = 16;
const NARROWEST_PICTURE = 128;
/** The longest line that is read in one go, in its heights. */
const LONGEST = 64;

/** A raster for the finder of lines, its longer side at most so many pixels. */
export function finderInput(raster: GreyRaster, mostPixels: number): PictureInput {
  const factor = Math.min(1, mostPixels / Math.max(raster.width, raster.height));
  const small = scaleRaster(raster, factor);
  const [width, height] = [small.width, small.height].map((side) => Math.ceil(side / STEP) * STEP) as [number, number];
  const data = new Float32Array(3 * width * height);
  MEANS.forEach((mean, colour) => {
    const deviation = DEVIATIONS[colour] ?? 1;
    data.fill((1 - mean) / deviation, colour * width * height, (colour + 1) * width * height);
    for (let y = 0; y < small.height; y += 1)
      for (let x = 0; x < small.width; x += 1)
        data[colour * width * height + y * width + x] = ((small.pixels[y * small.width + x] ?? 255) / 255 - mean) / deviation;
  });
  return { dims: [1, 3, height, width], data };
}

/** A line of a raster for the reader of lines, as high as that was taught, and the share of the picture that it fills, from its left. */
export function lineInput(raster: GreyRaster, box: Box): PictureInput & { readonly filled: number } {
  const cut = cutOut(raster, box);
  const wide = Math.max(NARROWEST, Math.round(Math.min(LONGEST, cut.width / cut.height) * LINE_HEIGHT));
  const width = Math.max(NARROWEST_PICTURE, wide);
  const data = new Float32Array(3 * width * LINE_HEIGHT);
  const [across, down] = [cut.width / wide, cut.height / LINE_HEIGHT];
  for (let y = 0; y < LINE_HEIGHT; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const grey = meanOf(cut, x * across, (x + 1) * across, y * down, (y + 1) * down);
      for (let colour = 0; colour < 3; colour += 1) data[(colour * LINE_HEIGHT + y) * width + x] = grey / 127.5 - 1;
    }
  return { dims: [1, 3, LINE_HEIGHT, width], data, filled: wide / width };
}

function cutOut({ width, height, pixels }: GreyRaster, box: Box): GreyRaster {
  const [x0, y0] = [Math.max(0, Math.floor(box.x0)), Math.max(0, Math.floor(box.y0))];
  const [x1, y1] = [Math.min(width, Math.ceil(box.x1)), Math.min(height, Math.ceil(box.y1))];
  const [wide, high] = [Math.max(1, x1 - x0), Math.max(1, y1 - y0)];
  const cut = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1) cut.set(pixels.subarray((y0 + y) * width + x0, (y0 + y) * width + x0 + wide), y * wide);
  return { width: wide, height: high, pixels: cut };
}

/** Mean grey of a part of a raster, whose borders lie between pixels; where it is smaller than one, what lies between the nearest. */
function meanOf({ width, height, pixels }: GreyRaster, x0: number, x1: number, y0: number, y1: number): number {
  if (x1 - x0 < 1 || y1 - y0 < 1) return between({ width, height, pixels }, (x0 + x1) / 2 - 0.5, (y0 + y1) / 2 - 0.5);
  let [sum, weight] = [0, 0];
  for (let y = Math.floor(y0); y < Math.min(height, y1); y += 1)
    for (let x = Math.floor(x0); x < Math.min(width, x1); x += 1) {
      const part = (Math.min(x + 1, x1) - Math.max(x, x0)) * (Math.min(y + 1, y1) - Math.max(y, y0));
      sum += part * (pixels[y * width + x] ?? 255);
      weight += part;
    }
  return weight === 0 ? 255 : sum / weight;
}

function between({ width, height, pixels }: GreyRaster, x: number, y: number): number {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [beside, under] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = (column: number, row: number) => pixels[row * width + column] ?? 255;
  const upper = at(left, top) * (1 - beside) + at(right, top) * beside;
  return upper * (1 - under) + (at(left, below) * (1 - beside) + at(right, below) * beside) * under;
}
