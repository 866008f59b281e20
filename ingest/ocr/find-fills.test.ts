import { describe, expect, it } from 'vitest';
import { drawn, PER_POINT, table } from './drawn-table.test-support.ts';
import { edgesOf, findFills } from './find-fills.ts';
import type { GreyRaster } from './grey-raster.ts';
import { paperOf } from './paper-of.ts';

/** What fields are looked for with. */
const page = (raster: GreyRaster) => [raster, paperOf(raster) ?? { threshold: 0, contrast: 0 }, PER_POINT] as const;
const rounded = (...values: readonly number[]) => values.map((value) => Math.round(value / PER_POINT));

describe('findFills', () => {
  it('finds fields with light print on them as far as they go, which is to a light line', () => {
    const fills = findFills(...page(drawn(table))).map(({ x0, y0, x1, y1 }) => rounded(x0, y0, x1, y1));
    expect(fills).toEqual([
      [20, 20, 100, 40],
      [100, 20, 180, 40],
    ]);
  });

  it('is not cut where its words stand close', () => {
    const raster = drawn((pen) => {
      pen.fillStyle = '#d8d8d8';
      pen.fillRect(20, 20, 160, 16);
      pen.fillStyle = 'black';
      for (let stroke = 0; stroke < 24; stroke += 1) pen.fillRect(60 + stroke * 2, 22.5, 1.6, 12);
    });
    expect(findFills(...page(raster)).map(({ x0, y0, x1, y1 }) => rounded(x0, y0, x1, y1))).toEqual([[20, 20, 180, 36]]);
  });

  it('parts a field from one of another colour below it', () => {
    const raster = drawn((pen) => {
      pen.fillStyle = '#c0c0c0';
      pen.fillRect(20, 20, 160, 20);
      pen.fillStyle = '#0030c8';
      pen.fillRect(20, 40, 160, 24);
    });
    expect(findFills(...page(raster)).map(({ y0, y1 }) => rounded(y0, y1))).toEqual([
      [20, 40],
      [40, 64],
    ]);
  });

  it('takes neither lines of print nor rules for fields', () => {
    const raster = drawn((pen) => {
      pen.fillStyle = 'black';
      pen.fillRect(20, 20, 160, 4);
      for (let line = 0; line < 4; line += 1)
        for (let letter = 0; letter < 40; letter += 1) pen.fillRect(20 + letter * 4, 40 + line * 12, 2, 8);
    });
    expect(findFills(...page(raster))).toEqual([]);
  });
});

describe('edgesOf', () => {
  it('are where a field ends, not where parts of it meet', () => {
    const [whole, part] = [
      { x0: 0, y0: 0, x1: 400, y1: 80 },
      { x0: 320, y0: 0, x1: 800, y1: 80 },
    ];
    const { level, upright } = edgesOf([whole, part], PER_POINT);
    expect(upright.map(({ at }) => at)).toEqual([0, 800]);
    expect([...new Set(level.map(({ at }) => at))]).toEqual([0, 80]);
  });
});
