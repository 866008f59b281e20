import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral } from './numerals.ts';

describe('parseNumeral', () => {
  it.each([
    ['三十五', 35],
    ['两', 2],
    ['一百二十', 120],
    ['一百零五', 105],
    ['十', 10],
    ['十二点五', 12.5],
    ['零点零五', 0.05],
    ['半', 0.5],
    ['三千', 3000],
    ['五万', 50000],
    ['一万二千', 12000],
    ['二〇二四', 2024],
    ['兩百', 200],
    ['１２．５', 12.5],
    ['1,450', 1450],
    ['1 450', 1450],
    ['-0.5', -0.5],
    ['1e3', 1000],
    ['twelve', 12],
    ['Ninety-nine', 99],
    ['thirty five', 35],
    ['two hundred', 200],
    ['a hundred', 100],
    ['one hundred and sixty', 160],
    ['fifty thousand', 50_000],
    ['two hundred and fifty-six thousand four hundred and one', 256_401],
    ['a million', 1e6],
    ['twenty-five hundred', 2500],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each([
    '',
    '泵',
    '一般',
    '万',
    '十点',
    '12a',
    '1,45',
    'twelfth',
    'twenty-eleven',
    'hundred',
    'a',
    'a few hundred',
    'two and three',
    'one thousand and',
    '三五十',
    '1.2.3',
    '-',
    '.',
    'E-102',
    'e5',
  ])('reads no number in %j', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  it('reads back every English numeral that it could have been written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(' and ', ' '), (value, joint) => {
        expect(parseNumeral(inEnglish(value, joint))).toBe(value);
      }),
    );
  });

  it('reads back every Chinese numeral that it could have been written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseNumeral(inChinese(value))).toBe(value);
      }),
    );
  });
});

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function inEnglish(value: number, joint: string): string {
  for (const [step, name] of [
    [1_000_000, 'million'],
    [1_000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value >= step) {
      const rest = value % step;
      return `${inEnglish(Math.floor(value / step), joint)} ${name}${rest === 0 ? '' : `${step === 100 ? joint : ' '}${inEnglish(rest, joint)}`}`;
    }
  }
  if (value < 20) return ONES[value] ?? '';
  return `${TENS[Math.floor(value / 10) - 2] ?? ''}${value % 10 === 0 ? '' : `-${ONES[value % 10] ?? ''}`}`;
}

const DIGITS = '零一二三四五六七八九';

function inChinese(value: number): string {
  if (value >= 10000) return `${inChinese(Math.floor(value / 10000))}万${value % 10000 === 0 ? '' : withZero(value % 10000, 1000)}`;
  for (const [step, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value >= step)
      return `${DIGITS.charAt(Math.floor(value / step))}${name}${value % step === 0 ? '' : withZero(value % step, step / 10)}`;
  }
  return DIGITS.charAt(value);
}

function withZero(rest: number, step: number): string {
  return rest < step ? `零${inChinese(rest)}` : inChinese(rest);
}
