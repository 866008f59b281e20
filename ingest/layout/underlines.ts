import { type Glyph, isWhite, type Stroke } from './glyph.ts';

/** How far below its words a line may be drawn under them, in sizes, and how far it may stand out, in points. */
const BELOW = 0.3;
const SAME_END = 1.5;

/**
 * Level strokes without those drawn under words: such a line begins and ends with the words, as the line of a table never does, whose
 * cells have space around their text.
 */
export function withoutUnderlines(level: readonly Stroke[], glyphs: readonly Glyph[]): Stroke[] {
  const solid = glyphs.filter(({ text, turned }) => !turned && !isWhite(text));
  return level.filter((stroke) => {
    const above = solid.filter(
      (glyph) =>
        stroke.at >= glyph.baseline - 0.1 * glyph.size &&
        stroke.at - glyph.baseline <= BELOW * glyph.size &&
        glyph.x1 > stroke.from &&
        glyph.x0 < stroke.to,
    );
    if (above.length < 2) return true;
    const from = Math.min(...above.map(({ x0 }) => x0));
    const to = Math.max(...above.map(({ x1 }) => x1));
    return Math.abs(from - stroke.from) > SAME_END || Math.abs(to - stroke.to) > SAME_END;
  });
}
