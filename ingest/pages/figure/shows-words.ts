import type { Box } from '../../../kernel/index.ts';

/** Width to height of a place of text from which it holds a word or more: marks of parts, single letters and numbers are about square. */
const WORDED = 2.5;
/** Heights of lines that words are long together at the least: about one short sentence, or the names of two columns. */
const LEAST = 6;

/** Whether lines found in a picture are words that are worth reading, and not marks of what is drawn alone. */
export function showsWords(lines: readonly Box[]): boolean {
  const long = lines.map(({ x0, y0, x1, y1 }) => (x1 - x0) / Math.max(1, y1 - y0)).filter((length) => length >= WORDED);
  return long.reduce((sum, length) => sum + length, 0) >= LEAST;
}
