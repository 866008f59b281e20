import { describe, expect, it } from 'vitest';
import type { Glyph } from './glyph.ts';
import { type LineNumbering, marginNumbers } from './margin-numbers.ts';
import { piecesOf, pieceText } from './pieces.ts';
import { rowsOf } from './rows.ts';

const SIZE = 10;

function signs(text: string, x: number, y: number): Glyph[] {
  const wide = /\p{sc=Han}/u.test(text) ? SIZE : SIZE / 2;
  return [...text].map((sign, at) => ({
    ...{
      text: sign,
      x0: x + at * wide,
      x1: x + (at + 1) * wide,
      y0: y - 8,
      y1: y + 2,
      baseline: y,
      size: SIZE,
      bold: false,
      turned: false,
    },
  }));
}

/** The numbers that are found beside these lines of a page: each with its number, right of which it stands. */
function numbersOf(lines: readonly (readonly [number | undefined, string])[], before?: LineNumbering): string[] {
  const glyphs = lines.flatMap(([number, text], at) => {
    const y = 100 + at * 14;
    const digits = number === undefined ? '' : `${number}`;
    return [...signs(digits, 40 - digits.length * 5, y), ...signs(text, 60, y)];
  });
  return marginNumbers(rowsOf(piecesOf(glyphs)), before).pieces.map(pieceText);
}

const PROSE = {
  en: [
    'These rules control how often data is sent again that was sent a',
    'moment ago, and other matters of the transmitter, of which those',
    'that follow hold for each of them:',
    '1. A packet is held against a number of filters, and if it passes',
    'them all, it is put on the list of packets that were sent just',
    'before. See below.',
    '',
    '2. Since the system hears the packets that it sends out, there is',
    'a store of those that were sent, against which the receivers can',
    'compare what they hear.',
  ],
  zh: [
    '本规则规定刚刚发送过的数据何时可以再次发送以及发射机的其他基本事',
    '项，其中下列各条适用于每一台发射机和每一台接收机，另有规定的除外',
    '的情形见附录：',
    '1. 每个数据包都要经过若干过滤器的检查，全部通过之后才可以登记到最',
    '近发送过的数据包清单之中并由系统统计其出现的次数',
    '，见下文。',
    '',
    '2. 由于系统会收到自己发出的数据包，因此必须保存最近发送过的数据包',
    '以便各接收机能够与所收到的内容逐一比较并且丢弃重复的那一部分内容',
    '，参见前文。',
  ],
} as const;

describe('marginNumbers', () => {
  it.each(['en', 'zh'] as const)('finds the numbers that count the lines of running text, of empty ones too (%s)', (language) => {
    const lines = PROSE[language].map((text, at) => [158 + at, text] as const);
    expect(numbersOf(lines)).toEqual(lines.map(([number]) => `${number}`));
  });

  it('finds those of each fifth line', () => {
    const all = [...PROSE.en, ...PROSE.en, ...PROSE.en, ...PROSE.en].filter((text) => text !== '');
    const lines = all.map((text, at) => [(at + 1) % 4 === 0 ? at + 1 : undefined, text] as const);
    expect(numbersOf(lines)).toEqual(['4', '8', '12', '16', '20', '24', '28', '32', '36']);
  });

  it('takes the numbers of steps, and of parts whatever their names begin with, for none', () => {
    const steps = Array.from({ length: 12 }, (_, step) => [step + 1, 'Open the valve and wait until the pressure is stable.'] as const);
    expect(numbersOf(steps)).toEqual([]);
    const parts = ['casing', 'impeller', 'shaft', 'mechanical seal', 'wear ring', 'coupling', 'bearing housing', 'gasket', 'screw', 'nut'];
    expect(numbersOf(parts.map((part, at) => [at + 1, part] as const))).toEqual([]);
    expect(
      numbersOf(['泵体', '叶轮', '轴', '机械密封', '口环', '联轴器', '轴承座', '垫片', '螺钉', '螺母'].map((part, at) => [at + 1, part])),
    ).toEqual([]);
  });

  it('takes numbers that do not count as the lines do, and a few of them, for none', () => {
    expect(numbersOf(PROSE.en.map((text, at) => [158 + at * 3, text] as const))).toEqual([]);
    expect(numbersOf(PROSE.en.slice(0, 6).map((text, at) => [158 + at, text] as const))).toEqual([]);
  });

  it('takes a few numbers that go on with those of the page before at their place, and no others', () => {
    const before = { x0: 25, x1: 40, last: 218 };
    const lines = (first: number) => PROSE.en.slice(0, 3).map((text, at) => [first + at, text] as const);
    expect(numbersOf(lines(219), before)).toEqual(['219', '220', '221']);
    expect(numbersOf(lines(219), { ...before, x0: 15, x1: 30 })).toEqual([]);
    expect(numbersOf(lines(219), { ...before, last: 158 })).toEqual([]);
    expect(numbersOf(lines(1), before)).toEqual([]);
  });
});
