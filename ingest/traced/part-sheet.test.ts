import { describe, expect, it } from 'vitest';
import { drawRaster, drawSheet } from './draw-sheet.test-support.ts';
import { inkParts, paperParts } from './ink-parts.ts';
import { isDrawn } from './is-drawn.ts';
import { lineWork } from './line-work.ts';
import { type PartedSheet, partSheet } from './parted-sheet.ts';

const SHEETS = [
  { vessel: 'V-201', valve: 'HV-101', notes: ['1. ALL DRAINS AT LOW POINTS.', '2. SEE LINE LIST.'] },
  { vessel: 'V-201', valve: 'HV-101', notes: ['1. 所有低点应设排放阀。', '2. 管道等级见管道表。'] },
] as const;

function parted(words: (typeof SHEETS)[number]): PartedSheet {
  const sheet = partSheet(drawSheet(words));
  if (sheet === undefined) throw new Error('the sheet has no print');
  return sheet;
}

describe('the ink of a sheet', () => {
  it('hangs together by corners, and its paper does not', () => {
    const pixels = Uint8Array.from([0, 255, 255, 0]);
    expect(inkParts({ width: 2, height: 2, pixels }, 128)).toHaveLength(1);
    expect(paperParts({ width: 2, height: 2, pixels }, 128)).toHaveLength(2);
  });

  it.each(SHEETS)('is parted into rows of print, rings, ruled lines and the rest', (words) => {
    const { lines, rings, strokes, height } = parted(words);
    expect(height).toBeGreaterThan(18);
    expect(rings.map(({ x, y }) => [Math.round(x / 10), Math.round(y / 10)])).toEqual([
      [80, 41],
      [120, 41],
    ]);
    expect(lines.filter(({ isUpright }) => isUpright)).toHaveLength(1);
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(strokes.level.some(({ from, to, at }) => Math.abs(at - 700) < 3 && from < 500 && to > 1180)).toBe(true);
  });

  it.each(SHEETS)('gives closed outlines as symbols, rings with print as balloons, dashes as lines and filled heads as arrows', (words) => {
    const sheet = parted(words);
    const printed = sheet.lines.filter(({ parts }) => parts.some((part) => sheet.isWhole(part))).map(({ box }) => box);
    const { symbols, balloons, arrows, level } = lineWork(sheet, printed);
    expect(balloons).toHaveLength(2);
    expect(arrows).toHaveLength(1);
    expect(arrows[0]?.[0]).toBeGreaterThan(1175);
    for (const [x, y] of [
      [390, 700],
      [1215, 700],
      [1900, 200],
    ] as const)
      expect(symbols.some(({ x0, x1, y0, y1 }) => x > x0 && x < x1 && y > y0 && y < y1)).toBe(true);
    expect(level.some(({ at, from, to }) => Math.abs(at - 410) < 3 && from < 880 && to > 1120)).toBe(true);
  });

  it('is a drawing with a frame and shapes, and none as a form or a page of text', () => {
    expect(isDrawn(parted(SHEETS[0]))).toBe(true);
    const form = drawRaster(1600, 1200, (pen) => {
      for (let row = 0; row < 12; row += 1) {
        pen.closed(100, 100 + row * 80, 1500, 100 + row * 80, 1500, 180 + row * 80, 100, 180 + row * 80);
        pen.text(`ITEM ${row} 压力 PT-10${row}`, 400, 150 + row * 80);
        pen.text('0.45 MPa', 1200, 150 + row * 80);
      }
      pen.line(800, 100, 800, 1060);
    });
    const page = drawRaster(1600, 1200, (pen) => {
      for (let row = 0; row < 20; row += 1)
        pen.text('The pump is stopped before its bearing is looked at. 检查前先停机。', 800, 100 + row * 50);
    });
    for (const raster of [form, page]) {
      const sheet = partSheet(raster);
      expect(sheet === undefined || isDrawn(sheet)).toBe(sheet === undefined);
    }
  });

  it('of a picture without print is not parted', () => {
    expect(partSheet(drawRaster(600, 400, (pen) => pen.line(10, 10, 590, 390)))).toBeUndefined();
  });
});
