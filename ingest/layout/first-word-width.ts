import { type Glyph, isWhite, isWide } from './glyph.ts';

/** A gap that parts two words, in sizes. */
const SPACE = 0.22;

/** Width of what cannot be parted at the start of a cell's line, in points: one Chinese character, or a word with what is written on to it. */
export function firstWordWidth(glyphs: readonly Glyph[]): number {
  const [first] = glyphs;
  if (first === undefined) return 0;
  if (isWide(first.text)) return first.x1 - first.x0;
  const end = glyphs.findIndex(({ text, x0 }, index) => isWhite(text) || x0 - (glyphs[index - 1]?.x1 ?? x0) > SPACE * first.size);
  return (glyphs[(end === -1 ? glyphs.length : end) - 1] ?? first).x1 - first.x0;
}
