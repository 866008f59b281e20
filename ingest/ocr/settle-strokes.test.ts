import { describe, expect, it } from 'vitest';
import { settleStrokes } from './settle-strokes.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const BOXES = { letter: [10, 20], bar: [8, 22], low: [20, 21], middle: [15, 16] } as const;

/** A line on a base line at 20, its letters 10 high, but for signs that are drawn otherwise, by their order. */
function lineOf(text: string, drawn: Readonly<Record<number, Exclude<keyof typeof BOXES, 'letter'>>> = {}): RecognisedLine {
  const box = { x0: 0, y0: 0, x1: 100, y1: 24 };
  let at = -1;
  return {
    box,
    baseline: 20,
    words: text.split(' ').map((word) => ({
      confidence: 1,
      box,
      symbols: [...word].map((sign) => {
        at += 1;
        const [y0, y1] = BOXES[drawn[at] ?? 'letter'];
        return { text: sign, box: { x0: 8 * at, x1: 8 * at + (drawn[at] === 'bar' ? 2 : 6), y0, y1 } };
      }),
    })),
  };
}
const textOf = ({ words }: RecognisedLine) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' ');

describe('settleStrokes', () => {
  it('reads a stroke that stands alone and reaches below the letters as a bar, and keeps what was recognised', () => {
    const settled = settleStrokes(lineOf('held I bold l 开', { 4: 'bar', 9: 'bar' }));
    expect(textOf(settled)).toBe('held | bold | 开');
    expect(settled.words[1]?.symbols[0]?.recognised).toBe('I');
  });

  it('leaves a numeral as high as the letters, and a stroke within a word', () => {
    expect(textOf(settleStrokes(lineOf('Type I block')))).toBe('Type I block');
    expect(textOf(settleStrokes(lineOf('AIB on', { 1: 'bar' })))).toBe('AIB on');
  });

  it('tells underscores and hyphens by their height', () => {
    expect(textOf(settleStrokes(lineOf('db-file dB_A 泵-1', { 2: 'low', 9: 'middle', 12: 'middle' })))).toBe('db_file dB-A 泵-1');
  });
});
