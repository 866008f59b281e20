/** Three words one after the other, or four Chinese characters. */
const PROSE = /(?<!\p{L})(?:\p{L}{2,}['’]?[\s,.;:()/-]+){2}\p{L}{2,}|\p{sc=Han}{4}/u;

/** Whether a text says something in words, as running text does and a formula, a listing or a short cell does not. */
export function isProse(text: string): boolean {
  return PROSE.test(text);
}
