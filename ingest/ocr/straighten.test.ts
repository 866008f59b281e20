import { describe, expect, it } from 'vitest';
import { findSlant } from './find-slant.ts';
import { findStrokes, withoutStrokes } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';
import { lineHeight } from './line-height.ts';
import { scaleRaster } from './scale-raster.ts';
import { type QuarterTurns, turnQuarters, turnRaster } from './turn-raster.ts';

function blank(width: number, height: number): GreyRaster & { readonly pixels: Uint8Array } {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

function ink(raster: GreyRaster, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y += 1) raster.pixels.fill(0, y * raster.width + x0, y * raster.width + x1);
}

/** Words of several lengths, that stand below each other nowhere. */
function startOf(line: number, word: number): number {
  return 100 + word * 62 + ((line * 23) % 47);
}

/** Lines of words, as boxes of ink. */
function printed(): GreyRaster {
  const page = blank(800, 1_000);
  for (let line = 0; line < 20; line += 1) {
    for (let word = 0; word < 9; word += 1)
      ink(page, startOf(line, word), 120 + line * 36, startOf(line, word) + 30 + ((line + word) % 3) * 8, 132 + line * 36);
  }
  return page;
}

function inkBox({ width, height, pixels }: GreyRaster) {
  const places = [...pixels.keys()].filter((at) => (pixels[at] ?? 255) < 128);
  const xs = places.map((at) => at % width);
  const ys = places.map((at) => Math.floor(at / width));
  expect(height).toBeGreaterThan(0);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs) + 1, y1: Math.max(...ys) + 1 };
}

describe('findSlant', () => {
  it.each([-5, -1.5, -0.4, 0, 0.8, 3])('finds lines that fall by %s degrees', (degrees) => {
    const { raster } = turnRaster(printed(), 0, (-degrees * Math.PI) / 180);
    const { sideways, level } = findSlant(raster);
    expect(sideways).toBe(false);
    expect(Math.abs((level * 180) / Math.PI - degrees)).toBeLessThan(0.15);
  });

  it.each<QuarterTurns>([1, 3])('finds that a page lies on its side (%i quarter turns)', (quarters) => {
    expect(findSlant(turnQuarters(printed(), quarters))).toMatchObject({ sideways: true, across: 0 });
  });

  it('takes an empty page for level', () => {
    expect(findSlant(blank(300, 400))).toEqual({ sideways: false, level: 0, across: 0 });
  });
});

describe('turnRaster', () => {
  it.each<[QuarterTurns, number]>([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [0, 2],
    [1, -3],
    [3, 1.5],
  ])('tells where ink stood before %i quarter turns and %s degrees', (quarters, degrees) => {
    const page = blank(300, 200);
    ink(page, 60, 90, 72, 98);
    const turned = turnRaster(page, quarters, (degrees * Math.PI) / 180);
    const back = turned.back(inkBox(turned.raster));
    const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThanOrEqual(degrees === 0 ? 0 : 2.5);
    near(back.x0, 60);
    near(back.x1, 72);
    near(back.y0, 90);
    near(back.y1, 98);
  });
});

describe('findStrokes', () => {
  it('finds the ruling of a table and takes it off, and leaves letters and filled fields', () => {
    const page = blank(700, 500);
    for (const y of [100, 160, 220]) ink(page, 50, y, 650, y + 3);
    for (const x of [50, 300, 647]) ink(page, x, 100, x + 3, 223);
    ink(page, 80, 125, 92, 145);
    ink(page, 60, 300, 640, 360);
    const { level, upright } = findStrokes(page, inkThreshold(page), 3);
    expect(level.map(({ at }) => at)).toEqual([101.5, 161.5, 221.5]);
    expect(upright.map(({ at }) => at)).toEqual([51.5, 301.5, 648.5]);
    const without = withoutStrokes(page, { level, upright }, 3);
    expect(without.pixels[101 * 700 + 400]).toBe(255);
    expect(without.pixels[135 * 700 + 85]).toBe(0);
    expect(without.pixels[330 * 700 + 300]).toBe(0);
  });
});

describe('lineHeight', () => {
  it('is that of the ink of lines, and unknown where rows of ink do not part', () => {
    expect(lineHeight(printed())).toBe(12);
    for (const degrees of [5, -2]) {
      const askew = lineHeight(turnRaster(printed(), 0, (degrees * Math.PI) / 180).raster);
      expect(Math.abs((askew ?? 0) - 12)).toBeLessThanOrEqual(2);
    }
    expect(lineHeight(turnQuarters(printed(), 3))).toBe(12);
    const photo = blank(200, 200);
    ink(photo, 20, 0, 60, 200);
    expect(lineHeight(photo)).toBeUndefined();
  });
});

describe('scaleRaster', () => {
  it('keeps what stands where, smaller and larger', () => {
    const page = blank(120, 80);
    ink(page, 30, 20, 60, 40);
    expect(inkBox(scaleRaster(page, 0.5))).toEqual({ x0: 15, y0: 10, x1: 30, y1: 20 });
    const { x0, x1 } = inkBox(scaleRaster(page, 2));
    expect(Math.abs(x0 - 60)).toBeLessThanOrEqual(1);
    expect(Math.abs(x1 - 120)).toBeLessThanOrEqual(2);
  });
});
