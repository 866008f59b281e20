import type { Box } from '../../kernel/index.ts';
import { enclose, type Glyph, isWhite } from './glyph.ts';
import { type Piece, pieceText } from './pieces.ts';

/** Pieces that share a base line, left to right. */
export interface Row extends Box {
  readonly pieces: readonly Piece[];
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /**
   * Set in fonts whose characters are all equally wide, as listings are, but for the number of the line before it (digits or Chinese alone
   * often are too), or one of lines that are numbered.
   */
  readonly listed: boolean;
}

/** Puts pieces into rows, top to bottom. Turned pieces are rows of their own. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const groups: Piece[][] = [];
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  for (const piece of sorted) {
    const group = piece.turned ? undefined : groups.findLast((one) => sharesLine(one[0], piece));
    if (group === undefined) groups.push([piece]);
    else group.push(piece);
  }
  return groups.flatMap((group) => makeRow(group) ?? []).sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
}

function sharesLine(first: Piece | undefined, piece: Piece): boolean {
  if (first === undefined || first.turned) return false;
  return Math.abs(first.baseline - piece.baseline) <= 0.35 * Math.min(first.size, piece.size);
}

export function makeRow(pieces: readonly Piece[]): Row | undefined {
  const box = enclose(pieces);
  const ordered = [...pieces].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  const own = new Set(behindLineNumber(ordered.flatMap(({ glyphs }) => glyphs.filter(({ text }) => !isWhite(text)))));
  const longest = ordered
    .filter(({ glyphs }) => own.size === 0 || glyphs.some((glyph) => own.has(glyph)))
    .reduce<Piece | undefined>((best, piece) => (best === undefined || piece.glyphs.length > best.glyphs.length ? piece : best), undefined);
  if (box === undefined || longest === undefined) return undefined;
  const listed = [...own].every((glyph) => glyph.mono === true);
  return { ...box, pieces: ordered, baseline: longest.baseline, size: longest.size, bold: ordered.every((piece) => piece.bold), listed };
}

const DIGIT = /^\d$/u;
/** Digits of the number of a line. */
const LONGEST_NUMBER = 5;

/** The signs of a line without the digits at its start that are in another face than the one behind them. */
function behindLineNumber(signs: readonly Glyph[]): readonly Glyph[] {
  const from = signs.findIndex(({ text, mono }) => mono === true || !DIGIT.test(text));
  return from > 0 && from <= LONGEST_NUMBER && signs[from]?.mono === true ? signs.slice(from) : signs;
}

/** Text of a row with one space between its pieces. */
export function rowText(row: Row): string {
  return row.pieces.map(pieceText).join(' ');
}

/** Half way down a row, in points. */
export function middleOf({ y0, y1 }: Row): number {
  return (y0 + y1) / 2;
}
