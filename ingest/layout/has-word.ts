const WORD = /\p{L}{2}|\p{sc=Han}/u;

/** Whether a text has a word; a sign drawn beside the text may be read as a letter. */
export function hasWord(text: string): boolean {
  return WORD.test(text);
}
