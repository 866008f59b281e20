import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../kernel/index.ts';
import { coversBox } from './covers-box.ts';

const GOLD = { x0: 100, y0: 200, x1: 160, y1: 210 };
const cited = (page: number, ...boxes: (typeof GOLD)[]): Anchor[] => [{ kind: 'page', page, boxes }];

describe('coversBox', () => {
  it('holds for the box itself and for two halves', () => {
    expect(coversBox(cited(3, GOLD), 3, GOLD)).toBe(true);
    expect(coversBox(cited(3, { ...GOLD, x1: 130 }, { ...GOLD, x0: 130 }), 3, GOLD)).toBe(true);
  });

  it('does not count an overlap twice', () => {
    const third = { ...GOLD, x1: 120 };
    expect(coversBox(cited(3, third, third, third), 3, GOLD)).toBe(false);
  });

  it('fails on another page, beside the box and without boxes', () => {
    expect(coversBox(cited(4, GOLD), 3, GOLD)).toBe(false);
    expect(coversBox(cited(3, { ...GOLD, y0: 220, y1: 230 }), 3, GOLD)).toBe(false);
    expect(coversBox([{ kind: 'row', sheet: '', row: 3 }], 3, GOLD)).toBe(false);
  });
});
