import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliestChoices } from './likeliest-choices.ts';

const options = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 3 })
  .map((own) => own.map((one) => one / 100).sort((a, b) => b - a));

describe('choices of one option for each thing', () => {
  it('come once each, likeliest together first, until there are no more', () => {
    fc.assert(
      fc.property(fc.array(options, { maxLength: 5 }), (things) => {
        const found = [...likeliestChoices(things)];
        expect(found).toHaveLength(things.reduce((product, own) => product * own.length, 1));
        expect(new Set(found.map(({ at }) => at.join())).size).toBe(found.length);
        for (const [rank, { at, chance }] of found.entries()) {
          expect(chance).toBeCloseTo(
            things.reduce((product, own, thing) => product * (own[at[thing] ?? 0] ?? 0), 1),
            10,
          );
          expect(chance).toBeLessThanOrEqual((found[rank - 1]?.chance ?? 1) + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });
});
