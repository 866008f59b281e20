import { describe, expect, it } from 'vitest';
import { lineInput } from './picture-inputs.ts';

const black = (width: number, height: number) => ({ width, height, pixels: new Uint8Array(width * height) });

describe('lineInput', () => {
  it('is as wide as the line, in the height that the reader takes', () => {
    const { dims, filled } = lineInput(black(400, 40), { x0: 0, y0: 0, x1: 400, y1: 40 });
    expect([dims, filled]).toEqual([[1, 3, 48, 480], 1]);
  });

  it('fills a narrow line up with grey, in which the reader would lose signs, and says how much of it is the line', () => {
    const { dims, data, filled } = lineInput(black(40, 24), { x0: 0, y0: 0, x1: 40, y1: 24 });
    expect([dims, filled]).toEqual([[1, 3, 48, 128], 80 / 128]);
    const row = [...data.subarray(0, 128)];
    expect([row.slice(0, 80).every((grey) => grey === -1), row.slice(80).every((grey) => grey === 0)]).toEqual([true, true]);
  });
});
