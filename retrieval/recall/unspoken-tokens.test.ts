import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { queryTerms } from './query-terms.ts';
import { unspokenTokens } from './unspoken-tokens.ts';

const GRAMMAR = siteGrammar([]);

function unspoken(question: string, ...held: readonly string[]): readonly string[] {
  const terms = queryTerms(question, GRAMMAR);
  return unspokenTokens({ terms, statistics: { passages: 9, averageLength: 5, frequency: new Map(held.map((token) => [token, 2])) } });
}

describe('what no passage speaks of', () => {
  it('is told by words that no passage holds', () => {
    expect(unspoken('fridge temperature', 'temperatur')).toContain('fridg');
    expect(unspoken('fridge temperature', 'fridg', 'temperatur')).toEqual([]);
  });

  it('is not what the other language has a name for', () => {
    const chinese = queryTerms('轴承', GRAMMAR).flatMap(({ asked }) => asked);
    expect(unspoken('bearing', ...chinese)).toEqual([]);
    expect(unspoken('轴承', 'bear')).toEqual([]);
    expect(unspoken('轴承')).toEqual(chinese);
  });
});
