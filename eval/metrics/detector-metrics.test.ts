import { expect, test } from 'vitest';
import { auroc, balancedAccuracy, calibrationError } from './detector-metrics.ts';

const claims = (...all: readonly (readonly [score: number, isSupported: boolean])[]) =>
  all.map(([score, isSupported]) => ({ score, isSupported }));
/** Of the four pairs of a supported and another claim one is won, one is even and one more won, one lost: 2.5 of 4. */
const MIXED = claims([0.9, true], [0.4, true], [0.4, false], [0.6, false]);

test('the area under the curve counts pairs, an even one by half', () => {
  expect(auroc(MIXED)).toBe(2.5 / 4);
  expect(auroc(claims([0.2, true], [0.1, false]))).toBe(1);
});

test('balanced accuracy is the mean of both shares, whatever their numbers', () => {
  expect(balancedAccuracy(MIXED, 0.5)).toBe((1 / 2 + 1 / 2) / 2);
  expect(balancedAccuracy(claims([0.9, true], [0.8, false], [0.1, false], [0.1, false]), 0.5)).toBeCloseTo((1 + 2 / 3) / 2, 9);
});

test('calibration error is the mean distance of what is promised from what is held', () => {
  // One bin promises 1.8 of 2 and holds 1, the other promises 0.2 of 2 and holds none.
  expect(calibrationError(claims([0.9, true], [0.9, false], [0.1, false], [0.1, false]), 2)).toBeCloseTo((0.8 + 0.2) / 4, 9);
});

test('nothing is said where there is nothing to say it of', () => {
  expect(auroc(claims([0.9, true]))).toBeUndefined();
  expect(balancedAccuracy(claims([0.9, false]), 0.5)).toBeUndefined();
  expect(calibrationError([], 10)).toBeUndefined();
});
