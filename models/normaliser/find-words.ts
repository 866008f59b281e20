/** A word of a text, by places in it. */
export interface TextWord {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const WORDS = /\p{Script=Han}+|(?:(?!\p{Script=Han})\S)+/gu;

/** Words as logs part them: by blanks, and where Chinese characters meet others (`更换brg` are two). */
export function findWords(text: string): TextWord[] {
  return [...text.matchAll(WORDS)].map(({ 0: raw, index }) => ({ raw, start: index, end: index + raw.length }));
}
