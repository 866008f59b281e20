import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashParts, sha256 } from './hash.ts';

describe('hashParts', () => {
  it('tells lists apart that join to the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.string({ unit: 'grapheme' })), (left, right) => {
        expect(hashParts(left) === hashParts(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
    expect(hashParts(['ab', 'c'])).not.toBe(hashParts(['a', 'bc']));
    expect(hashParts(['泵', ''])).not.toBe(hashParts(['泵']));
  });

  it('gives 32 hex characters', () => {
    expect(hashParts(['泵 P-101'])).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('sha256', () => {
  it('hashes a text as its UTF-8 bytes', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('泵')).toBe(sha256(Buffer.from('泵', 'utf8')));
  });
});
