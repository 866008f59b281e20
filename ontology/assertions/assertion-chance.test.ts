import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY_LINE, assertionChance, chanceBy, readAssertionWeights } from './assertion-chance.ts';
import { assertionFeatures } from './assertion-features.ts';

describe('assertionChance', () => {
  it.each([
    ['The bearing is worn.', '轴承已经磨损。'],
    ['Close the inlet before you open the cover.', '打开端盖前先关闭进口阀。'],
  ])('is high for what asserts something: %s %s', (...texts) => {
    for (const text of texts) expect(assertionChance(text)).toBeGreaterThan(0.8);
  });

  it.each([
    ['Happy to help!', '很高兴为您服务！'],
    ['Let me know if you have any other questions.', '如果还有其他问题，请随时告诉我。'],
  ])('is low for what asserts nothing: %s %s', (...texts) => {
    for (const text of texts) expect(assertionChance(text)).toBeLessThan(0.1);
  });

  it('is between 0 and 1, and the same for the same line, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const chance = assertionChance(text);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(assertionChance(text)).toBe(chance);
      }),
    );
  });

  it('adds the weights of the features that a line has to what every line has', () => {
    const weights = readAssertionWeights(`\n${ANY_LINE}=100 r:pump=-300\n`);
    expect(chanceBy('valve', weights)).toBeCloseTo(1 / (1 + Math.exp(-1)));
    expect(chanceBy('Pump', weights)).toBeCloseTo(1 / (1 + Math.exp(2)));
  });
});

describe('assertionFeatures', () => {
  it('names runs of words with where they stand, whatever their case and digits', () => {
    const features = assertionFeatures('## Check 12 bolts');
    expect(features).toEqual(expect.arrayContaining(['m:title', 'b:check', 'r:check_0', 'e:bolts', 'e:check_0_bolts']));
    expect(assertionFeatures('## check 7 BOLTS')).toEqual(features);
  });

  it('has no blanks in a feature and costs what the length of a line does, up to a limit', () => {
    const features = assertionFeatures('水 泵 word '.repeat(50_000));
    expect(features.length).toBeLessThan(2_000);
    expect(features.filter((feature) => /\s/u.test(feature))).toEqual([]);
  });
});
