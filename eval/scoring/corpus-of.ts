import { compareText, sha256 } from '../../kernel/index.ts';
import type { AnswerSet } from './answer-row.ts';

/**
 * What tells sets of answers apart that cannot be compared: the questions with their right answers, since contexts and answers are what is
 * measured of a system that is asked again. Where people labelled the answers, or a row has no question, it is all of the set.
 * @param ofFile SHA-256 of the file.
 */
export function corpusOf({ rows }: AnswerSet, ofFile: string): string {
  if (rows.some(({ question, isSupported }) => question === undefined || isSupported !== undefined)) return ofFile;
  const asked = [...rows].sort((a, b) => compareText(a.id, b.id)).map(({ id, question, reference }) => [id, question, reference ?? null]);
  return sha256(JSON.stringify(asked));
}
