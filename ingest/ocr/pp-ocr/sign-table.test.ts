import { describe, expect, it } from 'vitest';
import { signTable } from './sign-table.ts';

/** The signs of a table that say the same as the one at this place. */
function twinsOf(place: number, ...signs: readonly string[]): readonly (string | undefined)[] {
  const table = signTable(signs);
  return (table.alike[place] ?? []).map((at) => table.signs[at]);
}

describe('signTable', () => {
  it.each([
    ['-', '–'],
    [':', '：'],
    ['(', '（'],
    ['μ', 'µ'],
  ])('takes signs for one that say the same: %s and %s', (one, other) => {
    expect(twinsOf(1, '', one, 'P', other)).toEqual([one, other]);
    expect(twinsOf(3, '', one, 'P', other)).toEqual([one, other]);
  });

  it.each([
    ['2', '²'],
    ['1', '①'],
    ['0', '₀'],
    ['o', 'º'],
    ['I', 'Ⅰ'],
    [',', '，'],
    ['M', 'm'],
  ])('takes %s and %s for two, which make another value or code', (one, other) => {
    expect(twinsOf(1, '', one, other)).toEqual([one]);
    expect(twinsOf(2, '', one, other)).toEqual([other]);
  });
});
