import { describe, expect, it } from 'vitest';
import { settleSigns } from './settle-signs.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** A line of words whose characters are twenty high; a digit before `/` says how high the one behind it is instead. */
function lineOf(...words: readonly string[]): RecognisedLine {
  const box = { x0: 0, y0: 0, x1: 100, y1: 24 };
  return {
    box,
    baseline: 20,
    words: words.map((word) => ({
      confidence: 1,
      box,
      symbols: [...word.matchAll(/(?:(\d)\/)?(.)/gu)].map(([, high, text = '']) => ({
        text,
        box: { x0: 0, x1: 10, y0: 20 - Number(high ?? 20), y1: 20 },
      })),
    })),
  };
}
const textOf = ({ words }: RecognisedLine) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' ');

describe('settleSigns', () => {
  it('takes a ring at the foot of a Chinese line for a full stop, and keeps what was recognised', () => {
    const settled = settleSigns(lineOf('限值为', '7mm/s6/o'));
    expect(textOf(settled)).toBe('限值为 7mm/s。');
    expect(settled.words[1]?.symbols.at(-1)?.recognised).toBe('o');
  });

  it('leaves a letter as high as others, and any ring of an English line', () => {
    expect(textOf(settleSigns(lineOf('型号', 'VFo')))).toBe('型号 VFo');
    expect(textOf(settleSigns(lineOf('limit', 'mm/s6/o')))).toBe('limit mm/so');
  });

  it('reads a degree before ℃ once', () => {
    const settled = settleSigns(lineOf('97', '°℃'));
    expect(textOf(settled)).toBe('97 ℃');
    expect(settled.words[1]?.symbols[0]?.recognised).toBe('°℃');
  });
});
