import { compareText, type TagGrammar, type TermStatistics } from '../../kernel/index.ts';
import { findConcepts, wordTranslations } from '../../ontology/index.ts';
import { analyse } from '../analyse.ts';
import { inverseFrequency } from '../bm25.ts';
import { memo } from '../memo.ts';

/** Names of a concept taken in each language, preferred ones first: more of them cost time and find little. */
const NAMES = 3;
const NEAR_WORDS = 3;
/**
 * Different things that one question is searched by: more than a page of text holds of them is no question, and each is looked for in
 * every passage that is weighed. What comes behind is not searched by.
 */
export const MOST_TERMS = 250;

/**
 * One thing that is asked for, with all ways to say it: each alternative is the tokens of one name and is met when a passage
 * holds them all. A word that is no term of the vocabulary has itself as its one alternative, and words that were learnt to be near.
 */
export interface QueryTerm {
  /** Tokens of the question's own wording. */
  readonly asked: readonly string[];
  readonly alternatives: readonly (readonly string[])[];
  /** Tokens of the other language near in meaning to a word that is no term of the vocabulary, each with its likeness in (0, 1]. */
  readonly near: readonly NearToken[];
}

interface NearToken {
  readonly token: string;
  readonly likeness: number;
}

/**
 * What a question asks for: its concepts with their names in both languages, so that a Chinese question is met by an English
 * passage, and its other words as they are.
 */
export function queryTerms(text: string, grammar: TagGrammar): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  const seen = new Set<string>();
  const add = (asked: readonly string[], alternatives: readonly (readonly string[])[], near: readonly NearToken[] = []) => {
    const key = asked.join(' ');
    if (asked.length === 0 || seen.has(key) || terms.length >= MOST_TERMS) return;
    seen.add(key);
    terms.push({ asked, alternatives: distinct([asked, ...alternatives]), near });
  };
  let at = 0;
  const addWords = (part: string) => {
    for (const token of analyse(part, grammar)) add([token], [], nearTokens(token));
  };
  for (const { concept, start, end } of findConcepts(text)) {
    if (terms.length >= MOST_TERMS) break;
    addWords(text.slice(at, start));
    const names = [...concept.zh.slice(0, NAMES), ...concept.en.slice(0, NAMES)];
    add(
      analyse(text.slice(start, end), grammar),
      names.map((name) => analyseName(name, grammar)),
    );
    at = end;
  }
  addWords(text.slice(at));
  return terms;
}

function nearTokens(token: string): readonly NearToken[] {
  return wordTranslations(token)
    .slice(0, NEAR_WORDS)
    .map(({ word, likeness }) => ({ token: word, likeness }));
}

/** Tokens to search by: those asked, and those that other names add. */
export interface QueryTokens {
  readonly asked: readonly string[];
  readonly added: readonly string[];
}

/** Above the number of names in the vocabulary. */
const analysed = memo<readonly string[]>(20_000);

function analyseName(name: string, grammar: TagGrammar): readonly string[] {
  return analysed(`${grammar.digest} ${name}`, () => analyse(name, grammar));
}

/** `expansions` are names of linked things that the caller knows (aliases of an asset). */
export function queryTokens(terms: readonly QueryTerm[], expansions: readonly string[], grammar: TagGrammar): QueryTokens {
  const asked = new Set(terms.flatMap((term) => term.asked));
  const others = [
    ...terms.flatMap((term) => [...term.alternatives.flat(), ...term.near.map(({ token }) => token)]),
    ...expansions.flatMap((text) => analyse(text, grammar)),
  ];
  const added = new Set(others.filter((token) => !asked.has(token)));
  return { asked: [...asked].sort(compareText), added: [...added].sort(compareText) };
}

/**
 * Returns the share of what is asked that a passage speaks of, told by how often it holds each of `words` (see `countWords`;
 * all tokens of the terms must be among them), from 0 to 1, each term weighed by how telling its
 * commonest name is. It does not depend on the language of the passage, as lexical scores do. A name of which a part is held
 * counts by the square of that part: "water temperature" is little of an answer to "water leak".
 */
export function coverage(
  terms: readonly QueryTerm[],
  statistics: TermStatistics,
  words: readonly string[],
): (counts: Uint32Array) => number {
  const placeOf = new Map(words.map((word, place) => [word, place]));
  const isSpoken = (token: string) => (statistics.frequency.get(token) ?? 0) > 0;
  const weighed = terms.map(({ alternatives, near }) => {
    const own = alternatives.map((alternative) => weighTokens(alternative, statistics, placeOf));
    const others = near.map(({ token, likeness }) => ({ ...weighTokens([token], statistics, placeOf), likeness }));
    // A name is as telling as its most telling token; a word that is spoken nowhere, as what is near to it.
    const telling = alternatives.flat().some(isSpoken) || others.length === 0 ? own : others;
    const weight = Math.min(...telling.map(({ tokens }) => Math.max(...tokens.map((token) => token.weight))));
    return { weight, names: [...own.map((name) => ({ ...name, likeness: 1 })), ...others] };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return (counts) => {
    if (total === 0) return 0;
    let met = 0;
    for (const { weight, names } of weighed) {
      let best = 0;
      for (const name of names) best = Math.max(best, name.likeness * heldShare(name, counts) ** 2);
      met += weight * best;
    }
    return met / total;
  };
}

interface WeighedName {
  readonly tokens: readonly { readonly place: number; readonly weight: number }[];
  readonly whole: number;
}

function weighTokens(name: readonly string[], statistics: TermStatistics, placeOf: ReadonlyMap<string, number>): WeighedName {
  const tokens = name.map((token) => ({ place: placeOf.get(token) ?? -1, weight: inverseFrequency(token, statistics) }));
  return { tokens, whole: tokens.reduce((sum, { weight }) => sum + weight, 0) };
}

function heldShare({ tokens, whole }: WeighedName, counts: Uint32Array): number {
  let part = 0;
  for (const { place, weight } of tokens) if ((counts[place] ?? 0) > 0) part += weight;
  return whole === 0 ? 0 : part / whole;
}

function distinct(alternatives: readonly (readonly string[])[]): (readonly string[])[] {
  const byText = new Map(alternatives.filter((tokens) => tokens.length > 0).map((tokens) => [tokens.join(' '), tokens]));
  return [...byText.values()];
}
