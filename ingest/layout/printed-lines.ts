import { applied, turned } from '../drawings/model/transform.ts';
import type { PrintedLine } from '../drawings/pdf/painted-page.ts';
import type { Glyph } from './glyph.ts';
import { type Piece, piecesOf, pieceText } from './pieces.ts';

/** The lines of text of a page, in whatever direction they run, cut at wide gaps. */
export function printedLines(glyphs: readonly Glyph[]): readonly PrintedLine[] {
  const level: Glyph[] = [];
  const downwards: Glyph[] = [];
  const byTurn = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (!glyph.turned) level.push(glyph);
    else if (glyph.level === undefined) downwards.push(glyph);
    else {
      const { turn, ...place } = glyph.level;
      const own = byTurn.get(turn);
      const upright = { ...glyph, ...place, turned: false };
      if (own === undefined) byTurn.set(turn, [upright]);
      else own.push(upright);
    }
  }
  return [
    ...piecesOf(level).map((piece) => lineOf(piece, 0)),
    ...[...byTurn].flatMap(([turn, own]) => piecesOf(own).map((piece) => lineOf(piece, turn))),
    ...piecesOf(downwards).map(lineDown),
  ];
}

function lineOf(piece: Piece, turn: number): PrintedLine {
  const at = applied(turned(-turn), { x: piece.x0, y: piece.baseline });
  return { text: pieceText(piece), at, width: piece.x1 - piece.x0, size: piece.size, rotation: turn };
}

/** Characters set upright under each other. */
function lineDown(piece: Piece): PrintedLine {
  const { x0, y0, y1, size } = piece;
  return { text: pieceText(piece), at: { x: x0, y: y0 }, width: y1 - y0, size, rotation: 270 };
}
