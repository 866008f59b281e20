import { sha256 } from '../../../kernel/index.ts';

/** What both a blank-splitting tokenizer and a term of the index (32,766 bytes at most) take as it is. */
const PLAIN = /^[^\s\p{C}]{1,200}$/u;
/** A private character begins the others, which no plain token can hold. */
const MARK = '\u{E000}';

/** A token or identifier as it stands in the index; two different ones never have the same term. */
export function termOf(token: string): string {
  return isPlain(token) ? token : MARK + sha256(JSON.stringify(token));
}

export function isPlain(token: string): boolean {
  return PLAIN.test(token);
}
