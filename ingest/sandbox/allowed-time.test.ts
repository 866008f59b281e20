import { describe, expect, it } from 'vitest';
import { allowedTime } from './allowed-time.ts';

const LIMITS = { wallMilliseconds: 600_000 };

describe('allowedTime', () => {
  it('gives a small file a small part of the longest time', () => {
    expect(allowedTime({ bytes: 2_000, unit: 'page', done: 0 }, LIMITS)).toBeLessThan(LIMITS.wallMilliseconds / 10);
  });

  it('grows with the size and with what was read, up to the longest time', () => {
    const times = [
      { bytes: 1e6, done: 0 },
      { bytes: 5e6, done: 0 },
      { bytes: 5e6, done: 100 },
      { bytes: 5e6, done: 5_000 },
    ].map((seen) => allowedTime({ ...seen, unit: 'page' }, LIMITS));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(4);
    expect(times.at(-1)).toBe(LIMITS.wallMilliseconds);
    expect(allowedTime({ bytes: 500e6, unit: 'row', done: 5e6 }, { wallMilliseconds: 1 })).toBe(1);
  });
});
