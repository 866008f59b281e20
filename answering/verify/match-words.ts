import { foldText } from '../../kernel/index.ts';

/** A unit of lexical comparison: a stemmed English word, a code, or two neighbouring Chinese characters; UTF-16 offsets. */
export interface MatchWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A run ends where the script changes: nothing need stand between a code and a Chinese word (`P-607的拧紧力矩`). */
const PIECE = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+(?:['.\-/](?:(?!\p{sc=Han})[\p{L}\p{N}])+)*/gu;
const HAN = /^\p{sc=Han}/u;

/**
 * Words of a text for comparing two texts, in order. Chinese runs give overlapping pairs (a lone character gives itself), so
 * that no segmenter has to agree with itself on two texts.
 */
export function matchWords(text: string): MatchWord[] {
  const folded = foldText(text);
  const found: MatchWord[] = [];
  const add = (word: string, start: number, end: number) => found.push({ text: word, ...folded.toSource(start, end) });
  for (const { 0: piece, index } of folded.text.matchAll(PIECE)) {
    if (!HAN.test(piece)) {
      if (/\d/.test(piece)) add(piece, index, index + piece.length);
      else for (const part of piece.matchAll(/[^'.\-/]+/g)) add(stem(part[0]), index + part.index, index + part.index + part[0].length);
    } else if (piece.length === 1) {
      add(piece, index, index + 1);
    } else {
      for (let at = 0; at < piece.length - 1; at += 1) add(piece.slice(at, at + 2), index + at, index + at + 2);
    }
  }
  return found;
}

const VOWEL = /[aeiouy]/;
const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/(?:isations?|izations?|isation|ising|izing|ised|ized|ises|izes|ise|ize)$/, 3],
  [/(?:ational|ations|ation|ators?|ating|ated|ates|ate)$/, 3],
  [/(?:ements?|ments?)$/, 4],
  [/(?:ingly|edly|ings?|(?<!e)ed)$/, 3],
  [/(?:ages?|ally|ly)$/, 4],
  [/(?:ions?)$/, 4],
  [/(?:ies|ied)$/, 3],
  [/(?:sses|shes|ches|xes|zes)$/, 2],
  [/(?:ness|nesses)$/, 3],
];

/** A light English stem: joins the forms of one word (tighten, tightened, tightening; leak, leakage; isolate, isolation). */
export function stem(word: string): string {
  let base = word.replace(/'s?$/, '');
  if (base.length > 3 && /[^su]s$/.test(base) && !/(?:sse|she|che|xe|ze|ie)s$/.test(base)) base = base.slice(0, -1);
  for (const [ending, least] of ENDINGS) {
    const found = ending.exec(base);
    if (found === null || found.index < least || !VOWEL.test(base.slice(0, found.index))) continue;
    base = base.slice(0, found.index);
    if (/([^aeiousl])\1$/.test(base)) base = base.slice(0, -1);
    break;
  }
  return base.length > 3 ? base.replace(/(?<=[^aeiou])[ey]$|e$/, '') : base;
}
