import { parseNumeral } from '../../../kernel/index.ts';

/** What an item of a list opens with, as far as its place in the list depends on it. */
export interface ItemMark {
  /** The mark with its number taken out: `#)`, `a.`, `•`; items of one list share it. */
  readonly style: string;
  /** What its number can be read as (`i)` is nine and one); empty for a bullet. */
  readonly values: readonly number[];
}

const FIRST_NEGATIVE_CIRCLE = 0x2776;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 };
const LETTER_A = 96;

/** The mark of an item that opens with `opening` (`2)`, `Step 2:`), in which `marker` is its number or letter. */
export function numberedMark(opening: string, marker: string): ItemMark {
  const at = opening.indexOf(marker);
  const style = `${opening.slice(0, at)}${kindOf(marker)}${opening.slice(at + marker.length)}`.normalize('NFKC').replace(/\s+/gu, '');
  return { style: style.toLowerCase(), values: valuesOf(marker) };
}

/** The mark of an item that opens with a bullet, drawn or written. */
export function bulletMark(bullet: string): ItemMark {
  return { style: `bullet ${bullet.trim()}`, values: [] };
}

/** Whether an item with `next` is the one after that with `last`. */
export function follows(last: ItemMark, next: ItemMark): boolean {
  return last.style === next.style && last.values.some((value) => next.values.includes(value + 1));
}

function kindOf(marker: string): string {
  if (/^[a-z]+$/u.test(marker)) return 'a';
  if (/^[A-Z]+$/u.test(marker)) return 'A';
  return marker.includes('.') ? marker.replace(/\d+/gu, '#') : circled(marker) === undefined ? '#' : '(#)';
}

function valuesOf(marker: string): number[] {
  if (marker.includes('.')) return [Number(marker.split('.').at(-1))];
  const number = circled(marker) ?? parseNumeral(marker);
  if (number !== undefined) return [number];
  const letters = marker.toLowerCase();
  const roman = ROMAN[letters];
  const letter = letters.length === 1 ? [(letters.codePointAt(0) ?? LETTER_A) - LETTER_A] : [];
  return roman === undefined ? letter : [...letter, roman];
}

function circled(marker: string): number | undefined {
  const code = marker.codePointAt(0) ?? 0;
  if (code >= FIRST_NEGATIVE_CIRCLE && code < FIRST_NEGATIVE_CIRCLE + 10) return code - FIRST_NEGATIVE_CIRCLE + 1;
  const plain = marker.normalize('NFKC').replace(/[()]/gu, '');
  return plain !== marker && /^\d+$/u.test(plain) ? Number(plain) : undefined;
}
