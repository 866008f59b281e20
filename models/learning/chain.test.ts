import { describe, expect, it } from 'vitest';
import { chainChances, likeliestChain } from './chain.ts';

const LABELS = 3;
const SCORES = Float64Array.from([0.2, -1, 0.7, 1.5, 0.1, -0.4, -0.3, 0.9, 0.8, 0.05, 2, -2]);
const STEPS = Float64Array.from([0.5, -0.2, 0.1, -1, 0.3, 0.9, 0.4, 0, -0.6]);
const LENGTH = SCORES.length / LABELS;

/** Every chain with its score, one by one. */
function allChains(): { chain: number[]; score: number }[] {
  return Array.from({ length: LABELS ** LENGTH }, (_, number) => {
    const chain = Array.from({ length: LENGTH }, (_, place) => Math.floor(number / LABELS ** place) % LABELS);
    const score = chain.reduce(
      (sum, label, place) =>
        sum + (SCORES[place * LABELS + label] ?? 0) + (place === 0 ? 0 : (STEPS[(chain[place - 1] ?? 0) * LABELS + label] ?? 0)),
      0,
    );
    return { chain, score };
  });
}

describe('a chain of labels', () => {
  const all = allChains();
  const sum = all.reduce((total, { score }) => total + Math.exp(score), 0);
  const chanceOf = (holds: (chain: number[]) => boolean) =>
    all.filter(({ chain }) => holds(chain)).reduce((total, { score }) => total + Math.exp(score), 0) / sum;

  it('has the chances that counting every chain gives', () => {
    const { at, step } = chainChances(SCORES, STEPS, LABELS);
    for (let place = 0; place < LENGTH; place += 1)
      for (let label = 0; label < LABELS; label += 1) {
        expect(at[place * LABELS + label]).toBeCloseTo(
          chanceOf((chain) => chain[place] === label),
          10,
        );
        for (let to = 0; to < LABELS && place + 1 < LENGTH; to += 1)
          expect(step[(place * LABELS + label) * LABELS + to]).toBeCloseTo(
            chanceOf((chain) => chain[place] === label && chain[place + 1] === to),
            10,
          );
      }
  });

  it('is likeliest as the best of every chain is', () => {
    const [best] = all.sort((a, b) => b.score - a.score);
    expect(likeliestChain(SCORES, STEPS, LABELS)).toEqual(best?.chain);
    expect(likeliestChain(new Float64Array(0), STEPS, LABELS)).toEqual([]);
  });
});
