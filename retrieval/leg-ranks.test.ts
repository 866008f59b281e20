import { describe, expect, test } from 'vitest';
import { hashParts, type PassageId, parsePassageId } from '../kernel/index.ts';
import { legRanks, type Ranking } from './leg-ranks.ts';

const id = (name: string): PassageId => parsePassageId(`psg_${hashParts([name])}`) as PassageId;
const [A, B] = [id('甲'), id('b')];

describe('ranks in the legs', () => {
  const rankings: readonly Ranking[] = [
    { leg: 'vector', ids: [A, B] },
    { leg: 'lexical', ids: [B] },
    { leg: 'lexical', ids: [id('c'), B] },
  ];

  test('are the best of each leg that found a passage, in the order of the legs', () => {
    expect(legRanks(rankings).get(B)).toEqual([
      { leg: 'lexical', rank: 1 },
      { leg: 'vector', rank: 2 },
    ]);
  });

  test('do not depend on the order of the rankings', () => {
    expect(new Map([...legRanks([...rankings].reverse())].sort())).toEqual(new Map([...legRanks(rankings)].sort()));
  });
});
