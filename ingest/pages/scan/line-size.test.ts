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

describe('lineSize', () => {
  /** A line of so many letters, each `advance` points wide, whose ink seems `high` points high. */
  const lineOf = (text: string, advance: number, high: number): RecognisedLine => {
    const symbols = [...text].map((sign, at) => ({ text: sign, box: { x0: at * advance, x1: (at + 0.9) * advance, y0: 0, y1: high } }));
    const box = { x0: 0, x1: text.length * advance, y0: 0, y1: high };
    return { box, baseline: high, words: [{ symbols, box, confidence: 1 }] };
  };

  it('is told by the width of signs where ink of the next line stands among them', () => {
    expect(lineSize(lineOf('thelinesofthetextbelowstandclose', 5, 13), 10)).toBe(10);
    expect(lineSize(lineOf('检查轴承的温度与润滑油的液位情况', 10, 16), 10)).toBe(10);
  });

  it('is told by the height of signs where their width allows for it, however few they are', () => {
    expect(lineSize(lineOf('Maintenanceofthepump', 8.5, 12), 10)).toBe(16.5);
    expect(lineSize(lineOf('Till', 3, 12), 10)).toBe(16.5);
  });
});
