import { compareText, type TermStatistics } from '../../kernel/index.ts';
import { findConcepts } from '../../ontology/index.ts';
import { analyse } from '../analyse.ts';
import { inverseFrequency } from '../bm25.ts';

/** Names of a concept taken in each language, preferred ones first: more of them cost time and find little. */
const NAMES = 3;

/**
 * One thing that is asked for, with all ways to say it: each alternative is the tokens of one name and is met when a passage
 * holds them all. A word that is no term of the vocabulary has itself as its one alternative.
 */
export interface QueryTerm {
  /** Tokens of the question's own wording. */
  readonly asked: readonly string[];
  readonly alternatives: readonly (readonly string[])[];
}

/**
 * What a question asks for: its concepts with their names in both languages, so that a Chinese question is met by an English
 * passage, and its other words as they are.
 */
export function queryTerms(text: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  const seen = new Set<string>();
  const add = (asked: readonly string[], alternatives: readonly (readonly string[])[]) => {
    const key = asked.join(' ');
    if (asked.length === 0 || seen.has(key)) return;
    seen.add(key);
    terms.push({ asked, alternatives: distinct([asked, ...alternatives]) });
  };
  let at = 0;
  const addWords = (part: string) => {
    for (const token of analyse(part)) add([token], []);
  };
  for (const { concept, start, end } of findConcepts(text)) {
    addWords(text.slice(at, start));
    const names = [...concept.zh.slice(0, NAMES), ...concept.en.slice(0, NAMES)];
    add(analyse(text.slice(start, end)), names.map(analyse));
    at = end;
  }
  addWords(text.slice(at));
  return terms;
}

/** Tokens to search by: those asked, and those that other names add. */
export interface QueryTokens {
  readonly asked: readonly string[];
  readonly added: readonly string[];
}

/** `expansions` are names of linked things that the caller knows (aliases of an asset). */
export function queryTokens(terms: readonly QueryTerm[], expansions: readonly string[] = []): QueryTokens {
  const asked = new Set(terms.flatMap((term) => term.asked));
  const others = [...terms.flatMap((term) => term.alternatives.flat()), ...expansions.flatMap(analyse)];
  const added = new Set(others.filter((token) => !asked.has(token)));
  return { asked: [...asked].sort(compareText), added: [...added].sort(compareText) };
}

/**
 * Share of what is asked that a passage speaks of, from 0 to 1, each term weighed by how telling its commonest name is. It
 * does not depend on the language of the passage, as lexical scores do. A name of which a part is held counts by the square
 * of that part: "water temperature" is little of an answer to "water leak".
 */
export function coverage(terms: readonly QueryTerm[], tokens: readonly string[], statistics: TermStatistics): number {
  const held = new Set(tokens);
  let met = 0;
  let total = 0;
  for (const { alternatives } of terms) {
    const weight = Math.min(...alternatives.map((alternative) => weightOf(alternative, statistics)));
    total += weight;
    met += weight * Math.max(...alternatives.map((alternative) => heldShare(alternative, held, statistics) ** 2));
  }
  return total === 0 ? 0 : met / total;
}

function heldShare(alternative: readonly string[], held: ReadonlySet<string>, statistics: TermStatistics): number {
  let part = 0;
  let whole = 0;
  for (const token of alternative) {
    const weight = inverseFrequency(token, statistics);
    whole += weight;
    if (held.has(token)) part += weight;
  }
  return whole === 0 ? 0 : part / whole;
}

/** A name is as telling as its most telling token; a name that no readable passage holds says nothing of how common the thing is. */
function weightOf(alternative: readonly string[], statistics: TermStatistics): number {
  return Math.max(...alternative.map((token) => inverseFrequency(token, statistics)));
}

function distinct(alternatives: readonly (readonly string[])[]): (readonly string[])[] {
  const byText = new Map(alternatives.filter((tokens) => tokens.length > 0).map((tokens) => [tokens.join(' '), tokens]));
  return [...byText.values()];
}
