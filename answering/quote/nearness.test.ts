import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_NEARNESS, nearnessOf } from './nearness.ts';

const cosines = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 25 }).map((all) => all.map((one) => one / 1000));

test('the nearest block leads, and says how far it is ahead of the next', () => {
  const [first, second, third] = nearnessOf([0.9, 0.6, 0.6]);
  expect(first).toMatchObject({ nearnessGap: 0, nearnessRank: 1 / 1 });
  expect(first?.nearnessLead).toBeGreaterThan(0);
  expect(second).toMatchObject({ nearnessLead: 0, nearnessRank: 1 / 2 });
  expect(third).toEqual(second);
});

test('a block without a cosine is no nearer than any other', () => {
  const [, unknown, least] = nearnessOf([0.9, undefined, 0.4]);
  expect(unknown).toEqual(least);
});

test('nothing is said where no cosine is known, or where all are equal', () => {
  expect(nearnessOf([undefined, undefined])).toEqual([NO_NEARNESS, NO_NEARNESS]);
  expect(nearnessOf([0.5, 0.5, 0.5])).toEqual([NO_NEARNESS, NO_NEARNESS, NO_NEARNESS]);
});

test('a model whose cosines lie on another scale says the same', () => {
  fc.assert(
    fc.property(cosines, fc.constantFrom(0.1, 0.5), fc.constantFrom(0, 0.4, 0.8), (all, scale, offset) => {
      const own = nearnessOf(all);
      nearnessOf(all.map((one) => one * scale + offset)).forEach((other, at) => {
        for (const name of ['nearness', 'nearnessGap', 'nearnessTop'] as const)
          expect(other[name]).toBeCloseTo(own[at]?.[name] ?? Number.NaN, 6);
      });
    }),
  );
});
