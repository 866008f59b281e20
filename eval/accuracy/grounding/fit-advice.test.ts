import { describe, expect, it } from 'vitest';
import { fitAdvice } from './fit-advice.ts';

const claim = (at: number, isSupported: boolean, supported: number) => ({
  chance: 0.5,
  advice: { supported, contradicted: (1 - supported) / 2, open: (1 - supported) / 2 },
  isSupported,
  fold: at % 5,
});

describe('what the opinion of a language model counts', () => {
  it('is much where it tells what is supported, and the claims of a fold are scored by the others', () => {
    const claims = Array.from({ length: 40 }, (_, at) => claim(at, at % 2 === 0, at % 2 === 0 ? 0.9 : 0.1));
    const { weights, held } = fitAdvice(claims);
    expect(weights.advice).toBeGreaterThan(1);
    expect(held).toHaveLength(claims.length);
    expect(held.every((one) => one.score > 0.5 === one.claim.isSupported)).toBe(true);
  });

  it('is nothing where it says the same of all', () => {
    const { weights } = fitAdvice(Array.from({ length: 40 }, (_, at) => claim(at, at % 2 === 0, 0.5)));
    expect(Math.abs(weights.advice)).toBeLessThan(0.01);
  });
});
