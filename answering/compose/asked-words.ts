import { conceptById } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import { matchWords } from '../verify/match-words.ts';

/** Words of a question and of all names that the vocabulary has for what it asks about, in both languages. */
export function askedWords({ text, terms }: Pick<Question, 'text' | 'terms'>): ReadonlySet<string> {
  const names = terms.flatMap(({ concept }) => {
    const entry = concept === undefined ? undefined : conceptById(concept);
    return entry === undefined ? [] : [...entry.zh, ...entry.en];
  });
  return new Set([text, ...names].flatMap((words) => matchWords(words).map((word) => word.text)));
}
