import { unitOf } from '../units/units.ts';
import type { TagGrammarData } from './tag-grammar.ts';

/** Tells what has the shape of a code and is none. */
export function noCodeTest({ noCodes }: TagGrammarData): (token: string) => boolean {
  const any = (words: readonly string[]) => `(?:${words.join('|')})`;
  const words = new Set(noCodes.words);
  const forms = [
    /^x\d+$/i,
    /^[\d.,:/-]+$/,
    // Dimensions: `3x2.5mm`, `M12x1.75`.
    /^M?\d+(?:[.,]\d+)?(?:[x×*]\d+(?:\.\d+)?)+[A-Za-z]*$/i,
    /^\d+(?:st|nd|rd|th)$/i,
    new RegExp(`^${any(noCodes.prefixes)}[-._]?\\d+(?:[.:-]\\d+)*[A-Z]?$`, 'i'),
    new RegExp(`^${any(noCodes.barePrefixes)}\\d+[A-Z]{0,2}(?:-\\d+)?$`),
    // `M12`, `V2.1`, `T-5`, `G3/4`; with three digits it is a tag.
    new RegExp(`^${any(noCodes.sizeLetters)}[-._]?\\d{1,2}(?:[.:]\\d+|-\\d{1,2})*[a-z]?$`, 'i'),
    new RegExp(`^${any(noCodes.sizeLetters)}\\d+\\.\\d+(?:\\.\\d+)*$`, 'i'),
  ];
  return (token) => words.has(token.toUpperCase()) || forms.some((form) => form.test(token)) || unitTail(token);
}

/** `500h`, `4-20mA`, `10kW`: a number with its unit. */
export function unitTail(token: string): boolean {
  if (/^0x/i.test(token)) return false;
  const tail = /^[\d.,/-]*\d([A-Za-z][A-Za-z0-9/.·]*)$/.exec(token)?.[1];
  return tail !== undefined && unitOf(tail) !== undefined;
}
