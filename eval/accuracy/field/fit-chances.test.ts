import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChanceSample, chanceOf, fitChances } from './fit-chances.ts';

const sample = (values: readonly number[], answers: number, counts = 1): ChanceSample => ({
  row: Float64Array.from(values),
  answers,
  counts,
});

describe('chances that are learnt', () => {
  it('are higher for what answers', () => {
    const samples = [sample([1, 0], 1), sample([0.9, 1], 1), sample([0.1, 1], 0), sample([0, 0], 0)];
    const weights = fitChances(samples, 2, 0.001);
    expect(chanceOf(Float64Array.from([1, 0.5]), weights)).toBeGreaterThan(0.8);
    expect(chanceOf(Float64Array.from([0, 0.5]), weights)).toBeLessThan(0.2);
  });

  it('come to the share that answers where no feature tells', () => {
    const weights = fitChances([sample([0], 1), sample([0], 0), sample([0], 0), sample([0], 0)], 1, 0.001);
    expect(chanceOf(Float64Array.from([0]), weights)).toBeCloseTo(0.25, 2);
  });

  it('are the same for the same samples, from 0 to 1', () => {
    const rows = fc.array(fc.tuple(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (drawn) => {
        const samples = drawn.map(([values, answers]) => sample(values, Number(answers)));
        const weights = fitChances(samples, 3, 0.01);
        expect([...fitChances(samples, 3, 0.01)]).toEqual([...weights]);
        for (const { row } of samples) {
          const chance = chanceOf(row, weights);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });
});
