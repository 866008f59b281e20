import { describe, expect, it } from 'vitest';
import { flattenLight } from './flatten-light.ts';
import type { GreyRaster } from './grey-raster.ts';

const [WIDTH, HEIGHT] = [400, 300];

/** A picture by what stands at each pixel. */
function picture(at: (x: number, y: number) => number) {
  return {
    width: WIDTH,
    height: HEIGHT,
    pixels: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) => at(index % WIDTH, Math.floor(index / WIDTH))),
  };
}

const isStroke = (x: number, y: number) => x > 180 && x < 184 && y > 100 && y < 140;
const greyOf = (raster: GreyRaster, x: number, y: number) => raster.pixels[y * WIDTH + x] ?? 0;

describe('the light of a photo', () => {
  it.each([
    ['dark letters on light', 20, 230],
    ['light letters on dark', 240, 25],
  ])('is taken out, so that strokes are black on white: %s', (_, ink, ground) => {
    const flat = flattenLight(picture((x, y) => (isStroke(x, y) ? ink : ground)));
    expect([greyOf(flat, 182, 120), greyOf(flat, 60, 60)]).toEqual([0, 255]);
  });

  it('is taken out where it falls from one side, with the edges of a panel', () => {
    const flat = flattenLight(picture((x, y) => (isStroke(x, y) ? 15 : y < 60 ? 40 : 120 + x / 4)));
    expect(greyOf(flat, 182, 120)).toBe(0);
    expect([greyOf(flat, 20, 200), greyOf(flat, 380, 200), greyOf(flat, 100, 58), greyOf(flat, 100, 62)]).toEqual([255, 255, 255, 255]);
  });

  it('leaves a picture of one grey white, whatever its size', () => {
    expect(flattenLight(picture(() => 128)).pixels.every((pixel) => pixel === 255)).toBe(true);
    expect(flattenLight({ width: 1, height: 1, pixels: Uint8Array.of(0) }).pixels).toEqual(Uint8Array.of(255));
  });
});
