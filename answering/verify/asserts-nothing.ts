/** Of what holds no word, and of what asks: whoever wrote it, nothing is asserted. */
export function assertsNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || /[?？]\s*$/u.test(text);
}
