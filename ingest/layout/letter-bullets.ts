import type { Glyph, Mark } from './glyph.ts';
import { hasWord } from './has-word.ts';
import { type Piece, piecesOf, pieceText } from './pieces.ts';

/** Word processors set a small o of fixed pitch before items of the second level. On a scan its size is not told. */
const LETTER = { drawn: /^o$/u, recognised: /^[oO]$/u } as const;
/** From such a letter to the words of its item, in sizes: more than a space, less than to the next column. */
const GAP = { least: 0.8, most: 3.2 } as const;
const SAME_LINE = 0.3;

/** Glyphs without letters that are bullets, and these as shapes. */
export function takeLetterBullets(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly bullets: readonly Mark[] } {
  if (!glyphs.some(isLetter)) return { glyphs, bullets: [] };
  const pieces = piecesOf(glyphs);
  const taken = new Set<Glyph>();
  pieces.forEach((piece, at) => {
    const [letter] = piece.glyphs;
    if (letter === undefined || piece.glyphs.length > 1 || !isLetter(letter)) return;
    // Pieces are in the order of their lines, so that only those beside it are looked at, however many a page has.
    const [before, after] = [pieces[at - 1], pieces[at + 1]].map((one) =>
      one !== undefined && Math.abs(one.baseline - piece.baseline) <= SAME_LINE * piece.size ? one : undefined,
    );
    const isApart = before === undefined || !isWithin(piece.x0 - before.x1, 0, GAP.most, piece);
    const says = after !== undefined && isWithin(after.x0 - piece.x1, GAP.least, GAP.most, piece) && hasWord(pieceText(after));
    if (isApart && says) taken.add(letter);
  });
  const bullets = [...taken].map(({ x0, y0, x1, y1 }): Mark => ({ x0, y0, x1, y1, filled: false }));
  return taken.size === 0 ? { glyphs, bullets } : { glyphs: glyphs.filter((glyph) => !taken.has(glyph)), bullets };
}

function isLetter({ text, mono, recognised, turned }: Glyph): boolean {
  if (turned) return false;
  return recognised === undefined ? mono === true && LETTER.drawn.test(text) : LETTER.recognised.test(text);
}

function isWithin(gap: number, least: number, most: number, { size }: Piece): boolean {
  return gap >= least * size && gap <= most * size;
}
