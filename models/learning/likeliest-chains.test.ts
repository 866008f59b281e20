import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliestChain } from './chain.ts';
import { likeliestChains } from './likeliest-chains.ts';

const LABELS = 3;
const scores = (count: number) =>
  fc.array(fc.integer({ min: -40, max: 40 }), { minLength: count, maxLength: count }).map((own) => own.map((one) => one / 10));
const chains = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.tuple(scores(length * LABELS), scores(LABELS * LABELS), fc.constant(length)));

/** Every chain with its score, one by one. */
function everyChain(
  own: readonly number[],
  steps: readonly number[],
  length: number,
): { readonly labels: number[]; readonly score: number }[] {
  return Array.from({ length: LABELS ** length }, (_, number) => {
    const labels = Array.from({ length }, (__, place) => Math.floor(number / LABELS ** place) % LABELS);
    const scoreOf = (place: number) =>
      (own[place * LABELS + (labels[place] ?? 0)] ?? 0) +
      (place === 0 ? 0 : (steps[(labels[place - 1] ?? 0) * LABELS + (labels[place] ?? 0)] ?? 0));
    return { labels, score: labels.reduce((sum, _label, place) => sum + scoreOf(place), 0) };
  });
}

describe('the likeliest chains of labels', () => {
  it('are those that counting every chain puts first, with their share of all', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 12 }), ([own, steps, length], most) => {
        const all = everyChain(own, steps, length);
        const sum = all.reduce((total, { score }) => total + Math.exp(score), 0);
        const wanted = all
          .map(({ score }) => Math.exp(score) / sum)
          .sort((a, b) => b - a)
          .slice(0, most);
        const found = likeliestChains(Float64Array.from(own), Float64Array.from(steps), LABELS, most);
        expect(found).toHaveLength(wanted.length);
        for (const [rank, { labels, chance }] of found.entries()) {
          expect(chance).toBeCloseTo(wanted[rank] ?? 0, 8);
          const same = all.find((one) => one.labels.join() === labels.join());
          expect(Math.exp(same?.score ?? 0) / sum).toBeCloseTo(chance, 8);
        }
        expect(new Set(found.map(({ labels }) => labels.join())).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });

  it('begin with the likeliest one, and are none of nothing', () => {
    const own = Float64Array.from([0.2, -1, 0.7, 1.5, 0.1, -0.4]);
    const steps = Float64Array.from([0.5, -0.2, 0.1, -1, 0.3, 0.9, 0.4, 0, -0.6]);
    expect(likeliestChains(own, steps, LABELS, 4)[0]?.labels).toEqual(likeliestChain(own, steps, LABELS));
    expect(likeliestChains(new Float64Array(0), steps, LABELS, 4)).toEqual([]);
  });
});
