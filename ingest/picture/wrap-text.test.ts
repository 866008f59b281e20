import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

const across = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u3000-\uffef]/.test(sign) ? 2 : 1), 0);
const linesOf = (text: string, width: number): string[] => wrapText(text, width, across).map(({ start, end }) => text.slice(start, end));

describe('wrapText', () => {
  it('breaks Latin between words and Han between characters', () => {
    expect(linesOf('close the valve slowly', 11)).toEqual(['close the', 'valve', 'slowly']);
    expect(linesOf('关闭出口阀门', 8)).toEqual(['关闭出口', '阀门']);
    expect(linesOf('关闭 P-201 出口阀门', 10)).toEqual(['关闭 P-201', '出口阀门']);
  });

  it('begins no line with a closing sign', () => {
    expect(linesOf('检查轴承，泵（备用）。', 8)).toEqual(['检查轴', '承，泵', '（备', '用）。']);
  });

  it('ends lines where the text does, and keeps its empty ones', () => {
    expect(linesOf('one\n\n  two', 20)).toEqual(['one', '', '  two']);
  });

  it('breaks a word that no line holds behind a sign in it, else anywhere', () => {
    expect(linesOf('see www.example.com/manual', 12)).toEqual(['see www.', 'example.com/', 'manual']);
    expect(linesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('shows every sign that is no white space once, in order, in no line wider than asked', () => {
    const sign = fc.constantFrom('a', '7', ' ', '-', '/', ',', '(', ')', '\n', '泵', '，', '（', '）', '😀', '\u2003');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.integer({ min: 6, max: 30 }), (signs, width) => {
        const text = signs.join('');
        const lines = wrapText(text, width, across);
        expect(
          lines
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
        for (const [index, line] of lines.entries()) {
          expect(line.start).toBeGreaterThanOrEqual(lines[index - 1]?.end ?? 0);
          expect(across(text.slice(line.start, line.end).trim())).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
