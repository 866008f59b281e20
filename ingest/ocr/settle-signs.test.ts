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

  it('reads letters of a decimal number as zeros, and no others', () => {
    const settled = settleSigns(lineOf('torque:0.0ooO', 'status_5oo', 'v1.o'));
    expect(textOf(settled)).toBe('torque:0.0000 status_5oo v1.o');
    expect(settled.words[0]?.symbols.at(-1)?.recognised).toBe('O');
  });

  it('reads rings that stand alone as zeros, and no letters of a word', () => {
    expect(textOf(settleSigns(lineOf('Alarm', '__oo__', '{oO}', 'book', 'oo7', 'O-ring')))).toBe('Alarm __00__ {00} book oo7 O-ring');
  });

  it('reads a narrow ring that stands alone as a zero, and one as wide as high as the letter', () => {
    const line = lineOf('level', 'O,', 'o', 'O-ring', 'I/O');
    expect(textOf(settleSigns(line))).toBe('level 0, 0 O-ring I/O');
    const wide = line.words.map((word) => ({ ...word, symbols: word.symbols.map((one) => ({ ...one, box: { ...one.box, x1: 20 } })) }));
    expect(textOf(settleSigns({ ...line, words: wide }))).toBe('level O, o O-ring I/O');
  });

  it('takes two strokes for one quotation mark, and marks as wide as they are for what they are', () => {
    const line = lineOf('“"Fax""');
    const narrow = line.words.map((word) => ({
      ...word,
      symbols: word.symbols.map((symbol) => (/[“"]/u.test(symbol.text) ? { ...symbol, box: { ...symbol.box, x1: 3 } } : symbol)),
    }));
    const settled = settleSigns({ ...line, words: narrow });
    expect(textOf(settled)).toBe('“Fax"');
    expect(settled.words[0]?.symbols[0]?.recognised).toBe('“"');
    expect(textOf(settleSigns(line))).toBe('“"Fax""');
  });

  it('reads a raised digit behind a metre as its power', () => {
    const line = lineOf('2.8', 'm3', 'm3');
    const [value, unit, plain] = line.words;
    const raised = unit?.symbols.map((symbol) => (symbol.text === '3' ? { ...symbol, box: { ...symbol.box, y0: 0, y1: 10 } } : symbol));
    const words = [value, { ...unit, symbols: raised }, plain] as RecognisedLine['words'];
    expect(textOf(settleSigns({ ...line, words }))).toBe('2.8 m³ m3');
  });

  it.each([
    [['上', '—', '次全局'], '上 一 次全局'],
    [['最少', '—'], '最少 一'],
    [['上', '-', '次'], '上 一 次'],
    [['泵', '—', 'P'], '泵 — P'],
    [['1', '—', '4'], '1 — 4'],
  ])('reads a dash between Chinese signs as the word one: %j', (words, meant) => {
    expect(textOf(settleSigns(lineOf(...words)))).toBe(meant);
  });

  it('reads a flat stroke between Chinese signs as the word one, whatever it was taken for', () => {
    const flat = { x0: 0, x1: 10, y0: 14, y1: 16 };
    const line = lineOf('上', 'l', '次');
    const words = line.words.map((word, at) => (at === 1 ? { ...word, symbols: [{ text: 'l', box: flat }] } : word));
    expect(textOf(settleSigns({ ...line, words }))).toBe('上 一 次');
    expect(textOf(settleSigns(line))).toBe('上 l 次');
  });

  it.each([20, 4])('leaves a dash that is %i wide where signs are ten', (wide) => {
    const line = lineOf('泵', '—', '阀');
    const words = line.words.map((word, at) =>
      at === 1 ? { ...word, symbols: word.symbols.map((one) => ({ ...one, box: { ...one.box, x1: wide } })) } : word,
    );
    expect(textOf(settleSigns({ ...line, words }))).toBe('泵 — 阀');
  });

  it('reads the signs of a power of ten, and leaves ranges', () => {
    const settled = settleSigns(lineOf('(-1.79', 'x', '10～(308),', '2x10^3'));
    expect(textOf(settled)).toBe('(-1.79 × 10^(308), 2×10^3');
    expect(settled.words[1]?.symbols[0]?.recognised).toBe('x');
    expect(textOf(settleSigns(lineOf('×10~(308)')))).toBe('×10^(308)');
    expect(textOf(settleSigns(lineOf('M10~M12,', '10~20,', '3x100~200')))).toBe('M10~M12, 10~20, 3x100~200');
  });

  it('reads a degree before ℃ once', () => {
    const settled = settleSigns(lineOf('97', '°℃'));
    expect(textOf(settled)).toBe('97 ℃');
    expect(settled.words[1]?.symbols[0]?.recognised).toBe('°℃');
  });
});
