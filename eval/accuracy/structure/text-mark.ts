import { fold, sha256 } from '../../../kernel/index.ts';

/** UTF-16 units of the folded text that a mark is made of. */
const MARKED = 24;
const HEX_DIGITS = 16;
/** Between words or cells; says nothing of which text it is. */
const BETWEEN = /[\s|]+/gu;

/**
 * Stands for the opening of a text without giving it: hash of its first 24 folded characters, white space and bars between cells
 * left out. Texts that open alike have one mark.
 */
export function textMark(text: string, length = MARKED): string {
  return markOf(markedText(text).slice(0, length));
}

/** What marks are made of: the folded text without what stands between words or cells. */
export function markedText(text: string): string {
  return fold(text).replace(BETWEEN, '');
}

/** The mark of a stretch of marked text. */
export function markOf(stretch: string): string {
  return sha256(stretch).slice(0, HEX_DIGITS);
}

/** A mark taken apart: how many units of marked text it is of, and their hash. */
export function readMark(mark: string): { readonly hash: string; readonly length: number } {
  const [hash = '', length] = mark.split(':');
  return { hash, length: length === undefined ? MARKED : Number(length) };
}

/** Whether a text opens as a mark says; a mark with a length (`…:5`) is of a text that ends there, as the first cell of a row does. */
export function hasMark(text: string, mark: string): boolean {
  const { hash, length } = readMark(mark);
  return textMark(text, length) === hash;
}
