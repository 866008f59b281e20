import { describe, expect, it } from 'vitest';
import { COUNTED_SIGNS } from './counted-signs.ts';

describe('COUNTED_SIGNS', () => {
  it.each([
    ['e', undefined, true],
    ['件', undefined, true],
    ['e', 'S', true],
    ['e', '5', false],
    ['5', undefined, false],
    ['e', ',', false],
    ['迹', '。', false],
  ])('has a stop lost between %s and %s: %s, since one before another one would be of its ink', (before, after, isLost) => {
    expect(COUNTED_SIGNS.find(({ sign }) => sign === '.')?.isLost(before, after)).toBe(isLost);
  });
});
