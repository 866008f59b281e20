import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashParts, type PassageId, parsePassageId } from '../kernel/index.ts';
import { fuse, LEGS, type Ranking } from './fuse.ts';

const id = (name: string): PassageId => parsePassageId(`psg_${hashParts([name])}`) as PassageId;
const [A, B, C] = [id('甲'), id('乙'), id('c')];
const asIs = (_: PassageId, score: number) => score;

describe('rank fusion', () => {
  test('sums the reciprocal ranks of the legs and tells the ranks', () => {
    const fused = fuse(
      [
        { leg: 'vector', ids: [A, B], weight: 1 },
        { leg: 'lexical', ids: [B, C], weight: 1 },
      ],
      asIs,
    );
    expect(fused.map((one) => one.id)).toEqual([B, A, C]);
    expect(fused[0]?.score).toBeCloseTo(1 / 61 + 1 / 62, 12);
    expect(fused[0]?.legs).toEqual([
      { leg: 'lexical', rank: 1 },
      { leg: 'vector', rank: 2 },
    ]);
  });

  test('an adjustment decides the order', () => {
    const rankings: Ranking[] = [{ leg: 'lexical', ids: [A, B], weight: 1 }];
    expect(fuse(rankings, (one, score) => (one === A ? score / 2 : score)).map((one) => one.id)).toEqual([B, A]);
  });

  test('does not depend on the order of the rankings, and orders equal scores by id', () => {
    const ranking = fc.record({
      leg: fc.constantFrom(...LEGS),
      ids: fc.uniqueArray(fc.constantFrom(...['1', '2', '3', '4', '5'].map(id))),
      weight: fc.constantFrom(0.3, 0.7, 1),
    });
    fc.assert(
      fc.property(fc.array(ranking, { maxLength: 6 }), (rankings) => {
        const fused = fuse(rankings, asIs);
        expect(fuse([...rankings].reverse(), asIs)).toEqual(fused);
        for (const [at, one] of fused.entries()) {
          const next = fused[at + 1];
          if (next === undefined) continue;
          expect(one.score > next.score || (one.score === next.score && one.id < next.id)).toBe(true);
        }
      }),
    );
  });
});
