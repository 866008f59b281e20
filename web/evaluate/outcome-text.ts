import type { Speak } from '../languages/speak.ts';
import { wordsFor } from '../languages/words.ts';

/** What became of a case, in the words of the page; a word of a suite that it does not know stays as it is. */
export function outcomeText(words: Speak, outcome: string): string {
  const rank = /^rank (\d+)$/u.exec(outcome)?.[1];
  if (rank !== undefined) return words('graded.rank', { rank });
  const graded = wordsFor(words, 'graded', outcome);
  return graded === outcome ? wordsFor(words, 'verdict', outcome) : graded;
}
