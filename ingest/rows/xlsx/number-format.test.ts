import { describe, expect, it } from 'vitest';
import { isDateFormat, isPercentFormat } from './number-format.ts';

const CUSTOM = 164;

describe('isDateFormat', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy/m/d', true],
    ['[h]:mm', true],
    ['[Red]0.00', false],
    ['[>100]0;[Blue]0', false],
    ['General', false],
  ])('tells of %s whether it shows dates', (code, expected) => {
    expect(isDateFormat(CUSTOM, code)).toBe(expected);
  });

  it.each([...'[("_*`|#>-=~\\\'{%;@h0年'])('does no more work for a long run of %s than for a short one a sign', (sign) => {
    // Work that grows with the square of a run this long has no end that a test could wait for.
    const run = sign.repeat(3_000_000);
    expect([isDateFormat(CUSTOM, run), isPercentFormat(CUSTOM, `${run}%`)]).toHaveLength(2);
  });
});
