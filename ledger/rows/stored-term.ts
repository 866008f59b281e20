import { sha256 } from '../../kernel/index.ts';

/** Longer ones are no words; no index of a server holds an entry of more than 2,700 bytes. */
const LONGEST_TERM = 256;

/** A token as it is counted: one that is too long for a key of the database by its beginning and its hash. */
export function storedTerm(token: string): string {
  return token.length <= LONGEST_TERM ? token : `${[...token].slice(0, LONGEST_TERM / 2).join('')}…${sha256(token)}`;
}
