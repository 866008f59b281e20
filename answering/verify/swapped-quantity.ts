import { type QuantityMention, relateQuantities } from '../../kernel/index.ts';
import { isStopWord } from './claim-parts.ts';
import { matchWords } from './match-words.ts';

/** A text with the quantities in it, in order; places in UTF-16 units. */
export interface Quantified {
  readonly text: string;
  readonly quantities: readonly QuantityMention[];
}

const BREAK = /[,;:(，；：。、（]/u;
/** Brackets right behind a quantity say what it is of. */
const ASIDE = /^\s*[(（]([^)）]{1,40})[)）]/u;

/**
 * What the source says in place of a quantity, where a claim gives two values of one kind and each stands beside the words of the other
 * one in the source (alarm 95, trip 85 for alarm 85, trip 95). A quantity goes by the words in brackets right behind it, else by those before it in
 * its clause, else by those behind it; only words that tell the two apart count. Undefined where it is not swapped with another.
 */
export function swappedWith(claim: Quantified, at: number, source: Quantified): QuantityMention | undefined {
  const own = claim.quantities[at];
  if (own === undefined || claim.quantities.length < 2 || source.quantities.length < 2) return undefined;
  const claimed = labelsOf(claim);
  const stated = labelsOf(source);
  const places = (of: QuantityMention) =>
    source.quantities.flatMap((one, index) => (relateQuantities(of.quantity, one.quantity) === 'equal' ? [index] : []));
  for (const [index, other] of claim.quantities.entries()) {
    if (index === at || relateQuantities(own.quantity, other.quantity) !== 'different') continue;
    const [a, b] = [claimed[at], claimed[index]];
    // Where a value stands twice it is not known which one is meant.
    const [[first, ...more], [second, ...others]] = [places(own), places(other)];
    if (a === undefined || b === undefined || first === undefined || second === undefined || more.length + others.length > 0) continue;
    const [ofFirst, ofSecond] = [stated[first], stated[second]];
    if (ofFirst === undefined || ofSecond === undefined) continue;
    const [mine, theirs] = [without(a, b), without(b, a)];
    const [told, toldOther] = [without(ofFirst, ofSecond), without(ofSecond, ofFirst)];
    if (shared(mine, toldOther) > shared(mine, told) && shared(theirs, told) > shared(theirs, toldOther)) return source.quantities[second];
  }
  return undefined;
}

function labelsOf({ text, quantities }: Quantified): readonly (readonly string[])[] {
  const behind = quantities.map(({ end }) => ASIDE.exec(text.slice(end)));
  return quantities.map((mention, at) => {
    const aside = behind[at];
    if (aside !== null && aside !== undefined) return wordsIn(aside[1] ?? '').reverse();
    const before = text.slice((quantities[at - 1]?.end ?? 0) + (behind[at - 1]?.[0].length ?? 0), mention.start);
    const clause = before.split(BREAK).findLast((part) => wordsIn(part).length > 0);
    if (clause !== undefined) return wordsIn(clause).reverse();
    return wordsIn(text.slice(mention.end, quantities[at + 1]?.start ?? text.length).split(BREAK)[0] ?? '');
  });
}

function wordsIn(text: string): string[] {
  return matchWords(text)
    .filter((word) => !isStopWord(text.slice(word.start, word.end).toLowerCase(), word.text))
    .map((word) => word.text);
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  return words.filter((word) => !others.includes(word));
}

/** The nearer to its quantity, the more a word says what that is of: the first counts 1, the second a half. */
function shared(words: readonly string[], others: readonly string[]): number {
  return words.reduce((sum, word, at) => (others.includes(word) ? sum + 1 / (at + 1) : sum), 0);
}
