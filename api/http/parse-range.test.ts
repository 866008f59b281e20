import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from './parse-range.ts';

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-4', [{ start: 0, end: 4 }]],
    ['BYTES = 0-4', [{ start: 0, end: 4 }]],
    ['bytes=5-', [{ start: 5, end: 9 }]],
    ['bytes=-3', [{ start: 7, end: 9 }]],
    ['bytes=-99', [{ start: 0, end: 9 }]],
    ['bytes=8-99', [{ start: 8, end: 9 }]],
    ['bytes=9-99999999999999999999999999', [{ start: 9, end: 9 }]],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-,20-30', 'unsatisfiable'],
    ['bytes=4-2', 'whole'],
    [
      'bytes=0-1, 4-5',
      [
        { start: 0, end: 1 },
        { start: 4, end: 5 },
      ],
    ],
    [
      'bytes=4-5,,0-1,',
      [
        { start: 4, end: 5 },
        { start: 0, end: 1 },
      ],
    ],
    [
      'bytes=0-1,-2,50-',
      [
        { start: 0, end: 1 },
        { start: 8, end: 9 },
      ],
    ],
    ['bytes=0-5,3-8', 'whole'],
    ['bytes=0-1,4-2', 'whole'],
    ['bytes=0-1,x', 'whole'],
    [`bytes=${Array.from({ length: 17 }, (_, index) => `${index}-${index}`).join(',')}`, 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=', 'whole'],
    ['bytes=- 3', 'whole'],
    ['rows=0-4', 'whole'],
    ['bytes=a-b', 'whole'],
    [undefined, 'whole'],
  ])('reads %s of ten bytes', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected);
  });

  it('finds nothing in an empty file', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-5', 0)).toBe('unsatisfiable');
  });

  it('never leaves the file, and no two ranges meet', () => {
    const one = fc.tuple(fc.option(fc.nat(2000)), fc.option(fc.nat(2000))).map(([first, last]) => `${first ?? ''}-${last ?? ''}`);
    fc.assert(
      fc.property(fc.nat(1000), fc.array(one, { minLength: 1, maxLength: 4 }), (size, parts) => {
        const ranges = parseRange(`bytes=${parts.join(',')}`, size);
        if (typeof ranges === 'string') return;
        const bytes = ranges.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index));
        expect(ranges.every(({ start, end }) => start <= end && end < size)).toBe(true);
        expect(new Set(bytes).size).toBe(bytes.length);
      }),
    );
  });
});
