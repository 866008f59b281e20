import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWidth } from './fold-width.ts';

describe('foldWidth', () => {
  it.each([
    ['ＭΩ 與 mΩ', 'MΩ 与 mΩ'],
    ['１，４５０ ｒｐｍ', '1,450 rpm'],
    ['１０，２０', '10,20'],
    ['35。5月', '35。5月'],
    ['10，20', '10，20'],
    ['−5～＋40℃', '-5~+40℃'],
  ])('makes %j plain', (text, expected) => {
    expect(foldWidth(text)).toBe(expected);
  });

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(text)).toHaveLength(text.length);
      }),
    );
  });
});
