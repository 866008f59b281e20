import { expect, test } from 'vitest';
import { chanceOfReranking, fitReranking } from './fit-reranking.ts';

const sample = (chance: number, odds: number, gap: number, answers: number) => ({ chance, odds, gap, answers });

test('odds that are always right are worth more than a chance that tells nothing', () => {
  const samples = Array.from({ length: 40 }, (_, at) =>
    at % 2 === 0 ? sample(at % 4 < 2 ? 0.6 : 0.4, 3, 0, 1) : sample(at % 4 < 2 ? 0.6 : 0.4, -3, -6, 0),
  );
  const weights = fitReranking(samples);
  expect(weights.odds + weights.gap).toBeGreaterThan(weights.chance);
  expect(chanceOfReranking(sample(0.4, 3, 0, 1), weights)).toBeGreaterThan(0.5);
  expect(chanceOfReranking(sample(0.6, -3, -6, 0), weights)).toBeLessThan(0.5);
});

test('odds that tell nothing are worth nothing', () => {
  const samples = Array.from({ length: 40 }, (_, at) => sample(at % 4 < 2 ? 0.8 : 0.2, at % 2 === 0 ? 2 : -2, 0, at % 4 < 2 ? 1 : 0));
  expect(Math.abs(fitReranking(samples).odds)).toBeLessThan(0.05);
});
