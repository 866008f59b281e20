import { describe, expect, it } from 'vitest';
import type { Law } from './law.ts';
import { LAWS } from './laws.ts';
import { runLawsSuite } from './run-laws-suite.ts';

const MINUTES = 600_000;
const NEVER = new AbortController().signal;
/** The slice is the same in every run; other seeds are tried by `faultline eval run laws`. */
const SEED = 20_261_127;

describe('the laws on a slice of generated cases', () => {
  for (const law of LAWS) {
    it(`${law.name}: ${law.states}`, { timeout: MINUTES }, async () => {
      const report = await runLawsSuite({ seed: SEED, laws: [law], trials: ({ slice }) => slice }, NEVER);
      expect(report.laws.flatMap(({ counterexamples }) => counterexamples)).toEqual([]);
      expect(report.laws[0]?.broken).toBe(0);
    });
  }
});

describe('a law that does not hold', () => {
  it('is told with the trial that broke it, and again by the same seed', async () => {
    const odd: Law = {
      name: 'odd',
      states: 'No number is even.',
      trials: 20,
      slice: 20,
      perSite: 5,
      begin: async () => async (random) => {
        const number = random.integer(0, 99);
        return number % 2 === 1 ? undefined : `${number} is even`;
      },
    };
    const once = await runLawsSuite({ seed: 3, laws: [odd] }, NEVER);
    expect(once.laws[0]?.broken).toBeGreaterThan(0);
    expect(once.laws[0]?.counterexamples[0]?.what).toMatch(/is even$/);
    expect(await runLawsSuite({ seed: 3, laws: [odd] }, NEVER)).toEqual(once);
  });
});
