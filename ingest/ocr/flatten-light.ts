import type { GreyRaster } from './grey-raster.ts';

/** Places along the longer side at which the ground behind the print is looked for. */
const PLACES = 180;
/** Of the longer side, over how much of it to each side the ground is the commonest grey: more than strokes of print, less than a panel. */
const REACH = 1 / 28;
/** Share of the pixels that differ most from their ground and become black. */
const BLACKEST = 0.01;
/** Where less contrast than this is all there is, it is noise of the camera and stays faint. */
const LEAST_CONTRAST = 40;
/** Share of the full difference that is noise wherever it is. */
const NOISE = 0.18;

/**
 * A photo as if it had been printed: dark on white, whatever light fell on it, whether letters were light or dark, and without the edges
 * of what they stand on. Each pixel becomes as dark as it differs from the ground around it.
 */
export function flattenLight(raster: GreyRaster): GreyRaster {
  const { width, height, pixels } = raster;
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / PLACES));
  const ground = groundOf(raster, cell);
  const apart = new Uint8Array(pixels.length);
  const counts = new Float64Array(256);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const place = Math.floor(y / cell) * ground.across + Math.floor(x / cell);
      const value = pixels[at] ?? 0;
      const difference = Math.max(0, value - (ground.lightest[place] ?? 0), (ground.darkest[place] ?? 0) - value);
      apart[at] = difference;
      counts[difference] = (counts[difference] ?? 0) + 1;
    }
  }
  const full = Math.max(LEAST_CONTRAST, differenceOf(counts, BLACKEST * pixels.length));
  const inked = (difference: number) => Math.max(0, Math.min(1, (difference / full - NOISE) / (1 - NOISE)));
  return { width, height, pixels: apart.map((difference) => 255 - Math.round(255 * inked(difference))) };
}

/** The difference that so many pixels reach. */
function differenceOf(counts: Float64Array, pixels: number): number {
  let reached = 0;
  for (let difference = 255; difference > 0; difference -= 1) {
    reached += counts[difference] ?? 0;
    if (reached >= pixels) return difference;
  }
  return 0;
}

interface Ground {
  readonly across: number;
  /** Of each cell: grounds of it and its neighbours, between which an edge of what print stands on lies. */
  readonly darkest: Uint8Array;
  readonly lightest: Uint8Array;
}

function groundOf({ width, height, pixels }: GreyRaster, cell: number): Ground {
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const samples = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1) {
    const y = Math.min(height - 1, row * cell + (cell >> 1));
    for (let column = 0; column < across; column += 1)
      samples[row * across + column] = pixels[y * width + Math.min(width - 1, column * cell + (cell >> 1))] ?? 0;
  }
  const reach = Math.max(1, Math.round(REACH * Math.max(across, down)));
  const counts = new Uint16Array(256);
  const middle = eachCell(samples, across, down, reach, (around) => {
    counts.fill(0);
    for (const value of around) counts[value] = (counts[value] ?? 0) + 1;
    let passed = 0;
    let value = 0;
    while (value < 255 && passed + (counts[value] ?? 0) <= around.length / 2) {
      passed += counts[value] ?? 0;
      value += 1;
    }
    return value;
  });
  return {
    across,
    darkest: eachCell(middle, across, down, 1, (around) => around.reduce((least, value) => Math.min(least, value), 255)),
    lightest: eachCell(middle, across, down, 1, (around) => around.reduce((most, value) => Math.max(most, value), 0)),
  };
}

/** What is told of each cell by those around it, itself among them, as far as `reach` cells away. */
function eachCell(cells: Uint8Array, across: number, down: number, reach: number, tell: (around: Uint8Array) => number): Uint8Array {
  const told = new Uint8Array(cells.length);
  const around = new Uint8Array((2 * reach + 1) ** 2);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let count = 0;
      for (let y = Math.max(0, row - reach); y <= Math.min(down - 1, row + reach); y += 1)
        for (let x = Math.max(0, column - reach); x <= Math.min(across - 1, column + reach); x += 1) {
          around[count] = cells[y * across + x] ?? 0;
          count += 1;
        }
      told[row * across + column] = tell(around.subarray(0, count));
    }
  }
  return told;
}
