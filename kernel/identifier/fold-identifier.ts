import { foldLookAlikes } from './look-alikes.ts';

const KEPT = /[\p{L}\p{N}\p{M}]/u;
const DIGIT = /\p{N}/u;

/**
 * Matching form of a code: every letter and digit kept; case, width and separators between a letter and a digit dropped; letters
 * of another alphabet that look like Latin ones are those (Cyrillic `Р-506A` is `P506A`), while `O` and `0` stay two.
 * A separator between two digits or two letters stays, as `-`: `P-1-01` (P1-01) is not `P-101` (P101).
 */
export function foldIdentifier(text: string): string {
  const plain = foldLookAlikes(text.normalize('NFKC').toUpperCase().normalize('NFKC'));
  let folded = '';
  let last = '';
  let gap = false;
  for (const character of plain) {
    if (!KEPT.test(character)) {
      gap = last !== '';
      continue;
    }
    if (gap && DIGIT.test(last) === DIGIT.test(character)) folded += '-';
    folded += character;
    last = character;
    gap = false;
  }
  return folded;
}
