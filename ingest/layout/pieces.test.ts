import { describe, expect, it } from 'vitest';
import type { Glyph } from './glyph.ts';
import { makePiece, piecesOf, pieceText, withRaisedSigns } from './pieces.ts';

/** Words set in size 10 without drawn spaces, so many ems between their letters and between words. */
function textOf(words: readonly string[], space: number, letters = 0): string {
  let x = 0;
  const glyphs = words.flatMap((word, at) => {
    if (at > 0) x += (space - letters) * 10;
    return [...word].map((text): Glyph => {
      const x0 = x;
      x += 5 + letters * 10;
      return { text, x0, x1: x0 + 5, y0: 0, y1: 10, baseline: 8, size: 10, bold: false, turned: false };
    });
  });
  const piece = makePiece(glyphs);
  return piece === undefined ? '' : pieceText(piece);
}
const WORDS = ['the', 'pump', 'is', 'started', 'by', 'hand'];

describe('a space that was not drawn', () => {
  it('is wider than the room between letters, also in a line that is squeezed to its right edge', () => {
    expect(textOf(WORDS, 0.3)).toBe(WORDS.join(' '));
    expect(textOf(WORDS, 0.15)).toBe(WORDS.join(' '));
  });

  it('is not what letters have between them that are set wide', () => {
    expect(textOf(['WARNING'], 0, 0.15)).toBe('WARNING');
    expect(textOf(WORDS, 0.15, 0.09)).toBe(WORDS.join(''));
  });

  it('needs its usual width beside Chinese', () => {
    expect(textOf(['泵', 'start', '后'], 0.15)).toBe('泵start后');
    expect(textOf(['泵', 'start', '后'], 0.3)).toBe('泵 start 后');
  });
});

/** Text set in size 10, what stands between `^` and `;` raised and smaller, between `_` and `;` lowered. */
function scripted(text: string): string {
  let x = 0;
  const glyphs: Glyph[] = [];
  let shift = 0;
  for (const sign of text) {
    if (sign === '^' || sign === '_' || sign === ';') {
      shift = sign === '^' ? -4 : sign === '_' ? 2 : 0;
      continue;
    }
    const [size, width] = shift === 0 ? [10, sign === ' ' ? 3 : 5] : [6, 3];
    glyphs.push({
      text: sign,
      x0: x,
      x1: x + width,
      y0: 10 + shift,
      y1: 20 + shift,
      baseline: 18 + shift,
      size,
      bold: false,
      turned: false,
    });
    x += width;
  }
  return piecesOf(withRaisedSigns(glyphs)).map(pieceText).join(' ');
}

describe('a raised number', () => {
  it('is no digit of the one before it', () => {
    expect(scripted('3.7 x 10^10; becquerels')).toBe('3.7 x 10¹⁰ becquerels');
    expect(scripted('1.25×10^-13; cm')).toBe('1.25×10⁻¹³ cm');
    expect(scripted('流量 85^1); m^3;/h')).toBe('流量 85¹⁾ m³/h');
  });

  it('is told from what is lowered, and from letters', () => {
    expect(scripted('H_2;O')).toBe('H2O');
    expect(scripted('the 2^nd; stage')).toBe('the 2nd stage');
  });
});
