import { describe, expect, it } from 'vitest';
import { viewOf } from './view-of.ts';

const SHEET = { x0: -100, y0: 50, x1: 741, y1: 644 };
const place = (x: number, y: number, height: number) => ({ x0: x, y0: y, x1: x + 4 * height, y1: y + height });

describe('viewOf', () => {
  it('shows all of a sheet when nothing is marked, y upwards', () => {
    const view = viewOf(SHEET, []);
    expect(view.width / view.height).toBeCloseTo(841 / 594, 1);
    expect([view.x(SHEET.x0), view.y(SHEET.y1)].every((pixel) => pixel > 0 && pixel < 30)).toBe(true);
    expect(view.x(SHEET.x1)).toBeLessThan(view.width);
    expect(view.y(SHEET.y0)).toBeLessThan(view.height);
  });

  it('shows of a large sheet what stands around a small place, so large that its words can be read', () => {
    const box = place(500, 300, 2.5);
    const view = viewOf(SHEET, [box]);
    expect(view.scale * 2.5).toBeGreaterThan(12);
    expect([view.x(box.x0), view.y(box.y1)].every((pixel) => pixel > 100)).toBe(true);
    expect([view.shows(box), view.shows(place(-90, 60, 2.5))]).toEqual([true, false]);
  });

  it('shows all places that are marked, and nothing outside the sheet', () => {
    const boxes = [place(-95, 55, 2.5), place(700, 600, 2.5)];
    const view = viewOf(SHEET, boxes);
    expect(boxes.map((box) => view.shows(box))).toEqual([true, true]);
    expect(view.x(SHEET.x0)).toBeLessThan(30);
  });

  it('is a picture whatever the sheet is', () => {
    for (const frame of [
      { x0: 1, y0: 1, x1: 1, y1: 1 },
      { x0: -1e12, y0: 0, x1: 1e12, y1: 0 },
    ]) {
      const view = viewOf(frame, [frame]);
      expect([view.width, view.height].every((side) => side >= 64 && side <= 1_800)).toBe(true);
      expect(Number.isFinite(view.scale)).toBe(true);
    }
  });
});
