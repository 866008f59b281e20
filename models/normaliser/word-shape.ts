const LONGEST_PREFIX = 3;
const CODE_START = new RegExp(`(?<![a-z])[a-z]{1,${LONGEST_PREFIX}}(?=\\d)`, 'g');
const DIGITS = /\d+/g;

/** How a word is written, letters and digits of any kind alike: `Xx-0`. Repeats are shown once. */
export function wordShape(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, 'X')
    .replace(/\p{Ll}+/gu, 'x')
    .replace(DIGITS, (digits) => '0'.repeat(Math.min(digits.length, LONGEST_PREFIX)))
    .slice(0, 12);
}

/** A lower-case word with its numbers put aside: `250hr` as `0hr`, so that what is known of one number holds for all. */
export function numberTemplate(lower: string): string {
  return lower.replace(DIGITS, '0');
}

/** A lower-case word with the short letters before its numbers put aside as well: `ab123-pump` as `a0-pump`. */
export function codeTemplate(lower: string): string {
  return lower.replace(CODE_START, 'A').replace(DIGITS, '0');
}
