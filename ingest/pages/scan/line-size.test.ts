import { describe, expect, it } from 'vitest';
import type { RecognisedLine } from '../../ocr/text-recogniser.ts';
import { bodySizeOf, lineSize } from './line-size.ts';

/** So many lines of ten capitals, set in a size in points. */
function lines(count: number, size: number): readonly RecognisedLine[] {
  const box = { x0: 0, x1: 10, y0: 0, y1: 0.73 * size };
  const symbols = Array.from({ length: 10 }, () => ({ text: 'H', box }));
  return Array.from({ length: count }, () => ({ box, baseline: box.y1, words: [{ symbols, box, confidence: 1 }] }));
}

describe('bodySizeOf', () => {
  it('is the size of most characters', () => {
    expect(bodySizeOf([...lines(8, 8), ...lines(3, 11)])).toBeCloseTo(8);
    expect(bodySizeOf([])).toBe(10);
  });

  it('is that of the pages before where some of a page full of small print have it', () => {
    const page = [...lines(8, 8), ...lines(3, 11)];
    expect(bodySizeOf(page, 11)).toBe(11);
    expect(page.map((line) => lineSize(line, 11)).at(-1)).toBe(11);
  });

  it('is its own where hardly any character has the size of the pages before', () => {
    expect(bodySizeOf([...lines(12, 8), ...lines(1, 11)], 11)).toBeCloseTo(8);
  });
});
