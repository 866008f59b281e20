import { compareText, foldText, maskSpans, type TagGrammar } from '../../kernel/index.ts';
import {
  askingWords,
  DEGREE_FORMS,
  FUNCTION_WORDS,
  findConcepts,
  findPolarities,
  GENERIC_NOUNS,
  OPEN_MEMBERS,
  QUALIFYING_SETS,
  UNMARKED_MEMBERS,
  wordingPattern,
} from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import type { Intent, Term } from './question.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{L}[\p{L}\p{N}'-]*|\p{N}+[\p{L}\p{N}-]*/gu;
const HAN = /\p{sc=Han}/u;
const COUNT_FORMS = wordingPattern('asksCount', 'gu');
/** Characters of a Chinese word from which it is put together of others. */
const PARTED = 3;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a question that say what it is about, in order: vocabulary entries whole, other words one by one. Function
 * words, words that the intent is asked by (`tool` where tools are asked for) and the `taken` spans (codes, quantities, times) are
 * left out. Without an intent the words of all of them are.
 */
export function contentTerms(text: string, taken: readonly Span[], grammar: TagGrammar, intent?: Intent): Term[] {
  const asking = askingWords(intent === 'unknown' ? 'specification' : intent);
  const isFunction = (word: string) => {
    const folded = foldText(word).text;
    return FUNCTION_WORDS.has(folded) || asking.has(folded);
  };
  const members = membersIn(text, taken);
  const bounds = members.filter(({ member }) => member !== undefined && !UNMARKED_MEMBERS.has(member));
  const concepts = findConcepts(maskSpans(text, bounds)).filter(
    (mention) => !overlaps(mention, taken) && !isFunction(text.slice(mention.start, mention.end)),
  );
  const terms: Term[] = concepts.map((mention) => ({
    text: text.slice(mention.start, mention.end),
    start: mention.start,
    end: mention.end,
    concept: mention.concept.id,
  }));
  const free = members.filter((member) => !overlaps(member, concepts));
  terms.push(...free);
  for (const word of words(maskSpans(text, [...taken, ...concepts, ...free, ...askingForms(text, asking)]), grammar))
    if (!isFunction(word.text)) terms.push(word);
  const narrowing = terms.filter((term) => !GENERIC_NOUNS.has(foldText(term.text).text));
  return (narrowing.length + taken.length > 0 ? narrowing : terms).sort((a, b) => a.start - b.start);
}

/**
 * The adjective of `how high` asks for a measure and the measure word of 几颗 for a number; neither says what of. Words of `asking` that the
 * segmenter would part (备件编号) are whole.
 */
function askingForms(text: string, asking: ReadonlySet<string>): Span[] {
  const folded = foldText(text);
  const long = [...asking].filter((word) => HAN.test(word) && word.length >= PARTED && folded.text.includes(word));
  const named = long.flatMap((word) => [...folded.text.matchAll(new RegExp(word, 'gu'))]);
  return [...[DEGREE_FORMS, COUNT_FORMS].flatMap((forms) => [...folded.text.matchAll(forms)]), ...named].map((match) =>
    folded.toSource(match.index, match.index + match[0].length),
  );
}

/**
 * Words that say which value is asked for (`maximum`, 额定). `Rated` and `normal` may be part of the name of a vocabulary entry; a
 * bound is always a word of its own, since other names of the entry may leave it out.
 */
function membersIn(text: string, taken: readonly Span[]): Term[] {
  return findPolarities(text)
    .filter(({ set, member, denied }) => QUALIFYING_SETS.has(set) && !OPEN_MEMBERS.has(member) && !denied)
    .filter((mention) => !overlaps(mention, taken))
    .map(({ member, start, end }) => ({ text: text.slice(start, end), start, end, member }));
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < span.end && other.end > span.start);
}

function words(text: string, grammar: TagGrammar): Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    if (!HAN.test(match[0])) {
      found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
      continue;
    }
    found.push(...chineseWords(match[0], match.index, grammar));
  }
  return found;
}

/**
 * Words of a Chinese run as the analyser cuts it, the longest first where its cuts overlap, and of equal ones those of asking (加多少). Single characters between them say
 * too little to be looked for, unless two stand together: then the dictionary does not know the word.
 */
function chineseWords(run: string, offset: number, grammar: TagGrammar): Term[] {
  const taken = new Array<boolean>(run.length).fill(false);
  const found: Term[] = [];
  const add = (start: number, end: number) => {
    taken.fill(true, start, end);
    found.push({ text: run.slice(start, end), start: offset + start, end: offset + end });
  };
  const tokens = [
    ...new Set([...analyse(run, grammar), ...functionWordsIn(run)].flatMap((token) => withoutFunctionWords(run, token))),
  ].filter((token) => token.length > 1);
  const isForm = (token: string) => Number(FORM_WORDS.has(token));
  for (const token of tokens.sort((a, b) => b.length - a.length || isForm(b) - isForm(a) || compareText(a, b))) {
    for (let at = run.indexOf(token); at >= 0; at = run.indexOf(token, at + 1)) {
      if (!taken.slice(at, at + token.length).some((used) => used)) add(at, at + token.length);
    }
  }
  for (let at = 0; at < run.length; at += 1) {
    let end = at;
    while (end < run.length && taken[end] !== true && !FORM_WORDS.has(run.charAt(end))) end += 1;
    if (end - at > 1) add(at, end);
    at = Math.max(at, end - 1);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The analyser guesses words that it does not know, and joins measure words to their nouns (`张工单`). Where a second segmenter
 * parts such a guess and one part is a function word, the other parts stand for it.
 */
function withoutFunctionWords(run: string, token: string): string[] {
  if (FORM_WORDS.has(token)) return [token];
  const at = run.indexOf(token);
  const pieces = [...segmenter.segment(run)].filter(({ index, segment }) => index >= at && index + segment.length <= at + token.length);
  const parted = pieces.length > 1 && pieces.reduce((sum, { segment }) => sum + segment.length, 0) === token.length;
  if (!parted || !pieces.some(({ segment }) => FORM_WORDS.has(segment))) return [token];
  return pieces.map(({ segment }) => segment).filter((segment) => !FORM_WORDS.has(segment));
}

/** The analyser drops words that carry no subject; they still part the words around them. */
function functionWordsIn(run: string): string[] {
  return CHINESE_FUNCTION_WORDS.filter((word) => run.includes(word));
}

/** Words that part others in a run without blanks, whether or not they are a subject here. */
const FORM_WORDS: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...askingWords(), ...GENERIC_NOUNS]);
const CHINESE_FUNCTION_WORDS = [...FORM_WORDS].filter((word) => HAN.test(word) && word.length > 1);
