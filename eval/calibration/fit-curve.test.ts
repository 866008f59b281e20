import { expect, it } from 'vitest';
import { calibrateChance } from '../../answering/index.ts';
import { fitCurve } from './fit-curve.ts';

const many = (score: number, supported: number, others: number) => [
  ...Array.from({ length: supported }, () => ({ score, isSupported: true })),
  ...Array.from({ length: others }, () => ({ score, isSupported: false })),
];

it('makes a score the share of claims with it that are supported', () => {
  // Scores that are far too sure: odds 99 to 1 where it is 3 to 1 in truth.
  const curve = fitCurve([...many(0.99, 750, 250), ...many(0.01, 250, 750)]);
  expect(calibrateChance(0.99, curve)).toBeCloseTo(0.75, 2);
  expect(calibrateChance(0.01, curve)).toBeCloseTo(0.25, 2);
  expect(curve.threshold).toBe(0.5);
});

it('keeps the order of scores, and stays finite where labels and scores agree wholly', () => {
  const curve = fitCurve([...many(0.9, 60, 0), ...many(0.2, 0, 60)]);
  expect(curve.slope).toBeGreaterThan(0);
  expect(calibrateChance(0.9, curve)).toBeLessThan(1);
  expect(calibrateChance(0.9, curve)).toBeGreaterThan(calibrateChance(0.5, curve));
  expect(calibrateChance(0, curve)).toBeGreaterThanOrEqual(0);
});

it('gives a chance of 0 to 1 to a claim of any score', () => {
  const curve = fitCurve([...many(0.7, 40, 20), ...many(0.4, 20, 40)]);
  for (const score of [0, 1e-12, 0.5, 1]) {
    const moved = calibrateChance(score, curve);
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(moved).toBeLessThanOrEqual(1);
  }
});

it('refuses labels that are turned round', () => {
  expect(() => fitCurve([...many(0.9, 0, 60), ...many(0.2, 60, 0)])).toThrow(/turned round/);
});
