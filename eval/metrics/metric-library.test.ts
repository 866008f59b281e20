import { describe, expect, it } from 'vitest';
import { createRandom } from '../../datasets/index.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { citationScores } from './citation-scores.ts';
import { faithfulness } from './faithfulness.ts';
import { mean } from './mean.ts';
import { refusalScores } from './refusal-scores.ts';
import { contextPrecision, discountedGain, reciprocalRank, shareFound } from './retrieval-scores.ts';
import { riskCoverage, riskCoverageArea } from './risk-coverage.ts';
import { unanimousInterval } from './unanimous-interval.ts';

describe('faithfulness', () => {
  it('is the share of the claims that some source entails, the cited one or not', () => {
    expect(faithfulness(['supported', 'miscited', 'unsupported', 'contradicted', 'not-checked'])).toEqual({
      faithful: 2 / 4,
      contradicted: 1 / 4,
      unsupported: 1 / 4,
    });
  });

  it('says nothing of an answer that has no claim to check', () => {
    expect(faithfulness([])).toBeUndefined();
    expect(faithfulness(['not-checked'])).toBeUndefined();
  });
});

describe('citationScores', () => {
  /** A sentence is entailed by sources that hold all of its letters. */
  const sentence = (letters: string, cited: readonly string[], isInRange = true) => ({
    cited,
    isInRange,
    entails: async (sources: readonly string[]) => [...letters].every((letter) => sources.join('').includes(letter)),
  });

  it('counts a citation that the others do without as imprecise', async () => {
    // Recalled 2 of 3. Of four citations `ab` is enough alone and `x` is not needed; `c` and `d` need each other.
    const scores = await citationScores([sentence('ab', ['ab', 'x']), sentence('cd', ['c', 'd']), sentence('e', [])]);
    expect(scores).toEqual({ recall: 2 / 3, precision: 3 / 4 });
  });

  it('recalls nothing where a cited source does not exist', async () => {
    expect(await citationScores([sentence('a', ['a'], false)])).toEqual({ recall: 0, precision: 0 });
  });

  it('tells no citation from imprecise ones', async () => {
    expect(await citationScores([sentence('a', [])])).toEqual({ recall: 0, precision: undefined });
    expect(await citationScores([])).toEqual({ recall: undefined, precision: undefined });
  });
});

describe('retrieval scores', () => {
  it('prefers relevant places further up', () => {
    expect(contextPrecision([true, false, true])).toBeCloseTo((1 / 1 + 2 / 3) / 2, 12);
    expect(contextPrecision([false, true, true])).toBeCloseTo((1 / 2 + 2 / 3) / 2, 12);
    expect(contextPrecision([false, false])).toBe(0);
    expect(contextPrecision([])).toBeUndefined();
  });

  it('counts what is found of what is wanted', () => {
    expect(shareFound([true, false, true, true])).toBe(3 / 4);
    expect(shareFound([])).toBeUndefined();
  });

  it('looks for the first relevant place no further than it is told', () => {
    expect(reciprocalRank([false, false, true], 10)).toBe(1 / 3);
    expect(reciprocalRank([false, false, true], 2)).toBe(0);
  });

  it('discounts gain by the logarithm of the rank, against the best order of all that is known', () => {
    const [dcg, ideal] = [1 / Math.log2(2) + 2 / Math.log2(4), 2 / Math.log2(2) + 1 / Math.log2(3) + 1 / Math.log2(4)];
    expect(discountedGain([1, 0, 2], [1, 2, 1], 3)).toBeCloseTo(dcg / ideal, 12);
    expect(discountedGain([0, 0], [], 3)).toBeUndefined();
  });
});

describe('refusalScores', () => {
  it('tells refusals of questions without an answer from others', () => {
    const cases = [
      { isAnswerable: false, isAnswered: false },
      { isAnswerable: false, isAnswered: false },
      { isAnswerable: false, isAnswered: true },
      { isAnswerable: true, isAnswered: false },
      { isAnswerable: true, isAnswered: true },
    ];
    expect(refusalScores(cases)).toEqual({ precision: 2 / 3, recall: 2 / 3, balance: 2 / 3, falseRefusals: 1 / 2 });
  });

  it('says nothing where nothing was refused or nothing is to be', () => {
    expect(refusalScores([{ isAnswerable: true, isAnswered: true }])).toEqual({
      precision: undefined,
      recall: undefined,
      balance: undefined,
      falseRefusals: 0,
    });
  });
});

describe('risk over coverage', () => {
  const scored = (...all: readonly (readonly [number, boolean])[]) => all.map(([score, isSupported]) => ({ score, isSupported }));

  it('accepts equal scores together and counts what was never accepted', () => {
    expect(riskCoverage(scored([0.9, true], [0.5, false], [0.5, true]), 4)).toEqual([
      { score: 0.9, coverage: 1 / 4, risk: 0 },
      { score: 0.5, coverage: 3 / 4, risk: 1 / 3 },
    ]);
  });

  it('has as area the mean risk, whatever the order of equal scores', () => {
    expect(riskCoverageArea(scored([0.9, true], [0.8, false], [0.7, true]))).toBeCloseTo((0 + 1 / 2 + 1 / 3) / 3, 12);
    // Of two that are even one is wrong: half a mistake after the first, one after the second.
    expect(riskCoverageArea(scored([0.5, false], [0.5, true]))).toBe((0.5 / 1 + 1 / 2) / 2);
    expect(riskCoverageArea(scored([0.5, true], [0.5, false]))).toBe((0.5 / 1 + 1 / 2) / 2);
    expect(riskCoverageArea([])).toBeUndefined();
  });
});

describe('bootstrapInterval', () => {
  const values = [...new Array<number>(30).fill(1), ...new Array<number>(20).fill(0)];

  it('is about two standard errors to each side, and the same for the same seed', () => {
    const interval = bootstrapInterval(values, mean, createRandom(7), 2_000);
    // √(.6 · .4 / 50) = .069
    expect(interval?.low).toBeCloseTo(0.6 - 1.96 * 0.069, 1);
    expect(interval?.high).toBeCloseTo(0.6 + 1.96 * 0.069, 1);
    expect(bootstrapInterval(values, mean, createRandom(7), 2_000)).toEqual(interval);
  });

  it('gives way to that of a share where all cases came out alike: ten of ten are not certainty', () => {
    const ten = (value: number) => new Array<number>(10).fill(value);
    // 1 − .025^(1/10)
    expect(unanimousInterval(ten(0))).toEqual({ low: 0, high: expect.closeTo(0.308, 3) });
    expect(unanimousInterval(ten(1))).toEqual({ low: expect.closeTo(0.692, 3), high: 1 });
    expect([unanimousInterval([...ten(1), 0]), unanimousInterval(ten(0.5)), unanimousInterval([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says nothing of one case, or of a statistic that most samples have no value of', () => {
    expect(bootstrapInterval([1], mean, createRandom(1))).toBeUndefined();
    expect(bootstrapInterval(values, () => undefined, createRandom(1))).toBeUndefined();
  });
});
