import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../../ontology/index.ts';
import type { RecognisedPage } from '../../ocr/recognise-page.ts';
import type { RecognisedWord } from '../../ocr/text-recogniser.ts';
import { scanContent } from './scan-content.ts';

/** A word of signs 5 points wide with the given gaps before them, in points; Chinese ones are 10 wide. */
function word(signs: readonly (readonly [string, number])[], x: number): RecognisedWord {
  let at = x;
  const symbols = signs.map(([text, gap]) => {
    const x0 = at + gap;
    at = x0 + (/\p{sc=Han}/u.test(text) ? 9 : 5);
    return { text, box: { x0, x1: at, y0: 100, y1: 107.3 } };
  });
  return { symbols, box: { x0: symbols[0]?.box.x0 ?? x, x1: at, y0: 100, y1: 107.3 }, confidence: 0.9 };
}

function evenly(text: string, gap = 0.5): (readonly [string, number])[] {
  return [...text].map((sign) => [sign, gap]);
}

/** What a line says, with a tab between what stands in two columns. */
function textOf(...words: RecognisedWord[]): string {
  const box = { x0: 0, x1: 500, y0: 99, y1: 110 };
  const page: RecognisedPage = {
    ...{ width: 595, height: 842, level: [], upright: [], fills: [], sideways: false, shown: (one) => one },
    lines: [{ words, box, baseline: 107.3 }],
  };
  const { glyphs } = scanContent(1, page, siteGrammar([]));
  return glyphs.map(({ text, x0 }, at) => (x0 - (glyphs[at - 1]?.x1 ?? x0) > COLUMN ? `\t${text}` : text)).join('');
}
/** Points between two columns at least. */
const COLUMN = 4;

describe('scanContent', () => {
  it('takes the stem of a letter of a large line for no rule, and one that reaches beyond its line for one', () => {
    const title = word(evenly('Installation'), 50);
    const box = { x0: 50, x1: 120, y0: 99, y1: 110 };
    const stem = { at: 53, from: 99, to: 110, thickness: 1 };
    const side = { at: 53, from: 90, to: 120, thickness: 1 };
    const beside = { at: 45, from: 99, to: 110, thickness: 1 };
    const page: RecognisedPage = {
      ...{ width: 595, height: 842, level: [], upright: [stem, side, beside], fills: [], sideways: false, shown: (one) => one },
      lines: [{ words: [title], box, baseline: 107.3 }],
    };
    expect(scanContent(1, page, siteGrammar([])).upright).toEqual([side, beside]);
  });

  it('puts a space between words of letters and none between Chinese characters', () => {
    expect(textOf(word(evenly('close'), 0), word(evenly('the'), 31))).toBe('close the');
    expect(textOf(word(evenly('关闭'), 0), word(evenly('入口'), 23))).toBe('关闭入口');
  });

  it('parts words that the engine runs together, at gaps that are wide beside those of their letters', () => {
    expect(textOf(word([...evenly('while'), ['t', 4], ...evenly('he')], 0))).toBe('while the');
    expect(textOf(word([...evenly('XV-4886A'), ['a', 4], ...evenly('nd')], 0))).toBe('XV-4886A and');
    expect(textOf(word(evenly('SURGE', 4), 0))).toBe('SURGE');
    expect(textOf(word([...evenly('140532'), ['1', 3], ...evenly('66')], 0))).toBe('140532 166');
    expect(textOf(word([...evenly('140532'), ['1', 1.5], ...evenly('66')], 0))).toBe('140532166');
  });

  it('parts Chinese words that stand in two columns, and none that are only set wide', () => {
    expect(textOf(word([...evenly('是否必填'), ['默', 8], ...evenly('认值')], 0))).toBe('是否必填\t默认值');
    expect(textOf(word(evenly('泵的额定流量', 3), 0))).toBe('泵的额定流量');
  });

  it('parts the number of a section from its title', () => {
    expect(textOf(word([...evenly('3.7'), ['T', 3], ...evenly('ool')], 0))).toBe('3.7 Tool');
    expect(textOf(word(evenly('3.7Tool'), 0))).toBe('3.7Tool');
  });

  it.each(['表', 'Table '])('parts the number of a table from the code that its caption begins with: %s', (label) => {
    const caption = [...evenly(label.trim()), ...evenly('4-3'), ['S', 2.5] as const, ...evenly('TR-731A')];
    expect(textOf(word(caption, 0))).toBe(`${label.trim()}4-3 STR-731A`);
  });

  it('parts no code', () => {
    expect(textOf(word([...evenly('PT'), ['2', 4], ...evenly('414B')], 0))).toBe('PT2414B');
  });
});
