import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { foldIdentifier } from './fold-identifier.ts';
import { NO_TAGS, TAGS } from './tag-table.fixture.ts';

const grammar = siteGrammar([]);
const AROUND = [
  ['', ''],
  ['Check ', ' before the start.'],
  ['检查', '后启动。'],
  ['(', ')'],
] as const;

describe('the grammar of tags', () => {
  it('is tried on two hundred tags and a hundred things that are none', () => {
    expect(Object.values(TAGS).flat().length).toBeGreaterThanOrEqual(200);
    expect(new Set(Object.values(TAGS).flat()).size).toBe(Object.values(TAGS).flat().length);
    expect(Object.values(NO_TAGS).flat().length).toBeGreaterThanOrEqual(100);
  });

  for (const [name, tags] of Object.entries(TAGS)) {
    it(`finds tags: ${name}`, () => {
      const missed = tags.flatMap((tag) =>
        AROUND.map(([before, after]) => `${before}${tag}${after}`).filter((text) => {
          const found = grammar.find(text);
          const [only] = found;
          return found.length !== 1 || only?.identifier.kind !== 'tag' || foldIdentifier(tag) !== only.identifier.folded;
        }),
      );
      expect(missed).toEqual([]);
    });
  }

  for (const [name, others] of Object.entries(NO_TAGS)) {
    it(`finds none in ${name}`, () => {
      const taken = others.flatMap((text) => grammar.find(text).map(({ identifier }) => `${text}: ${identifier.kind} ${identifier.text}`));
      expect(taken).toEqual([]);
    });
  }

  it.each([
    ['Р-506A', 'P506A', true],
    ['Ｐ－５０６Ａ', 'P506A', undefined],
    ['P-506A', 'P506A', undefined],
    ['P-5О6A', undefined, undefined],
  ])('reads %s as %s and says when a letter only looks like one', (text, folded, lookAlike) => {
    const [found] = grammar.find(text).filter(({ identifier }) => identifier.text === text);
    expect(folded === undefined ? foldIdentifier(text) === 'P506A' : found?.identifier.folded === folded).toBe(folded !== undefined);
    if (folded !== undefined) expect(found?.lookAlike).toBe(lookAlike);
  });
});
