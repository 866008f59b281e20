import * as en from './en/function-words.ts';
import * as zh from './zh/function-words.ts';

/** Words of all languages that carry the form of a question and no subject, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = setOf(en.FUNCTION_WORDS, zh.FUNCTION_WORDS);

/** Words for things and people in general. */
export const GENERIC_NOUNS: ReadonlySet<string> = setOf(en.GENERIC_NOUNS, zh.GENERIC_NOUNS);

const byIntent = new Map(
  [...new Set([...Object.keys(en.ASKING_WORDS), ...Object.keys(zh.ASKING_WORDS)])].map((intent) => [
    intent,
    setOf(en.ASKING_WORDS[intent] ?? '', zh.ASKING_WORDS[intent] ?? ''),
  ]),
);
const ALL: ReadonlySet<string> = new Set([...byIntent.values()].flatMap((words) => [...words]));

/** Nouns and verbs by which an intent is asked. Without an intent those of all: then nothing tells which of them are the subject. */
export function askingWords(intent?: string): ReadonlySet<string> {
  return intent === undefined ? ALL : (byIntent.get(intent) ?? ALL);
}

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

/** Forms that ask for a measure by an adjective (`how high`, 多高), on folded text. */
export const DEGREE_FORMS = new RegExp(`${en.DEGREE_FORMS}|${zh.DEGREE_FORMS}`, 'gu');
