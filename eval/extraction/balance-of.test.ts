import { describe, expect, it } from 'vitest';
import { balanceOf } from './balance-of.ts';

describe('the balance of precision and recall', () => {
  it('counts over all texts, what is named twice once', () => {
    expect(
      balanceOf([
        { found: ['a', 'b', 'b'], marked: ['a'] },
        { found: [], marked: ['a'] },
      ]),
    ).toBeCloseTo((2 * 1) / (2 + 2));
    expect(balanceOf([])).toBe(0);
  });
});
