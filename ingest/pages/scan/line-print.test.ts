import { describe, expect, it } from 'vitest';
import type { RecognisedLine } from '../../ocr/text-recogniser.ts';
import { linePrints } from './line-print.ts';

/** Letters whose ink is as high as in most faces, in sizes. */
const HEIGHT = (sign: string) => (/[A-Z]/u.test(sign) ? 0.71 : /[bdfhklt]/u.test(sign) ? 0.77 : /\p{sc=Han}/u.test(sign) ? 0.9 : 0.54);

let rows = 0;

/** A line on a row of its own, in a size in points, its strokes so many times as wide as those of regular print. */
function lineOf(text: string, size: number, weight = 1): RecognisedLine {
  let x = 0;
  const symbols = [...text].map((sign) => {
    const x0 = x;
    x += (/\p{sc=Han}/u.test(sign) ? 1 : 0.55) * size;
    return { text: sign, box: { x0, x1: x, y0: 0, y1: HEIGHT(sign) * size }, stroke: 0.08 * size * weight };
  });
  const box = { x0: 0, x1: x, y0: 0, y1: size };
  rows += 20;
  return { box, baseline: rows, words: [{ symbols, box, confidence: 1 }] };
}
const TEXT = {
  en: [
    'Closetheinletvalveandwaituntilthepumphascometorest',
    'ThenDRAINthecasingthroughtheplugatitslowestpoint',
    'Neverloosenthecoverbefore',
  ],
  zh: ['关闭入口阀并等待泵停止运行后再打开排放阀', '打开排放阀前关闭入口阀并等待泵完全停止', '关闭排放阀后打开入口阀再等待泵停止运行'],
};
const printsOf = (text: readonly string[], others: readonly RecognisedLine[], fixed: readonly RecognisedLine[] = []) => {
  const { body, printOf } = linePrints([...text.map((one) => lineOf(one, 10)), ...others], { fixed: new Set(fixed) });
  return others.map(printOf).map(({ size, bold }) => ({ times: Math.round((size / body) * 10) / 10, bold }));
};

describe('linePrints', () => {
  it.each([
    ['en', TEXT.en, 'Drain the pump'.replace(/ /gu, ''), 'HALTED'],
    ['zh', TEXT.zh, '打开入口阀并等待泵停止', '停止运行'],
  ])('tells sizes that hardly differ, whatever letters a line is of (%s)', (_, text, title, other) => {
    const prints = printsOf(text, [lineOf(title, 11), lineOf(title, 10), lineOf(other, 10), lineOf(title, 8.8)]);
    expect(prints.map(({ times }) => times)).toEqual([1.1, 1, 1, 0.9]);
  });

  it.each([
    ['en', TEXT.en, 'valve'],
    ['zh', TEXT.zh, '排放'],
  ])('tells bold print from regular one, and large print from bold (%s)', (_, text, label) => {
    const prints = printsOf(text, [lineOf(label, 10, 1.5), lineOf(label, 10), lineOf(label, 15), lineOf(label, 15, 1.45)]);
    expect(prints.map(({ bold }) => bold)).toEqual([true, false, false, true]);
  });

  it('takes a number for as bold as what stands behind it in its row, and a value for no bolder than it is beside its label', () => {
    const inRow = (line: RecognisedLine, left: number): RecognisedLine => ({
      ...line,
      baseline: 5_000,
      box: { ...line.box, x0: left, x1: left + 20 },
    });
    const title = inRow(lineOf('DRAINthecasing', 10, 1.5), 100);
    const [number, value] = [inRow(lineOf('DRA', 10), 10), inRow(lineOf('DRA', 10), 300)];
    expect(printsOf(TEXT.en, [number, title, value]).map(({ bold }) => bold)).toEqual([true, true, false]);
  });

  it('says nothing of the weight of signs that running text has not, and gives lines of one pitch one size', () => {
    expect(printsOf(TEXT.en, [lineOf('QXJZ', 10, 2)])[0]?.bold).toBe(false);
    const listing = [lineOf('haltvalveopen', 9.1), lineOf('waitvalvepump', 9.4), lineOf('on', 9.6)];
    expect(new Set(printsOf(TEXT.en, listing, listing).map(({ times }) => times)).size).toBe(1);
  });
});
