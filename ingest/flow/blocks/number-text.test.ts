import { describe, expect, it } from 'vitest';
import { numberText } from './number-text.ts';

describe('numberText', () => {
  it.each([
    [3, 'decimal', '3'],
    [28, 'lowerLetter', 'bb'],
    [2, 'upperLetter', 'B'],
    [14, 'lowerRoman', 'xiv'],
    [10, 'chineseCounting', '十'],
    [12, 'chineseCounting', '十二'],
    [30, 'chineseCountingThousand', '三十'],
    [2, 'decimalEnclosedCircle', '②'],
    [2, 'ideographTraditional', '2'],
  ])('prints %i in %s as %s', (number, format, expected) => {
    expect(numberText(number, format)).toBe(expected);
  });
});
