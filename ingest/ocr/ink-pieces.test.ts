import { describe, expect, it } from 'vitest';
import type { GreyRaster } from './grey-raster.ts';
import { piecesOfInk } from './ink-pieces.ts';

/** White paper with ink at these places. */
function inked(width: number, height: number, ...places: readonly (readonly [x: number, y: number])[]): GreyRaster {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [x, y] of places) pixels[y * width + x] = 0;
  return { width, height, pixels };
}
/** Each speck two pixels wide and high. */
function blown({ width, height, pixels }: GreyRaster): GreyRaster {
  const wide = new Uint8Array(pixels.length).fill(255);
  pixels.forEach((pixel, at) => {
    if (pixel !== 0) return;
    for (const next of [at, at + 1, at + width, at + width + 1]) if (next < wide.length) wide[next] = 0;
  });
  return { width, height, pixels: wide };
}
const WHOLE = { x0: 0, y0: 0, x1: 40, y1: 20 };

describe('piecesOfInk', () => {
  it('parts strokes that stand over the same columns, each with where it runs', () => {
    const rising = (left: number) => Array.from({ length: 8 }, (_, at) => [left + at, 12 - at] as const);
    const [one, other, ...others] = piecesOfInk(WHOLE, inked(40, 20, ...rising(4), ...rising(7)), 128);
    expect(others).toEqual([]);
    expect([one?.x0, one?.x1, one?.y0, one?.y1]).toEqual([4, 12, 5, 13]);
    expect(other?.x0).toBe(7);
    expect(one?.rows[0]).toEqual([11, 12]);
  });

  it('gives no dust, nothing beyond the box, and none of a box that is no line', () => {
    const block = [0, 1, 2, 3].flatMap((x) => [0, 1].map((y) => [30 + x, 5 + y] as const));
    const raster = inked(40, 20, [3, 3], ...block);
    expect(piecesOfInk(WHOLE, raster, 128).map(({ x0, x1 }) => [x0, x1])).toEqual([[30, 34]]);
    expect(piecesOfInk({ ...WHOLE, x1: 20 }, raster, 128)).toEqual([]);
    const specks = inked(400, 100, ...Array.from({ length: 100 * 20 }, (_, at) => [(at % 100) * 4, 4 * Math.floor(at / 100)] as const));
    expect(piecesOfInk({ x0: 0, y0: 0, x1: 400, y1: 100 }, blown(specks), 128)).toEqual([]);
    const large = { width: 2_000, height: 1_000, pixels: new Uint8Array(2_000_000) };
    expect(piecesOfInk({ x0: 0, y0: 0, x1: 2_000, y1: 1_000 }, large, 128)).toEqual([]);
  });
});
