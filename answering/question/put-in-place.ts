import { compareText, fold } from '../../kernel/index.ts';
import { askingWords, findPolarities, phrasesOf, wordingPattern } from '../../ontology/index.ts';
import { askedDimensions } from './asked-dimensions.ts';
import { isSameName, isScope, type Name, shapeOf } from './names-in.ts';
import type { Phrase } from './phrases-in.ts';
import type { Question } from './question.ts';
import type { Turn } from './turn.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const ATTRIBUTE_OF = wordingPattern('attributeOf', 'iu');
const ALTERNATIVE = wordingPattern('alternative', 'iu');
const CIRCUMSTANCE = wordingPattern('circumstance', 'iu');
const PLACE_BEHIND = wordingPattern('placeBehind', 'iu');
const DETERMINER = wordingPattern('determiner', 'iu');
const NOUNS_OF_ASKING = askingWords('specification');
const HAN = /\p{sc=Han}/u;
const NEAR = /^[\s-]*$/u;

/**
 * The question before with what a fragment names put in the place of what it stands for: a code for a code of its role, a name for
 * one of its kind or made like it, a time, number or quantity for its like, one of two opposites for the other, other words for
 * those that share a word with them, stand behind the same word, are of one kind, or stand last. Undefined where the question
 * before has no such place.
 */
export function putInPlace(previous: Turn, turn: Turn): string | undefined {
  const { question, names, phrases, fragment } = turn;
  if (fragment === undefined) return undefined;
  if (ALTERNATIVE.test(fragment)) return phrasesOf(question.language).about(withoutEnd(previous.question.text), fragment);
  const [name] = names;
  // `PDU 大小`: what ends in a noun is what the noun says.
  const isNoun = names.every(({ kind }) => kind === 'word') && phrases.some(({ start }) => names.every((one) => one.end <= start));
  if (isNoun && phrases.length > 0 && !/^\d+$/u.test(fragment)) return putOpposite(previous, fragment) ?? putPhrase(previous, turn);
  if (name !== undefined) return names.every(({ kind }) => kind === name.kind) ? putName(previous, name, turn) : undefined;
  if (/^\d+$/u.test(fragment)) return putNumber(previous, fragment);
  const opposite = putOpposite(previous, fragment);
  if (opposite !== undefined) return opposite;
  return phrases.length > 0 ? putPhrase(previous, turn) : (putTime(previous, question) ?? putQuantity(previous, question));
}

/** One of a set of opposites for another: `minimum` for `maximum`, 手动 for 自动. */
function putOpposite({ question }: Turn, fragment: string): string | undefined {
  for (const own of findPolarities(fragment)) {
    const rest = `${fragment.slice(0, own.start)} ${fragment.slice(own.end)}`;
    const isSaid = (word: string) => NOUNS_OF_ASKING.has(word) || fold(question.text).includes(word);
    if (!(fold(rest).match(/\p{L}+/gu) ?? []).every(isSaid)) continue;
    const place = findPolarities(question.text).find(({ set, member }) => set === own.set && member !== own.member);
    if (place !== undefined) return replaced(question.text, [place], fragment.slice(own.start, own.end));
  }
  return undefined;
}

function putTime({ question }: Turn, { text, scope: { time } }: Question): string | undefined {
  if (time === undefined) return undefined;
  const words = text.slice(time.start, time.end);
  const before = question.scope.time;
  return before === undefined ? prefixed(question, words) : replaced(question.text, [before], words);
}

/** The last code or number that is nothing but digits. */
function putNumber({ question, names }: Turn, words: string): string | undefined {
  const place = [...names, ...question.terms]
    .filter(({ text }) => /^\d+$/u.test(text))
    .sort((a, b) => a.start - b.start)
    .at(-1);
  return place === undefined ? undefined : replaced(question.text, [place], words);
}

function putQuantity({ question }: Turn, { text, quantities }: Question): string | undefined {
  const [own, ...others] = quantities;
  if (own === undefined || others.length > 0) return undefined;
  const place = question.quantities.filter(({ quantity }) => quantity.dimension === own.quantity.dimension).at(-1);
  return place === undefined ? undefined : replaced(question.text, [place], text.slice(own.start, own.end));
}

function putName(previous: Turn, name: Name, turn: Turn): string | undefined {
  const { fragment: words = name.text } = turn;
  const { question, names } = previous;
  const alike = names.filter((one) => shapeOf(one) !== undefined && shapeOf(one) === shapeOf(name));
  const sameKind = names.filter((one) => one.kind === name.kind || (isScope(one) && isScope(name)));
  const shared = names.filter((one) => shareWord([one.text], [name.text]));
  // What is sure to be equipment or a product before what only looks like it.
  const sure = sameKind.filter(({ kind, isKnown }) => kind === 'asset' || isKnown === true);
  const targets = [alike, shared, sure, sameKind].find((some) => some.length > 0) ?? [];
  const [target] = targets;
  if (target === undefined) {
    if (name.kind === 'asset' || name.isKnown === true) return names.some(isScope) ? undefined : prefixed(question, words);
    return putPhrase(previous, turn);
  }
  if (targets.some((one) => !isSameName(one, target))) return undefined;
  // `plctool flash` behind `plctool verify`: the same name, of which something else is said.
  const isOtherOfSame = isSameName(name, target) && words.length > name.text.length;
  if (isOtherOfSame || (name.kind === 'word' && alike.length === 0))
    return replaced(
      question.text,
      targets.map((one) => clusterOf(previous, one)),
      words,
    );
  return replaced(
    question.text,
    targets.map((one) => lastWordOf(one, name)),
    words,
  );
}

/** `K7` stands for the last word of `Kestrel K5`. */
function lastWordOf(target: Name, name: Name): Span {
  const from = /\s/u.test(name.text) ? -1 : target.text.lastIndexOf(' ');
  return { start: target.start + from + 1, end: target.end };
}

/** A name with the words directly beside it that name the thing; a language that parts words has them behind a name. */
function clusterOf({ question: { text }, names, phrases }: Turn, target: Span): Span {
  let { start, end } = target;
  // Before a fault stands what has it, before a name in Chinese what kind of thing it is.
  const isFault = phrases.some((phrase) => phrase.kind === 'fault' && phrase.start === target.start);
  const nouns = phrases.filter(({ kind }) => kind !== 'verb');
  const pieces = isFault ? nouns : [...nouns, ...names.filter((name) => !isScope(name))].sort((a, b) => a.start - b.start);
  for (const one of pieces) if (isNext(text, { start, end }, one)) end = one.end;
  if (!HAN.test(text) && !isFault) return { start, end };
  for (const one of [...pieces].reverse())
    if (isNext(text, one, { start, end }) && (isFault || !names.some((name) => isNext(text, name, one)))) start = one.start;
  return { start, end };
}

function isNext(text: string, left: Span, right: Span): boolean {
  return left.end <= right.start && NEAR.test(text.slice(left.end, right.start));
}

function putPhrase(previous: Turn, { question: { text }, phrases, names, fragment: words = text, lead }: Turn): string | undefined {
  const { question } = previous;
  // A verb with a noun behind it (停机值) is the name of something.
  const isAction = names.length === 0 && phrases.every((phrase) => phrase.kind === 'verb' && phrase.text === words);
  const places = placesIn(previous, isAction);
  const own = names.length > 0 ? [words] : phrases.flatMap(wordsOf);
  const shared = places.filter((place) => shareWord(place.words, own));
  const circumstance = CIRCUMSTANCE.exec(lead);
  const behindSame = places.filter((place) => jointOf(previous, place) === circumstance?.groups?.joint);
  if (circumstance !== null && shared.length === 0 && behindSame.length === 0)
    return `${withoutEnd(question.text)} ${circumstance[0]}${words}${/[?？]\s*$/u.exec(question.text)?.[0] ?? ''}`;
  const isAttribute = names.length === 0 && (phrases.every(({ kind }) => kind === 'asked') || askedDimensions(words).length > 0);
  const asked = places.filter(({ kind }) => kind === 'asked');
  const faults = places.filter(({ kind }) => kind === 'fault');
  const ofKind = places.filter(({ kind }) => (kind === 'fault') === phrases.some((phrase) => phrase.kind === 'fault'));
  const open = [behindSame.filter((place) => ofKind.includes(place)), ofKind, places].find((some) => some.length > 0) ?? [];
  const alike = open.filter(({ start }) => DETERMINER.test(question.text.slice(0, start)) === DETERMINER.test(lead));
  const place = shared.at(-1) ?? (isAttribute ? (asked.at(-1) ?? faults.at(-1)) : lastPlace(previous, alike.length > 0 ? alike : open));
  if (place === undefined) return undefined;
  const chosen = place.isName || (place.kind === 'fault' && shared.includes(place)) ? clusterOf(previous, place) : place;
  const whole = phrases.length > 1 ? chainOf(previous, chosen) : chosen;
  return replaced(question.text, [whole], words);
}

interface Place extends Span {
  readonly kind: Phrase['kind'];
  readonly words: readonly string[];
  readonly isName: boolean;
}

/** What a piece may stand for: what is done, or phrases and names of settings and the like, in order of place. */
function placesIn({ phrases, names }: Turn, isAction: boolean): readonly Place[] {
  const found = phrases
    .filter(({ kind }) => (kind === 'verb') === isAction)
    .map((phrase): Place => ({ kind: phrase.kind, start: phrase.start, end: phrase.end, words: wordsOf(phrase), isName: false }));
  const words = isAction ? [] : names.filter(({ kind }) => kind === 'word');
  const named = words.map(({ text, start, end }): Place => ({ kind: 'thing', start, end, words: [text], isName: true }));
  return [...found, ...named].sort((a, b) => a.start - b.start);
}

/** The word that joins the noun in which a place stands to its question as a circumstance. */
function jointOf({ question: { text }, names, phrases }: Turn, place: Span): string | undefined {
  let { start } = place;
  for (const one of [...names, ...phrases].sort((a, b) => b.start - a.start))
    if (isNext(text, one, { start, end: start })) start = one.start;
  const behind = PLACE_BEHIND.exec(text.slice(place.end));
  return CIRCUMSTANCE.exec(text.slice(0, start))?.groups?.joint ?? behind?.[0];
}

/** Of what is said last; what stands beside a name tells what kind of thing that is, and is the place only where there is no other. */
function lastPlace({ question: { text }, names }: Turn, places: readonly Place[]): Place | undefined {
  const isBeside = (place: Place) =>
    names.some((name) => name.start !== place.start && (isNext(text, name, place) || isNext(text, place, name)));
  return places.filter((place) => !isBeside(place)).at(-1) ?? places.at(-1);
}

/** A phrase with those that it is an attribute of or that are its attributes: `the torque of the bolts`. */
function chainOf({ question: { text }, phrases }: Turn, place: Span): Span {
  let { start, end } = place;
  for (const one of phrases) if (one.start >= end && ATTRIBUTE_OF.test(text.slice(end, one.start))) end = one.end;
  for (const one of [...phrases].reverse()) if (one.end <= start && ATTRIBUTE_OF.test(text.slice(one.end, start))) start = one.start;
  return { start, end };
}

/** A word in common; of Chinese the character that ends a word, which says what kind of thing it is (绿灯, 红灯). */
function shareWord(left: readonly string[], right: readonly string[]): boolean {
  const of = (texts: readonly string[]) => texts.flatMap((text) => fold(text).match(/\p{sc=Han}+|\p{L}+/gu) ?? []);
  const [a, b] = [of(left), of(right)];
  const isAlike = (word: string, other: string) =>
    word === other || (HAN.test(word) && HAN.test(other) && word.length > 1 && word.at(-1) === other.at(-1));
  return a.some((word) => b.some((other) => isAlike(word, other)));
}

function wordsOf({ terms }: Phrase): readonly string[] {
  return terms.map(({ text }) => text);
}

export function withoutEnd(text: string): string {
  return text.trim().replace(/[?？.。!！]+$/u, '');
}

function prefixed({ text, language }: Turn['question'], words: string): string {
  return phrasesOf(language).about(words, text.trim());
}

function replaced(text: string, spans: readonly Span[], words: string): string {
  return [...spans]
    .sort((a, b) => b.start - a.start || compareText(String(a.end), String(b.end)))
    .reduce((whole, { start, end }) => whole.slice(0, start) + words + whole.slice(end), text);
}
