import { describe, expect, it } from 'vitest';
import { drawn, PER_POINT } from './drawn-table.test-support.ts';
import { findBars } from './find-bars.ts';
import type { RuledLine } from './find-strokes.ts';

const line = (at: number, from: number, to: number): RuledLine => ({
  at: at * PER_POINT,
  from: from * PER_POINT,
  to: to * PER_POINT,
  thickness: 1,
});

describe('findBars', () => {
  const box = [line(40, 20, 180), line(90, 20, 180)];
  const bars = (level: readonly RuledLine[], colour: string, x: number, width: number, height = 50) =>
    findBars(
      level,
      drawn((pen) => {
        pen.fillStyle = colour;
        pen.fillRect(x, 40, width, height);
      }),
      240,
      PER_POINT,
    ).map(({ at, from, to }) => [at, from, to].map((one) => Math.round(one / PER_POINT)));

  it.each(['black', '#c65a00', '#f0d890'])('finds the bar that closes a box on its left or right (%s)', (colour) => {
    expect(bars(box, colour, 20, 5)).toEqual([[23, 40, 90]]);
    expect(bars(box, colour, 175, 5)).toEqual([[178, 40, 90]]);
  });

  it('finds none where it joins no two lines, is a field or a line, or ends between them', () => {
    expect(bars([], 'black', 20, 5)).toEqual([]);
    expect(bars([line(40, 20, 180), line(90, 60, 180)], 'black', 20, 5)).toEqual([]);
    expect(bars(box, 'black', 20, 60)).toEqual([]);
    expect(bars(box, 'black', 20, 1)).toEqual([]);
    expect(bars(box, 'black', 20, 5, 30)).toEqual([]);
  });
});
