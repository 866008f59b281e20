import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIdentifier } from './fold-identifier.ts';

describe('foldIdentifier', () => {
  it.each([
    ['P-101A', 'P101A'],
    ['p101a', 'P101A'],
    ['Ｐ－１０１Ａ', 'P101A'],
    ['P 101 A', 'P101A'],
    ['P-1-01', 'P1-01'],
    ['40-2217-03', '40-2217-03'],
    ['40 2217 03', '40-2217-03'],
    ['CWS-MAN-001', 'CWS-MAN001'],
    ['2"-CW-1001-A1', '2CW1001A1'],
    ['一号泵-3', '一号泵3'],
    ['(E07)', 'E07'],
    ['', ''],
  ])('reads %j as %j', (text, folded) => {
    expect(foldIdentifier(text)).toBe(folded);
  });

  it('tells apart codes that differ in a letter or digit or in where digits are parted', () => {
    expect(foldIdentifier('P-101')).not.toBe(foldIdentifier('P-102'));
    expect(foldIdentifier('P-101A')).not.toBe(foldIdentifier('P-101B'));
    expect(foldIdentifier('P-1-01')).not.toBe(foldIdentifier('P-101'));
    expect(foldIdentifier('MCC-B3')).not.toBe(foldIdentifier('MCCB3'));
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldIdentifier(foldIdentifier(text))).toBe(foldIdentifier(text));
      }),
    );
  });
});
