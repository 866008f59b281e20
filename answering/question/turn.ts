import { fold, maskSpans } from '../../kernel/index.ts';
import { askingWords, wordingPattern } from '../../ontology/index.ts';
import { type Name, namesIn } from './names-in.ts';
import { type Phrase, phrasesIn } from './phrases-in.ts';
import type { Question } from './question.ts';

/** A question of a conversation with what it names. */
export interface Turn {
  readonly question: Question;
  readonly names: readonly Name[];
  readonly phrases: readonly Phrase[];
  /** What it names alone, when it asks nothing of its own: the words without those that join it to the question before. */
  readonly fragment?: string;
  /** The words before that. */
  readonly lead: string;
  /** It names nothing but the one of two that was not spoken of last. */
  readonly isOtherOne: boolean;
  /** It asks for one thing and says nothing of it: `which grade?`. */
  readonly isBareAsking: boolean;
  /** Of what it was taken to be about before: words that no reading of the whole question finds again. */
  readonly carried?: readonly string[];
  /** It could not be understood by what was said before it. */
  readonly isLost?: true;
}

const BARE_ASKING = wordingPattern('bareAsking', 'giu');
const FRAGMENT_MARK = wordingPattern('fragmentMark', 'iu');
const INTERROGATIVE = wordingPattern('interrogative', 'iu');
const OTHER_ONE = wordingPattern('otherOne', 'giu');
const FRAGMENT_WORD = wordingPattern('fragmentWord', 'giu');
/** A question that only names an attribute or a code asks for no more than what the question before asked. */
const OF_FRAGMENTS: ReadonlySet<Question['intent']> = new Set(['unknown', 'specification', 'alarm-code']);
const NOUNS_OF_ASKING = askingWords('specification');

/** Reads what a question names; `known` are the places where it names what documents are about. */
export function readTurn(question: Question, known: readonly { readonly start: number; readonly end: number }[]): Turn {
  const names = namesIn(question, known);
  const phrases = phrasesIn(question, names);
  const { text, terms, quantities, scope } = question;
  const time = scope.time === undefined ? [] : [scope.time];
  const named = [...names, ...phrases, ...terms.filter(({ member }) => member !== undefined), ...quantities, ...time];
  const rest = [...blanked(maskSpans(text, named)).matchAll(/\p{L}+/gu)];
  const isMarked = FRAGMENT_MARK.test(text) && !INTERROGATIVE.test(text);
  const isFragment = isMarked || (OF_FRAGMENTS.has(question.intent) && rest.every(({ 0: word }) => NOUNS_OF_ASKING.has(fold(word))));
  const pieces = [...named, ...rest.map(({ 0: word, index }) => ({ start: index, end: index + word.length }))];
  const start = Math.min(text.length, ...pieces.map((piece) => piece.start));
  const end = Math.max(start, ...pieces.map((piece) => piece.end));
  const isBareAsking = phrases.length === 1 && rest.length > 0 && !/\p{L}/u.test(blanked(maskSpans(text, named)).replace(BARE_ASKING, ' '));
  const isOtherOne =
    text.search(OTHER_ONE) >= 0 &&
    !/\p{L}/u.test(
      blanked(
        maskSpans(
          text.replace(OTHER_ONE, (words) => ' '.repeat(words.length)),
          named,
        ),
      ),
    );
  const lead = text.slice(0, start);
  return { question, names, phrases, lead, isOtherOne, isBareAsking, ...(isFragment ? { fragment: text.slice(start, end) } : {}) };
}

/** Without the words that a fragment may hold, offsets kept. */
function blanked(text: string): string {
  return text.replace(FRAGMENT_WORD, (word) => ' '.repeat(word.length));
}
