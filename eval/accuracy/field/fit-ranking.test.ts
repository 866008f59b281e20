import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../datasets/index.ts';
import { fitRanking, type RankingSample, rankOfGold } from './fit-ranking.ts';

/** Three features: the first tells which of eight candidates answers, the second tells the contrary, the third tells nothing. */
function samples(seed: number, count: number): readonly RankingSample[] {
  const random = createRandom(seed, 'ranking');
  return Array.from({ length: count }, () => {
    const gold = random.integer(0, 7);
    const rows = Array.from({ length: 8 }, (_, at) => [
      at === gold ? 1 : random.next() * 0.9,
      at === gold ? 0 : random.next(),
      random.next(),
    ]);
    return { rows: Float64Array.from(rows.flat()), isGold: rows.map((_, at) => at === gold) };
  });
}

describe('weights of ranking', () => {
  it('prefer what tells, shun what tells the contrary, and leave out what tells nothing', () => {
    const [good = 0, bad = 0, nothing = 0] = fitRanking(samples(1, 60), 3);
    expect(good).toBeGreaterThan(1);
    expect(bad).toBeLessThan(-0.5);
    expect(Math.abs(nothing)).toBeLessThan(Math.min(good, -bad) / 2);
  });

  it('rank what answers first in questions that they were not learnt from', () => {
    const weights = fitRanking(samples(1, 60), 3);
    const ranks = samples(2, 40).map((sample) => rankOfGold(sample, weights));
    expect(ranks.filter((rank) => rank === 1).length).toBeGreaterThan(36);
  });

  it('are the same for the same samples, and take nothing from a question without an answer among its candidates', () => {
    const own = samples(3, 10);
    const empty: RankingSample = { rows: new Float64Array(6), isGold: [false, false] };
    expect(fitRanking([...own, empty], 3)).toEqual(fitRanking(own, 3));
    expect(rankOfGold(empty, fitRanking(own, 3))).toBeUndefined();
  });
});
