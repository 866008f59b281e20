import { describe, expect, it } from 'vitest';
import { readNumber, tellingSign } from './read-number.ts';

describe('the decimal sign of a cell', () => {
  it.each([
    ['12,50', ','],
    ['1.234,5', ','],
    ['12,50-', ','],
    ['1.234.567', ','],
    ['12.5', '.'],
    ['2,389.39', '.'],
    ['1,234', undefined],
    ['1.234', undefined],
    ['12', undefined],
    ['12,5 h', undefined],
  ])('of %s is %s', (text, sign) => {
    expect(tellingSign(text)).toBe(sign);
  });
});

describe('a number', () => {
  it.each([
    ['1.234,5', ',', 1234.5],
    ['12,50-', ',', -12.5],
    ['1.234', ',', 1234],
    ['1 234,5', ',', 1234.5],
    ['1,234', undefined, 1234],
    ['2,389.39', '.', 2389.39],
    ['12.50-', '.', -12.5],
    ['03.04.2024', ',', undefined],
    ['P-101', ',', undefined],
  ] as const)('%s under decimals behind %s is %s', (text, sign, value) => {
    expect(readNumber(text, sign)).toBe(value);
  });
});
