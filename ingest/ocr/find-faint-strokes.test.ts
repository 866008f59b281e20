import { describe, expect, it } from 'vitest';
import { drawn, PER_POINT, table } from './drawn-table.test-support.ts';
import { findFaintStrokes } from './find-faint-strokes.ts';
import { findStrokes } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';
import { paperOf } from './paper-of.ts';

describe('findFaintStrokes', () => {
  const faint = (raster: GreyRaster) => {
    const known = findStrokes(raster, inkThreshold(raster), PER_POINT);
    const { level, upright } = findFaintStrokes(raster, paperOf(raster) ?? { threshold: 0, contrast: 0 }, PER_POINT, {
      known,
      fields: [{ x0: 20 * PER_POINT, y0: 20 * PER_POINT, x1: 180 * PER_POINT, y1: 40 * PER_POINT }],
    });
    return {
      known,
      level: level.map(({ at }) => at / PER_POINT),
      upright: upright.map(({ at, from, to }) => [at, from, to].map((one) => one / PER_POINT)),
    };
  };

  it('finds grey lines that are too light to be ink, and a light one within a field', () => {
    const { known, level, upright } = faint(drawn(table));
    expect([known.level, known.upright]).toEqual([[], []]);
    expect(level.map(Math.round)).toEqual([60, 80]);
    const ends = upright.map((line) => line.map(Math.round)).sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
    expect(ends).toEqual([
      [20, 40, 80],
      [100, 20, 40],
      [100, 40, 80],
      [180, 40, 80],
    ]);
  });

  it('finds a hairline that differs from paper by less than print does', () => {
    const { level } = faint(
      drawn((pen) => {
        pen.fillStyle = 'rgb(247, 247, 247)';
        pen.fillRect(20, 60, 160, 1);
      }),
    );
    expect(level.map(Math.floor)).toEqual([60]);
  });

  it('follows a grey line over rows of which every other one is shaded a little', () => {
    const { upright } = faint(
      drawn((pen) => {
        pen.fillStyle = 'rgb(248, 248, 248)';
        for (const y of [50, 90]) pen.fillRect(20, y, 160, 20);
        pen.fillStyle = 'rgb(221, 221, 221)';
        for (const x of [20, 100, 179]) pen.fillRect(x, 30, 0.75, 80);
      }),
    );
    for (const x of [20, 100, 179]) {
      const pieces = upright.filter(([at = 0]) => Math.abs(at - x) < 1.5);
      for (const y of [40, 60, 80, 100]) expect(pieces.some(([, from = 0, to = 0]) => from < y && to > y)).toBe(true);
    }
  });

  it('follows an upright line that slants past signs beside it', () => {
    const { upright } = faint(
      drawn((pen) => {
        pen.fillStyle = 'rgb(225, 225, 225)';
        for (let y = 0; y < 700; y += 1) pen.fillRect(60 + y / 400, y, 0.8, 1);
        for (let y = 8; y < 700; y += 18) pen.fillRect(62 + y / 400, y, 4, 9);
      }, 720),
    );
    expect(upright.map((line) => line.map(Math.round))).toContainEqual([61, 0, 700]);
  });

  it('finds a thin line whole that falls between two rows of pixels, where it is ink here and there alone', () => {
    const { known, level } = faint(
      drawn((pen) => {
        for (let x = 20; x < 180; x += 40) {
          pen.fillStyle = 'black';
          pen.fillRect(x, 60, 28, 0.5);
          pen.fillStyle = 'rgb(180, 180, 180)';
          pen.fillRect(x + 28, 60, 12, 0.5);
        }
      }),
    );
    expect(known.level.length).toBeGreaterThan(1);
    expect(level.map(Math.floor)).toEqual([60]);
  });

  it('finds none that are known as ink, and none on paper without lines', () => {
    expect(
      faint(
        drawn((pen) => {
          pen.fillStyle = 'black';
          pen.fillRect(20, 40, 160, 1);
        }),
      ),
    ).toMatchObject({ level: [], upright: [] });
    expect(faint(drawn(() => undefined))).toMatchObject({ level: [], upright: [] });
  });
});
