import { expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { MOST_TERMS, queryTerms } from './query-terms.ts';

const GRAMMAR = siteGrammar([]);

it.each([
  ['Chinese', Array.from({ length: 1_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 37) % 8_000))).join('')],
  ['English', Array.from({ length: 1_000 }, (_, at) => `w${at}x`).join(' ')],
])('are so many at most, the first of a long text in %s', (_, text) => {
  const terms = queryTerms(text, GRAMMAR);
  expect(terms).toHaveLength(MOST_TERMS);
  expect(queryTerms(text.slice(0, 100), GRAMMAR).slice(0, 9)).toEqual(terms.slice(0, 9));
});

it('are one for what is said again and again', () => {
  expect(queryTerms('P-101A-'.repeat(140), GRAMMAR).length).toBeLessThan(5);
  expect(queryTerms('轴承温度 bearing temperature '.repeat(40), GRAMMAR).length).toBeLessThan(8);
});
