import { type Filter, fold } from '../../kernel/index.ts';
import { recordPhrases, stemEnglish } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import { anyOf } from './condition.ts';
import { freeTokens } from './figure-shape.ts';
import type { LogDocument } from './log-columns.ts';
import type { Sentence } from './sentence.ts';
import { isPlain, type Token } from './token.ts';

const WORD = `(?:${recordPhrases('collection').join('|')})(?!\\p{sc=Latin})`;
const BESIDE = new RegExp(`^\\s?${WORD}`, 'u');
const ANYWHERE = new RegExp(WORD, 'u');

/** The documents that a question names before a word for such (`in the excavator log`), and the words that do. */
export interface NamedCollection {
  readonly documents: readonly LogDocument[];
  readonly words: readonly string[];
  /** None where all rows are of them. */
  readonly filter?: Filter;
}

/** Whether a question may call a log by its name, so that the names of documents are worth reading. */
export function mayNameCollection({ text }: Pick<Question, 'text'>): boolean {
  return ANYWHERE.test(fold(text));
}

/** Words that nothing else has taken up and by which documents of the log are called; they are taken. */
export function readCollection(sentence: Sentence, { text }: Question): NamedCollection | undefined {
  const { documents } = sentence.log;
  const folded = fold(text);
  const naming: Token[] = [];
  for (const token of [...freeTokens(sentence)].reverse()) {
    const next = naming.at(-1);
    const isBeside = BESIDE.test(folded.slice(token.end)) || (next !== undefined && next.start - token.end <= 1);
    if (isBeside && isPlain(token) && token.fields.length === 0 && documents.some((one) => isCalled(one, token))) naming.push(token);
  }
  const named = documents.filter((one) => naming.every((token) => isCalled(one, token)));
  if (naming.length === 0 || named.length === 0) return undefined;
  sentence.take(...naming);
  const words = naming.map((token) => token.text);
  if (named.length === documents.length) return { documents: named, words };
  return { documents: named, words, filter: anyOf(named.map(({ id }) => ({ kind: 'document', id }) as const)) };
}

function isCalled({ words }: LogDocument, { text }: Token): boolean {
  return words.has(stemEnglish(fold(text)));
}
