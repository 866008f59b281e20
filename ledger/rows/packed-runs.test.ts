import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRuns, unpackRuns } from './packed-runs.ts';

const number = fc.double({ noNaN: true });
const run = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  page: fc.nat(),
  y0: number,
  y1: number,
  edges: fc.array(number, { maxLength: 6 }),
});

describe('packed runs', () => {
  it('come back as they were, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
        expect(unpackRuns(packRuns(runs))).toEqual(runs);
      }),
    );
  });

  it('that were cut off are damage', () => {
    const packed = packRuns([{ start: 0, end: 2, page: 1, y0: 0, y1: 9, edges: [1, 2, 3] }]);
    for (const length of [8, 56, packed.length - 8]) expect(() => unpackRuns(packed.subarray(0, length))).toThrow(/damaged/);
  });
});
