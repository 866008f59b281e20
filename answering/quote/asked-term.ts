import { type Access, compareText, fold, type TermStatistics } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import { analyse, inverseFrequency, meantWords } from '../../retrieval/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';

interface WeighedToken {
  readonly token: string;
  readonly weight: number;
}

/** Something that a question asks about, by all names the vocabulary has for it. */
export interface AskedTerm {
  /** Words of the question, in lower case. */
  readonly text: string;
  /** How telling its commonest name is, above 0. */
  readonly weight: number;
  readonly names: readonly (readonly WeighedToken[])[];
  /** A code, linked, of letters and digits or a number with a sign, or a bare number: it is there or it is not, nothing is near to it. */
  readonly isCode: boolean;
  readonly isNumber: boolean;
}

/** Share from which a term counts as held. */
export const WHOLLY = 0.9;

const NAMES = 3;

/** Terms, codes and quantities of a question, weighed by how rare their words are among what the reader may read; in order. */
export async function askedTerms(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  question: Question,
): Promise<readonly AskedTerm[]> {
  const spans = [...question.terms, ...question.entities.filter(({ isCode }) => isCode), ...question.quantities];
  const distinct = [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()].sort((a, b) => a.start - b.start);
  const worded = distinct.map((span) => {
    const words = question.text.slice(span.start, span.end);
    const concept = 'concept' in span && span.concept !== undefined ? conceptById(span.concept) : undefined;
    const others = concept === undefined ? [] : [...concept.zh.slice(0, NAMES), ...concept.en.slice(0, NAMES)];
    const isCode = 'isCode' in span && span.isCode;
    return {
      words,
      isCode,
      names: [words, ...others].map((name) => analyse(name, question.grammar)).filter((tokens) => tokens.length > 0),
    };
  });
  const tokens = [...new Set(worded.flatMap(({ names }) => names.flat()))].sort(compareText);
  const counted = await passages.statistics(access, tokens);
  const own = worded.flatMap(({ names: [name = []] }) => name);
  const { meant, statistics } = await meantWords(passages, access, question.text, own, counted);
  return worded
    .filter(({ names }) => names.length > 0)
    .map(({ words, names, isCode }) => {
      const others = meant.filter(({ said }) => fold(words).includes(said)).flatMap((one) => one.words.map((word) => [word]));
      return weighTerm(words, [...names, ...others], isCode, statistics);
    });
}

function weighTerm(words: string, names: readonly (readonly string[])[], isCode: boolean, statistics: TermStatistics): AskedTerm {
  const weighed = names.map((tokens) => tokens.map((token) => ({ token, weight: inverseFrequency(token, statistics) })));
  const [own = []] = names;
  return {
    text: words.toLowerCase(),
    weight: Math.min(...weighed.map((name) => Math.max(...name.map(({ weight }) => weight)))),
    names: weighed,
    isCode: isCode || own.some((token) => /\d/u.test(token) && /\p{L}/u.test(token)) || (own.length === 1 && /^-\d+$/u.test(own.join(''))),
    isNumber: own.length > 0 && own.every((token) => /^[\d.]+$/u.test(token)),
  };
}

/** How far a set of tokens holds a term, from 0 to 1: of its best name the square of the share by weight. */
export function heldBy({ names }: AskedTerm, tokens: ReadonlySet<string>): number {
  return Math.max(
    ...names.map((name) => {
      let [held, whole] = [0, 0];
      for (const { token, weight } of name) {
        whole += weight;
        if (tokens.has(token)) held += weight;
      }
      return whole === 0 ? 0 : (held / whole) ** 2;
    }),
  );
}

/** Share of the terms, by weight, that a set of tokens holds; 1 of no terms. */
export function shareHeld(terms: readonly AskedTerm[], tokens: ReadonlySet<string>): number {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? 1 : terms.reduce((sum, term) => sum + term.weight * heldBy(term, tokens), 0) / whole;
}
