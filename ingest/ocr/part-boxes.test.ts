import { describe, expect, it } from 'vitest';
import type { GreyRaster } from './grey-raster.ts';
import { partBoxes } from './part-boxes.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** A raster of blank paper with ink in some columns, from top to bottom. */
function inkIn(...columns: readonly (readonly [from: number, to: number])[]): GreyRaster {
  const [width, height] = [200, 20];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [from, to] of columns) for (let y = 2; y < 18; y += 1) pixels.fill(0, y * width + from, y * width + to);
  return { width, height, pixels };
}
const line = (x0: number, x1: number, y0 = 0, y1 = 20): RecognisedLine => ({ words: [], box: { x0, x1, y0, y1 }, baseline: y1 });
const sides = (lines: readonly RecognisedLine[]) => lines.map(({ box }) => [box.x0, box.x1]);

describe('partBoxes', () => {
  it('parts two boxes that reach into each other where the widest blank is', () => {
    const raster = inkIn([10, 40], [44, 60], [80, 90], [94, 120]);
    expect(sides(partBoxes([line(50, 130), line(5, 85)], raster, 128))).toEqual([
      [70, 130],
      [5, 70],
    ]);
  });

  it('leaves out what the engine made of the ink of the other one', () => {
    const symbol = (text: string, x0: number, x1: number) => ({ text, box: { x0, x1, y0: 2, y1: 18 } });
    const box = { x0: 5, x1: 85, y0: 0, y1: 20 };
    const words = [{ box, confidence: 1, symbols: [symbol('设', 40, 60), symbol('：', 78, 85)] }];
    const [read] = partBoxes([{ box, baseline: 18, words }, line(65, 130)], inkIn([10, 60], [80, 90]), 128);
    expect(read?.words.map(({ symbols }) => symbols.map(({ text }) => text))).toEqual([['设']]);
    expect(partBoxes([{ box, baseline: 18, words }], inkIn([10, 60], [80, 90]), 128)).toEqual([{ box, baseline: 18, words }]);
  });

  it('leaves boxes that stand apart, below each other or one in the other, and those without a blank', () => {
    const raster = inkIn([10, 190]);
    const lines = [line(5, 60), line(70, 120), line(50, 110, 15, 35), line(65, 125, 2, 18), line(118, 190)];
    expect(sides(partBoxes(lines, raster, 128))).toEqual(sides(lines));
  });
});
