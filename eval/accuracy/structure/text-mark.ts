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
  return sha256(fold(text).replace(BETWEEN, '').slice(0, length)).slice(0, HEX_DIGITS);
}

/** Whether a text opens as a mark says; a mark with a length (`…:5`) is of a text that ends there, as the first cell of a row does. */
export function hasMark(text: string, mark: string): boolean {
  const [hash, length] = mark.split(':');
  return textMark(text, length === undefined ? MARKED : Number(length)) === hash;
}
