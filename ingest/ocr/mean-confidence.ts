import type { RecognisedWord } from './text-recogniser.ts';

/** Over the characters of words, from 0 to 1; 0 of none. */
export function meanConfidence(words: readonly Pick<RecognisedWord, 'symbols' | 'confidence'>[]): number {
  let [sum, count] = [0, 0];
  for (const { symbols, confidence } of words) {
    sum += symbols.length * confidence;
    count += symbols.length;
  }
  return count === 0 ? 0 : sum / count;
}
