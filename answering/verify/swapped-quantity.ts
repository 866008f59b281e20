import { foldText, type QuantityMention, relateQuantities } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { isStopWord } from './claim-parts.ts';
import { type MatchWord, matchWords } from './match-words.ts';

/** A text with the quantities in it, in order; places in UTF-16 units. */
export interface Quantified {
  readonly text: string;
  readonly quantities: readonly QuantityMention[];
}

const BREAK = /[,;:(，；：。、（]/u;
/** Right behind a value: what it is of follows. */
const OF_WHAT = wordingPattern('valueOf');
/** Words before the first value that tell what it is of, rather than what all of the sentence is about: so many, or as many as the other has. */
const NEAR = 4;
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

/**
 * What the source says of that which a claim gives one value of several for (foot bolts 60 for `The foot bolts are tightened to 25 N·m` over
 * `cover bolts to 25 N·m and the foot bolts to 60 N·m`): the claim has words that tell the other place and none, or not all, that tell the
 * value's own. What a later place leaves out it shares with the first (`are tightened`), so words of an earlier place count only near its
 * value and where the claim has none of the own. Undefined where nothing tells.
 */
export function misplacedFor(claim: Quantified, at: number, source: Quantified): QuantityMention | undefined {
  const own = claim.quantities[at];
  if (own === undefined || source.quantities.length < 2) return undefined;
  const holds = (of: QuantityMention, one: QuantityMention) => relateQuantities(of.quantity, one.quantity) === 'equal';
  const [place, ...more] = source.quantities.flatMap((one, index) => (holds(own, one) ? [index] : []));
  if (place === undefined || more.length > 0) return undefined;
  const labels = labelsOf(source, standsBehind(source));
  const said = new Set(claim.quantities.length === 1 ? wordsIn(claim.text) : labelsOf(claim)[at]);
  return source.quantities.find((other, index) => {
    if (relateQuantities(own.quantity, other.quantity) !== 'different' || claim.quantities.some((one) => holds(one, other))) return false;
    const [mine, theirs] = [labels[place] ?? [], labels[index] ?? []];
    const [tells, tellsOther] = [without(mine, theirs), without(theirs, mine)];
    if (tells.length === 0) return false;
    if (place < index) return tellsOther.some((word) => said.has(word)) && !tells.every((word) => said.has(word));
    return (
      !tells.some((word) => said.has(word)) &&
      theirs.slice(0, Math.max(NEAR, mine.length)).some((word) => tellsOther.includes(word) && said.has(word))
    );
  });
}

/** Whether a source says behind its values what they are of (`25 N·m for the cover bolts and 60 N·m for the foot bolts`). */
function standsBehind({ text, quantities }: Quantified): boolean {
  const [first, second] = quantities;
  return first !== undefined && second !== undefined && OF_WHAT.test(foldText(text.slice(first.end, second.start)).text);
}

function labelsOf({ text, quantities }: Quantified, isBehind = false): readonly (readonly string[])[] {
  const behind = quantities.map(({ end }) => ASIDE.exec(text.slice(end)));
  return quantities.map((mention, at) => {
    const aside = behind[at];
    if (aside !== null && aside !== undefined) return wordsIn(aside[1] ?? '').reverse();
    const after = text.slice(mention.end, quantities[at + 1]?.start ?? text.length).split(BREAK)[0] ?? '';
    if (isBehind) return wordsIn(after);
    const before = text.slice((quantities[at - 1]?.end ?? 0) + (behind[at - 1]?.[0].length ?? 0), mention.start);
    const clause = before.split(BREAK).findLast((part) => wordsIn(part).length > 0);
    if (clause !== undefined) return wordsIn(clause).reverse();
    return wordsIn(after);
  });
}

/** Words in order, and what hyphens join as a word of its own behind its parts: the non-drive end is another than the drive end. */
function wordsIn(text: string): string[] {
  const words = matchWords(text);
  return words.flatMap((word, at) => {
    const own = isStopWord(text.slice(word.start, word.end).toLowerCase(), word.text) ? [] : [word.text];
    const begin = chainStart(text, words, at);
    const ends = begin < at && !isJoined(text, word, words[at + 1]);
    return ends
      ? [
          ...own,
          words
            .slice(begin, at + 1)
            .map((part) => part.text)
            .join('-'),
        ]
      : own;
  });
}

function chainStart(text: string, words: readonly MatchWord[], at: number): number {
  let begin = at;
  while (begin > 0 && isJoined(text, words[begin - 1], words[begin])) begin -= 1;
  return begin;
}

function isJoined(text: string, left: MatchWord | undefined, right: MatchWord | undefined): boolean {
  return left !== undefined && right !== undefined && text.slice(left.end, right.start) === '-';
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  return words.filter((word) => !others.includes(word));
}

/** The nearer to its quantity, the more a word says what that is of: the first counts 1, the second a half. */
function shared(words: readonly string[], others: readonly string[]): number {
  return words.reduce((sum, word, at) => (others.includes(word) ? sum + 1 / (at + 1) : sum), 0);
}
