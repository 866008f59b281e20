import { describe, expect, it } from 'vitest';
import { settleBars } from './settle-bars.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** A line on a base line at 20, its letters 10 high; those of `bars`, by their order, reach from 2 below it to 12 above. */
function lineOf(text: string, bars: readonly number[] = []): RecognisedLine {
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
        const isBar = bars.includes(at);
        return { text: sign, box: { x0: 8 * at, x1: 8 * at + (isBar ? 2 : 6), y0: isBar ? 8 : 10, y1: isBar ? 22 : 20 } };
      }),
    })),
  };
}
const textOf = ({ words }: RecognisedLine) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' ');

describe('settleBars', () => {
  it('reads a stroke that stands alone and reaches below the letters as a bar, and keeps what was recognised', () => {
    const settled = settleBars(lineOf('held I bold l 开', [4, 9]));
    expect(textOf(settled)).toBe('held | bold | 开');
    expect(settled.words[1]?.symbols[0]?.recognised).toBe('I');
  });

  it('leaves a numeral as high as the letters, and a stroke within a word', () => {
    expect(textOf(settleBars(lineOf('Type I block')))).toBe('Type I block');
    expect(textOf(settleBars(lineOf('AIB on', [1])))).toBe('AIB on');
  });
});
