import { expect, it } from 'vitest';
import { drawn } from './drawn-table.test-support.ts';
import { inkThreshold } from './ink-threshold.ts';
import { withStrokeWidths } from './stroke-widths.ts';

it('strokes are as wide as they are drawn, however they run', () => {
  const raster = drawn((pen) => {
    pen.fillStyle = 'black';
    pen.fillRect(20, 20, 4, 60);
    pen.fillRect(40, 40, 60, 4);
    pen.fillRect(120, 20, 8, 60);
  });
  const scale = raster.width / 200;
  const box = (x0: number, x1: number) => ({ x0: x0 * scale, x1: x1 * scale, y0: 15 * scale, y1: 85 * scale });
  const symbols = [box(18, 26), box(38, 102), box(118, 130), box(140, 150)].map((one) => ({ text: 'I', box: one }));
  const line = { words: [{ symbols, box: box(18, 150), confidence: 1 }], box: box(18, 150), baseline: 80 };
  const [upright = 0, level = 0, bold = 0, none] =
    withStrokeWidths(line, raster, inkThreshold(raster)).words[0]?.symbols.map(({ stroke }) => stroke) ?? [];
  expect(upright / scale).toBeCloseTo(4, 0);
  expect(level).toBeCloseTo(upright, 1);
  expect(bold / upright).toBeGreaterThan(1.7);
  expect(none).toBeUndefined();
});
