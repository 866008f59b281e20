import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeibull } from './fit-weibull.ts';

/** Distances at which shock absorbers failed, and those at which others still held (O'Connor 1985; Meeker and Escobar 1998, table C.2). */
const FAILED = [6700, 9120, 12200, 13150, 14300, 17520, 20100, 20900, 22700, 26510, 27490];
const HELD = [
  6950, 7820, 8790, 9660, 9820, 11310, 11690, 11850, 11880, 12140, 12870, 13330, 13470, 14040, 17540, 17890, 18450, 18960, 18980, 19410,
  20100, 20150, 20320, 23490, 27410, 27890, 28100,
];
/** Millions of turns of 23 ball bearings (Lieblein and Zelen 1956). */
const BEARINGS = [
  17.88, 28.92, 33, 41.52, 42.12, 45.6, 48.48, 51.84, 51.96, 54.12, 55.56, 67.8, 68.64, 68.64, 68.88, 84.12, 93.12, 98.64, 105.12, 105.84,
  127.92, 128.04, 173.4,
];
const failures = (times: readonly number[]) => times.map((time) => ({ time, isCensored: false }));

describe('fitWeibull', () => {
  it('comes to the published estimates and intervals of the shock absorbers, most of which are censored', () => {
    const fit = fitWeibull([...failures(FAILED), ...HELD.map((time) => ({ time, isCensored: true }))]);
    // Published for ln scale and 1 / shape: 10.23 and .3164, with 95 % of the latter from .2011 to .4978.
    expect(Math.log(fit?.scale.value ?? 0)).toBeCloseTo(10.23, 2);
    expect(1 / (fit?.shape.value ?? 0)).toBeCloseTo(0.3164, 3);
    expect(1 / (fit?.shape.high ?? 0)).toBeCloseTo(0.2011, 3);
    expect(1 / (fit?.shape.low ?? 0)).toBeCloseTo(0.4978, 3);
    // Standard error of ln scale: .1099.
    expect(Math.log((fit?.scale.high ?? 0) / (fit?.scale.value ?? 1)) / 1.96).toBeCloseTo(0.1099, 3);
  });

  it('comes to the published estimates of the ball bearings', () => {
    const fit = fitWeibull(failures(BEARINGS));
    expect(fit?.shape.value).toBeCloseTo(2.102, 3);
    expect(fit?.scale.value).toBeCloseTo(81.88, 2);
  });

  it('scales with the unit of the times and keeps the shape', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (factor) => {
        const [own, scaled] = [fitWeibull(failures(BEARINGS)), fitWeibull(failures(BEARINGS.map((time) => time * factor)))];
        expect(scaled?.shape.value).toBeCloseTo(own?.shape.value ?? 0, 6);
        expect((scaled?.scale.high ?? 0) / factor).toBeCloseTo(own?.scale.high ?? 0, 4);
      }),
    );
  });

  it('says nothing of two failures, nor of failures at one time', () => {
    expect(fitWeibull(failures([3, 4]))).toBeUndefined();
    expect(fitWeibull(failures([5, 5, 5]))).toBeUndefined();
  });
});
