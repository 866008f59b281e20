import { type Dimension, fold } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import { memo } from '../../retrieval/index.ts';
import { askedDimensions, namesDimensionOnly } from '../question/asked-dimensions.ts';
import type { Question, Term } from '../question/question.ts';
import { matchWords } from '../verify/match-words.ts';
import { WEIGHTS } from '../weights.ts';
import type { Bag } from './evidence-unit.ts';
import { isLongNumber, isWithin, numberRanges } from './number-ranges.ts';
import { THINGS } from './things-in.ts';

const HAN = /\p{sc=Han}/u;
const PARTIAL = WEIGHTS.similarity.partial;

/** Whether a term names a kind of thing by an entry of the vocabulary. */
export function namesThing({ concept }: Term): boolean {
  return concept !== undefined && isThing(concept);
}

function isThing(concept: string): boolean {
  const entry = conceptById(concept);
  return entry !== undefined && THINGS.has(entry.kind);
}

/** Whether words name a kind of thing that is asked about nowhere: the set screws of a row, where bolts are asked for. */
export function namesUnasked(terms: readonly Term[], bag: Bag): boolean {
  return [...bag.concepts].some((concept) => isThing(concept) && terms.every((term) => term.concept !== concept));
}

/** How far a bag accounts for a term of the question: 1 whole, less for a part of it, 0 not at all. */
export function termMatch(term: Term, bag: Bag): number {
  if (term.member !== undefined) return bag.members.has(term.member) ? 1 : 0;
  const own = ownMatch(term, bag);
  if (own === 1 || term.concept === undefined || isNarrower(term.text, term.concept, bag)) return own;
  if (bag.concepts.has(term.concept)) return 1;
  return HAN.test(term.text) ? own : Math.max(own, namesMatch(term.concept, bag));
}

/** The same by the words of the term alone, whatever other names its thing has. */
export function ownMatch(term: Term, bag: Bag): number {
  const folded = foldedTerm(term.text);
  if (isLongNumber(folded) && isWithin(folded, numberRanges(bag.folded).ranges)) return 1;
  if (SIGNED.test(folded)) return holdsNumber(folded, bag);
  return HAN.test(folded) ? chineseMatch(folded, bag) : englishMatch(term.text, bag);
}

/** Of a number with a sign the sign is a part: the code -12 is not the code 12. */
const SIGNED = /^[-+]\d+$/u;

function holdsNumber(folded: string, bag: Bag): number {
  const at = [...bag.folded.matchAll(/(?<![\p{L}\p{N}.,])[-+]\d+(?![\p{N}]|[.,]\d)/gu)];
  return at.some(([number]) => number === folded) ? 1 : 0;
}

function englishMatch(text: string, bag: Bag): number {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => bag.words.has(word)) ? 1 : 0;
}

/**
 * Whether the term says more than another name of its thing (`foundation bolt`, `bolt`) and the bag, in the same language, does
 * not say that more. Across languages this cannot be seen, and the vocabulary is trusted.
 */
function isNarrower(text: string, concept: string, bag: Bag): boolean {
  const entry = conceptById(concept);
  if (entry === undefined || !THINGS.has(entry.kind) || HAN.test(text) !== HAN.test(bag.folded)) return false;
  const folded = foldedTerm(text);
  if (HAN.test(folded)) return entry.zh.some((name) => folded !== fold(name) && folded.includes(fold(name)));
  const words = wordsOf(text);
  return entry.en.some((name) => {
    const others = wordsOf(name);
    return others.length < words.length && others.every((word) => words.includes(word));
  });
}

/** Terms and names are met once a unit: what they consist of is worked out once. */
const MOST_KNOWN = 20_000;
const knownWords = memo<readonly string[]>(MOST_KNOWN);
const knownFolds = memo<string>(MOST_KNOWN);

function wordsOf(text: string): readonly string[] {
  return knownWords(text, () => matchWords(text).map((word) => word.text));
}

function foldedTerm(text: string): string {
  return knownFolds(text, () => fold(text));
}

function chineseMatch(folded: string, bag: Bag): number {
  if (bag.folded.includes(folded)) return 1;
  if (folded.length < PARTIAL.characters) return 0;
  const pairs = wordsOf(folded);
  const found = pairs.filter((pair) => bag.words.has(pair)).length;
  return found / pairs.length >= PARTIAL.share ? PARTIAL.worth : 0;
}

/**
 * Another name of the vocabulary entry, its words scattered (`temperature of the bearing`). A thing's other name of one word stands for
 * it where it stands by itself, which is found as a mention: within the name of another thing (the screw of `set screw`, where bolts are
 * asked for) only what the thing is called first says that it is of that kind.
 */
function namesMatch(concept: string, bag: Bag): number {
  const names = (conceptById(concept)?.en ?? []).map(wordsOf);
  const telling = isThing(concept) ? names.filter((words, at) => at === 0 || words.length > 1) : names;
  return telling.some((words) => words.every((word) => bag.words.has(word))) ? 1 : 0;
}

/**
 * Whether a term names the kind of quantity that is asked for and nothing else (`torque`, `tightened`, 温度), so that a value
 * accounts for it. `Seal chamber pressure` names a parameter of its own: another pressure does not account for it.
 */
export function namesAskedDimension(term: Term, question: Question): boolean {
  return question.dimensions.length > 0 && dimensionsNamed(term.text).some((dimension) => question.dimensions.includes(dimension));
}

const knownDimensions = memo<readonly Dimension[]>(MOST_KNOWN);

/** Kinds of quantity that a text names, where it names nothing else. */
function dimensionsNamed(text: string): readonly Dimension[] {
  return knownDimensions(text, () => (namesDimensionOnly(text) ? askedDimensions(text) : []));
}
