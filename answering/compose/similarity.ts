import { type Embedder, fold, type TagGrammar } from '../../kernel/index.ts';
import { analyse } from '../../retrieval/index.ts';
import type { Question, Term } from '../question/question.ts';
import { cosine, textVectors } from '../text-vectors.ts';
import { WEIGHTS } from '../weights.ts';
import type { Bag, EvidenceUnit } from './evidence-unit.ts';

/**
 * How near terms are in meaning to the subject of a unit. A hint for finding evidence, never evidence: what is quoted still has
 * to pass the gate.
 */
export interface Similarity {
  /** Whether a term is near enough to the unit's subject for the unit to be looked at. */
  readonly isNear: (term: Term, unit: EvidenceUnit, keyBags: readonly Bag[]) => boolean;
  /** Best cosine of all terms together to one of the phrases, from -1 to 1; 0 without a vector. */
  readonly closeness: (bags: readonly Bag[]) => number;
  /** Cosine of two phrases of the units. */
  readonly between: (left: Bag, right: Bag) => number;
}

const SAME_LANGUAGE = WEIGHTS.similarity.sameLanguage;
const ACROSS_LANGUAGES = WEIGHTS.similarity.acrossLanguages;
/** Phrases longer than this are no names of one thing. */
const LONGEST_PHRASE = 80;

/** Embeds the question's terms and the units' subjects once, so that scoring itself stays a pure function. */
export async function makeSimilarity(
  embedder: Embedder,
  question: Question,
  units: readonly EvidenceUnit[],
  signal: AbortSignal,
): Promise<Similarity> {
  const subject = fold(question.terms.map((term) => term.text).join(question.language === 'zh' ? '' : ' '));
  const terms = [subject, ...question.terms.map((term) => fold(term.text))];
  const phrases = [...new Set(units.flatMap((unit) => phrasesOf(unit, question.grammar)))];
  const byText = await textVectors(embedder, [...terms, ...phrases], signal);
  const own = byText.get(subject);
  const whole = oncePerBag((bag) => cosine(own, byText.get(bag.folded)));
  const nearest = new Map<string, (bag: Bag) => number>();
  const nearestTo = (text: string): ((bag: Bag) => number) => {
    const known = nearest.get(text);
    if (known !== undefined) return known;
    const vector = byText.get(fold(text));
    const best = (bag: Bag) =>
      phrasesOfBag(bag, question.grammar).reduce((most, phrase) => Math.max(most, cosine(vector, byText.get(phrase))), NOWHERE);
    const made = vector === undefined ? () => NOWHERE : oncePerBag(best);
    nearest.set(text, made);
    return made;
  };
  return {
    isNear({ text }, unit, keyBags) {
      const nearness = nearestTo(text);
      const least = unit.stored.passage.language === question.language ? SAME_LANGUAGE : ACROSS_LANGUAGES;
      return keyBags.some((bag) => nearness(bag) >= least);
    },
    closeness: (bags) => (own === undefined ? 0 : Math.max(0, ...bags.map(whole))),
    between(left, right) {
      const vector = byText.get(left.folded);
      return vector === undefined ? 0 : cosine(vector, byText.get(right.folded));
    },
  };
}

/** Below every cosine. */
const NOWHERE = -2;

/** Titles and headers are bags of many units. */
function oncePerBag(work: (bag: Bag) => number): (bag: Bag) => number {
  const done = new Map<Bag, number>();
  return (bag) => {
    let value = done.get(bag);
    if (value === undefined) {
      value = work(bag);
      done.set(bag, value);
    }
    return value;
  };
}

function phrasesOf(unit: EvidenceUnit, grammar: TagGrammar): readonly string[] {
  return unit.cells.length > 0
    ? unit.cells.flatMap((cell) => [...phrasesOfBag(cell.bag, grammar), ...phrasesOfBag(cell.header, grammar)])
    : phrasesOfBag(unit.bag, grammar);
}

const bagPhrases = new WeakMap<Bag, readonly string[]>();
const HAN = /\p{sc=Han}/u;
const PIECE = /\p{sc=Han}{2,}|[a-z][a-z-]+/gu;

/** The phrase as a whole when it is short, and its words. */
function phrasesOfBag(bag: Bag, grammar: TagGrammar): readonly string[] {
  const known = bagPhrases.get(bag);
  if (known !== undefined) return known;
  const words: readonly string[] = [...bag.folded.matchAll(PIECE)]
    .flatMap(([piece]) => (HAN.test(piece) ? [piece, ...analyse(piece, grammar)] : [piece]))
    .filter((word) => word.length > 1);
  const made: readonly string[] = bag.folded.length <= LONGEST_PHRASE ? [bag.folded, ...words] : words;
  bagPhrases.set(bag, made);
  return made;
}
