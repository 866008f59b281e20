import { describe, expect, it } from 'vitest';
import type { Glyph, Stroke } from './glyph.ts';
import { findGrids } from './grids.ts';
import { shortSides } from './short-sides.ts';

const XS = [100, 200, 400];
const line = (at: number, from = 100, to = 400): Stroke => ({ at, from, to });
/** Rows of 12 points from 127 on, below a double rule at 124.6 and 127. */
const ROWS = [127, 139, 151, 163, 175];
const LEVEL = [line(112), line(124.6), ...ROWS.map((at) => line(at))];
const UPRIGHT = XS.map((x) => line(x, 127, 175));
const GRIDS = findGrids(LEVEL, UPRIGHT);

/** A word on the line of the header. */
function word(text: string, x: number): Glyph[] {
  return [...text].map((sign, index) => ({
    ...{ text: sign, x0: x + index * 6, x1: x + index * 6 + 6, y0: 114, y1: 123, baseline: 121, size: 9, bold: false, turned: false },
  }));
}

describe('shortSides', () => {
  it.each([
    ['Syntax', 'Description'],
    ['指令', '说明'],
  ])('gives the header above a double rule the columns of its table: %s', (left, right) => {
    const sides = shortSides(GRIDS, LEVEL, [...word(left, 104), ...word(right, 204)]);
    expect(sides.map(({ at }) => Math.round(at))).toEqual(XS);
    const [grid, ...others] = findGrids(LEVEL, [...UPRIGHT, ...sides]);
    expect(others).toEqual([]);
    expect(grid?.cells.filter(({ row }) => row === 0).map(({ box }) => [box.x0, box.x1])).toEqual([
      [100, 200],
      [200, 400],
    ]);
    expect(grid?.box.y0).toBe(112);
  });

  it('puts no side through print, and none where the lines have other ends, no print between them, or are no double rule', () => {
    const over = shortSides(GRIDS, LEVEL, word('Instructions of the enhanced set', 104));
    expect(over.map(({ at }) => Math.round(at))).toEqual([100, 400]);
    const print = [...word('Syntax', 104), ...word('Description', 204)];
    expect(shortSides(GRIDS, LEVEL, [])).toEqual([]);
    expect(shortSides(GRIDS, [line(112, 60, 460), ...LEVEL.slice(1)], print)).toEqual([]);
    expect(shortSides(GRIDS, [line(50), ...LEVEL.slice(1)], print)).toEqual([]);
    expect(shortSides(GRIDS, [LEVEL[0] ?? line(112), ...LEVEL.slice(2)], print)).toEqual([]);
  });

  it('takes no line for a double rule that was found twice, so that the title between two tables stays out of them', () => {
    const above = [88, 100, 112].map((at) => line(at));
    const level = [...above, ...ROWS.map((at) => line(at)), line(127.3)];
    const title = [...word('Voltage', 104), ...word('Data', 150)];
    expect(shortSides(findGrids(level, UPRIGHT), level, title)).toEqual([]);
  });

  it.each([
    ['Index', 'Meaning', 'Header'],
    ['编号', '含义', '报文头'],
  ])('gives a low row above one that spans the table the columns that its print fills: %s', (left, right, group) => {
    const level = [112, 124, 136, 156, 176].map((at) => line(at));
    const upright = [line(100, 112, 176), line(200, 136, 176), line(400, 112, 176)];
    const below = (glyphs: readonly Glyph[]) =>
      glyphs.map((glyph) => ({ ...glyph, y0: glyph.y0 + 12, y1: glyph.y1 + 12, baseline: glyph.baseline + 12 }));
    const grids = findGrids(level, upright);
    const sides = shortSides(grids, level, [...word(left, 104), ...word(right, 204), ...below(word(group, 180))]);
    expect(sides).toEqual([100, 200, 400].map((at) => ({ at, from: 112, to: 124 })));
    const [grid] = findGrids(level, [...upright, ...sides]);
    expect(grid?.cells.map(({ row, column }) => [row, column]).slice(0, 3)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});
