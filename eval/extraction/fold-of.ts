import { hashParts } from '../../kernel/index.ts';

/** Which of `folds` parts a text belongs to. Equal texts, whatever their case and order in a file, are in one. */
export function foldOf(words: readonly string[], folds: number): number {
  return Number.parseInt(hashParts([words.join(' ').toLowerCase()]).slice(0, 8), 16) % folds;
}
