import { isUnit } from '../../kernel/index.ts';
import { FUNCTION_WORDS, wording, wordingPattern } from '../../ontology/index.ts';
import { isChineseVerb } from '../../retrieval/index.ts';
import { askedDimensions } from './asked-dimensions.ts';
import type { Name } from './names-in.ts';
import type { Question, Term } from './question.ts';

/** Words of a question, side by side, that name something without a name of its own. Offsets are UTF-16 units in the question. */
export interface Phrase {
  /** `thing` may be spoken of again; `asked` is the attribute that is asked for; `fault` what is wrong; `verb` what is done. */
  readonly kind: 'thing' | 'asked' | 'fault' | 'verb';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly terms: readonly [Term, ...Term[]];
}

const FAULT = /^(?:symptom|failure-mode|mechanism)\//u;
const ACTIVITY = /^activity\//u;
const PARAMETER = /^parameter\//u;
const HAN = /\p{sc=Han}/u;
/** At the end of a question, so that no longer word begins with it. */
const SHORT_WORD_ASKED = new RegExp(`(?:${wording('bareAsking')})(\\p{sc=Han})(?=[\\s?？。]*$)`, 'iu');
const FRAGMENT_WORD = new RegExp(`^(?:${wording('fragmentWord')})$`, 'iu');
const BEFORE_VERB = wordingPattern('beforeVerb', 'iu');
const BEFORE_ASKED = wordingPattern('beforeAsked', 'iu');
const ATTRIBUTE_OF = wordingPattern('attributeOf', 'iu');
const BEHIND_ASKED = wordingPattern('behindAsked', 'iu');

/** Phrases of a question beside its names, in order of place. */
export function phrasesIn(question: Question, names: readonly Name[]): readonly Phrase[] {
  const { text } = question;
  const free = [...question.terms, ...shortWordAsked(question)].filter(
    (term) =>
      term.member === undefined && !FRAGMENT_WORD.test(term.text) && !names.some((name) => term.start < name.end && name.start < term.end),
  );
  const phrases: Phrase[] = [];
  let run: Term[] = [];
  const close = () => {
    const [first, ...rest] = run;
    run = [];
    if (first === undefined) return;
    const [start, end] = [first.start, rest.at(-1)?.end ?? first.end];
    phrases.push({ kind: kindOf(question, [first, ...rest]), text: text.slice(start, end), start, end, terms: [first, ...rest] });
  };
  free.forEach((term, index) => {
    const last = run.at(-1);
    if (last !== undefined && !(isBeside(text, last, term) && isFault(last) === isFault(term))) close();
    const [before, next] = [free[index - 1], free[index + 1]];
    const isFirst = before === undefined || !isBeside(text, before, term);
    const isLast = next === undefined || !isBeside(text, term, next);
    if (!isVerb(text, term, isFirst, isLast)) run.push(term);
    else {
      close();
      phrases.push({ kind: isFault(term) ? 'fault' : 'verb', text: term.text, start: term.start, end: term.end, terms: [term] });
    }
  });
  close();
  return phrases;
}

function isBeside(text: string, left: Term, right: Term): boolean {
  return /^[\s-]*$/u.test(text.slice(left.end, right.start));
}

/** `用什么油`: a Chinese word of one character, which alone says too little to be looked for, but is what was asked for. */
function shortWordAsked({ text, terms }: Question): Term[] {
  const found = SHORT_WORD_ASKED.exec(text);
  const word = found?.[1] ?? '';
  if (found === null || FUNCTION_WORDS.has(word) || isUnit(word)) return [];
  const end = found.index + found[0].length;
  return terms.some((term) => term.end === end) ? [] : [{ text: text.slice(end - 1, end), start: end - 1, end }];
}

function isFault({ concept = '' }: Term): boolean {
  return FAULT.test(concept);
}

/** Of a run of words a verb opens it or ends it; within a run it is part of a compound. */
function isVerb(text: string, term: Term, isFirst: boolean, isLast: boolean): boolean {
  const before = text.slice(0, term.start);
  if (!HAN.test(term.text)) return BEFORE_VERB.test(before) || (ACTIVITY.test(term.concept ?? '') && isLast && !isFirst);
  if (!isFirst && !isLast) return false;
  return ACTIVITY.test(term.concept ?? '') || (term.concept === undefined && isChineseVerb(term.text));
}

function kindOf({ text, terms: all }: Question, terms: readonly [Term, ...Term[]]): Phrase['kind'] {
  const [first] = terms;
  const last = terms.at(-1) ?? first;
  if (terms.every(isFault)) return 'fault';
  const member = all.find(
    (term) => term.member !== undefined && term.end < first.start && /^\s+$/u.test(text.slice(term.end, first.start)),
  );
  const isAsked =
    PARAMETER.test(last.concept ?? '') ||
    askedDimensions(last.text).length > 0 ||
    opensQuestion(text, (member ?? first).start, last.end) ||
    BEHIND_ASKED.test(text.slice(last.end));
  return isAsked ? 'asked' : 'thing';
}

/** `What is the payload …`, and without a verb `payload of …`. */
function opensQuestion(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  return (
    BEFORE_ASKED.test(before) &&
    (/\p{L}/u.test(before) || ATTRIBUTE_OF.test(/^\s+\S+(?:\s+(?:the|an?))?\s+/iu.exec(text.slice(end))?.[0] ?? ''))
  );
}
