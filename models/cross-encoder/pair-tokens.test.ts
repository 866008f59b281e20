import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairTokens } from './pair-tokens.ts';

/** A token a word, numbered by its length from 10. */
const tokenise = (text: string) =>
  text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => 10 + word.length);
const words = (count: number) => Array.from({ length: count }, (_, at) => 'w'.repeat(1 + (at % 7))).join(' ');

describe('the tokens of two texts', () => {
  it('stand between the signs that the model knows, the first text before the second', () => {
    expect(pairTokens(tokenise, 'question', 'why', 'it leaks')).toEqual([[0, 16, 13, 2, 2, 18, 12, 15, 2]]);
  });

  it('are one row for a question however long the passage is', () => {
    const rows = pairTokens(tokenise, 'question', words(300), words(3_000));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(320);
  });

  it('lose no part of a long text that a claim is held against', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 200 }), (long, claim) => {
        let next = 100;
        const numbered = (text: string) => (text.startsWith('claim:') ? tokenise(text) : tokenise(text).map(() => (next += 1)));
        const rows = pairTokens(numbered, 'claim', words(claim), words(long));
        const seen = new Set(rows.flat());
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(400);
        for (let token = 101; token <= 101 + long; token += 1) expect(seen.has(token)).toBe(true);
      }),
    );
  });
});
