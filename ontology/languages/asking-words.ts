import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_ROLES } from '../vocabularies/column-headers.ts';
import * as en from './en/function-words.ts';
import * as zh from './zh/function-words.ts';

/** Words of all languages that carry the form of a question and no subject, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = setOf(en.FUNCTION_WORDS, zh.FUNCTION_WORDS);

/** Words for things and people in general. */
export const GENERIC_NOUNS: ReadonlySet<string> = setOf(en.GENERIC_NOUNS, zh.GENERIC_NOUNS);

/** Columns whose cells an intent asks for: by what tables call them one asks too. */
const ASKED_COLUMN: Readonly<Record<string, ColumnRole>> = { 'part-or-tool': 'part-number' };

const listed = new Map(
  [...new Set([...Object.keys(en.ASKING_WORDS), ...Object.keys(zh.ASKING_WORDS)])].map((intent) => [
    intent,
    setOf(en.ASKING_WORDS[intent] ?? '', zh.ASKING_WORDS[intent] ?? ''),
  ]),
);
const ALL: ReadonlySet<string> = new Set([...listed.values()].flatMap((words) => [...words]));
const byIntent = new Map([...listed].map(([intent, words]) => [intent, new Set([...words, ...headersOf(ASKED_COLUMN[intent])])]));

/** Nouns and verbs by which an intent is asked. Without an intent those of all: then nothing tells which of them are the subject. */
export function askingWords(intent?: string): ReadonlySet<string> {
  return intent === undefined ? ALL : (byIntent.get(intent) ?? ALL);
}

/** Headers of one word of columns with a role. */
function headersOf(role: ColumnRole | undefined): readonly string[] {
  return [...HEADER_ROLES].filter(([header, meant]) => meant === role && !header.includes(' ')).map(([header]) => header);
}

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

/** Forms that ask for a measure by an adjective (`how high`, 多高), on folded text. */
export const DEGREE_FORMS = new RegExp(`${en.DEGREE_FORMS}|${zh.DEGREE_FORMS}`, 'gu');
