import { describe, expect, it } from 'vitest';
import { findTextBoxes, type TextMap } from './find-text-boxes.ts';

const WIDTH = 200;
const HEIGHT = 100;

function mapOf(...parts: readonly (readonly [x0: number, y0: number, x1: number, y1: number, chance: number])[]): TextMap {
  const chances = new Float32Array(WIDTH * HEIGHT);
  for (const [x0, y0, x1, y1, chance] of parts) for (let y = y0; y < y1; y += 1) chances.fill(chance, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, chances };
}

describe('findTextBoxes', () => {
  it('gives each line whole: larger than the middle that the map shows, and within the map', () => {
    const [box] = findTextBoxes(mapOf([10, 20, 110, 30, 0.9]));
    expect(box?.x0).toBeLessThan(10);
    expect(box?.y0).toBeLessThan(20);
    expect(box?.y1).toBeGreaterThan(30);
    expect(findTextBoxes(mapOf([0, 0, 200, 10, 0.9]))[0]).toMatchObject({ x0: 0, y0: 0, x1: WIDTH });
  });

  it('orders lines from top to bottom and those of one row from left to right', () => {
    const boxes = findTextBoxes(mapOf([120, 21, 180, 31, 0.9], [10, 60, 60, 70, 0.9], [10, 20, 60, 30, 0.9]));
    expect(boxes.map(({ x0, y0 }) => [x0 > 100, y0 > 40])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('leaves out specks and what is hardly likely', () => {
    expect(findTextBoxes(mapOf([10, 20, 12, 22, 0.9], [50, 50, 90, 60, 0.4]))).toEqual([]);
  });
});
