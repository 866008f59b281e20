import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText } from './folded-text.ts';

const MIXED = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('Ｐ', '－', '壓', '力', '不', ' ', '\u00A0', '\u3000', '㎡', '℃', 'É', 'e', '\u0301', '…', '，', '。', '½'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

describe('fold', () => {
  it.each([
    ['Ｐ－１０１Ａ', 'p-101a'],
    ['變頻器　故障', '变频器 故障'],
    ['壓力：１．５ＭＰａ', '压力:1.5mpa'],
    ['注意！不得超過 75 ℃。', '注意!不得超过 75 °c.'],
    ['“危险”、（高压）', '"危险",(高压)'],
    ['10–12 bar', '10-12 bar'],
    ['−10 °C', '-10 °c'],
    ['Replace\u00A0the \t\n filter', 'replace the filter'],
    ['Größe ÄRGER', 'größe ärger'],
    ['soft\u00ADhyphen', 'softhyphen'],
  ])('reads %j as %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(MIXED, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is the text that is folded with its way back', () => {
    const printed = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme-ascii' }), MIXED, fc.constantFrom(' \n', 'A\u0301', '温度  ', '\u00AD ')),
    );
    fc.assert(
      fc.property(
        printed.map((parts) => parts.join('')),
        (text) => {
          expect(fold(text)).toBe(foldText(text).text);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('keeps one Chinese character for each that is read', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(han), (characters) => {
        expect(fold(characters.join(''))).toMatch(new RegExp(`^\\p{Script=Han}{${characters.length}}$`, 'u'));
      }),
    );
  });
});

describe('foldText', () => {
  it('leads each found span back to the words of the source', () => {
    const source = '請勿  ＯＰＥＮ　閥門 5 ㎡';
    const folded = foldText(source);
    for (const [found, written] of [
      ['请勿', '請勿'],
      ['open', 'ＯＰＥＮ'],
      ['阀门', '閥門'],
      ['m2', '㎡'],
      ['m', '㎡'],
      [' ', '  '],
    ] as const) {
      const start = folded.text.indexOf(found);
      const span = folded.toSource(start, start + found.length);
      expect(source.slice(span.start, span.end)).toBe(written);
    }
  });

  it('gives spans inside the source that never run backwards', () => {
    fc.assert(
      fc.property(MIXED, (text) => {
        const folded = foldText(text);
        let last = 0;
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = folded.toSource(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  it('keeps offsets outside the text inside it', () => {
    expect(foldText('泵').toSource(-5, 99)).toEqual({ start: 0, end: 1 });
    expect(foldText('').toSource(0, 1)).toEqual({ start: 0, end: 0 });
  });
});
