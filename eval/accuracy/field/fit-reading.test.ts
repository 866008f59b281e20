import { expect, test } from 'vitest';
import { chanceOfReading, fitReading } from './fit-reading.ts';

const sample = (chance: number, opinion: number, answers: number) => ({ chance, opinion, answers, isUnasked: false });

test('an opinion that is always right is worth more than a chance that tells nothing', () => {
  const samples = Array.from({ length: 40 }, (_, at) => sample(at % 4 < 2 ? 0.6 : 0.4, at % 2 === 0 ? 0.9 : 0.1, at % 2 === 0 ? 1 : 0));
  const weights = fitReading(samples);
  expect(weights.read).toBeGreaterThan(weights.chance);
  expect(chanceOfReading(sample(0.4, 0.9, 1), weights)).toBeGreaterThan(0.5);
  expect(chanceOfReading(sample(0.6, 0.1, 0), weights)).toBeLessThan(0.5);
});

test('an opinion that tells nothing is worth nothing', () => {
  const samples = Array.from({ length: 40 }, (_, at) => sample(at % 4 < 2 ? 0.8 : 0.2, at % 2 === 0 ? 0.9 : 0.1, at % 4 < 2 ? 1 : 0));
  expect(Math.abs(fitReading(samples).read)).toBeLessThan(0.05);
});

test('no opinion is one of even odds', () => {
  const weights = { bias: 0, chance: 1, read: 1, unasked: 0 };
  expect(chanceOfReading({ chance: 0.7, answers: 1, isUnasked: false }, weights)).toBeCloseTo(
    chanceOfReading(sample(0.7, 0.5, 1), weights),
    9,
  );
});
