import type { Box } from '../../kernel/index.ts';
import { enclose, type Glyph, isWhite, isWide } from './glyph.ts';
import { type DrawnLine, inScriptOrder, isScriptSize, joinScripts, raisedSigns, withoutScripts } from './scripts.ts';

/** Characters that stand on one line without a wide gap: a word of a table, or a whole line of prose. */
export interface Piece extends Box {
  /** Left to right, white space only between others. Turned text keeps its drawing order. */
  readonly glyphs: readonly Glyph[];
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly turned: boolean;
}

/** A gap of this many ems splits two pieces: wider than any space between words, narrower than a gutter. */
const WIDE_GAP = 0.85;
/** Base lines within this part of the size are one line. */
const SAME_LINE = 0.3;

/** Groups the glyphs of a region into pieces, ordered by line and then by place in the line. */
export function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const level = glyphs.filter((glyph) => !glyph.turned);
  const turned = glyphs.filter((glyph) => glyph.turned);
  return [...linesOf(level).flatMap(splitAtGaps), ...turnedPieces(turned)];
}

/** The same glyphs, numbers and marks of notes that stand raised at a letter or digit in the characters that are raised by themselves. */
export function withRaisedSigns(glyphs: readonly Glyph[]): readonly Glyph[] {
  const raised = new Map(drawnLines(glyphs.filter(({ turned }) => !turned)).flatMap((line) => [...raisedSigns(line)]));
  return raised.size === 0 ? glyphs : glyphs.map((glyph) => ({ ...glyph, text: raised.get(glyph) ?? glyph.text }));
}

/** Lines of level text, top to bottom: each a list of glyphs from left to right. */
function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  return drawnLines(glyphs).map(inScriptOrder);
}

function drawnLines(glyphs: readonly Glyph[]): readonly DrawnLine[] {
  const solid = glyphs.filter((glyph) => !isWhite(glyph.text));
  const lines: DrawnLine[] = [];
  const bySize = [...solid].sort((a, b) => b.size - a.size || a.baseline - b.baseline || a.x0 - b.x0);
  const buckets = new Map<number, DrawnLine[]>();
  for (const glyph of bySize) {
    let best: DrawnLine | undefined;
    let bestDistance = Number.POSITIVE_INFINITY;
    const row = Math.round(glyph.baseline / 10);
    for (let offset = -2; offset <= 2; offset += 1) {
      for (const line of buckets.get(row + offset) ?? []) {
        const distance = Math.abs(line.baseline - glyph.baseline);
        if (distance < bestDistance && belongs(glyph, line, distance)) {
          best = line;
          bestDistance = distance;
        }
      }
    }
    if (best === undefined) {
      best = { baseline: glyph.baseline, size: glyph.size, glyphs: [] };
      lines.push(best);
      const bucket = buckets.get(row);
      if (bucket === undefined) buckets.set(row, [best]);
      else bucket.push(best);
    }
    best.glyphs.push(glyph);
  }
  const joined = joinScripts(lines);
  for (const white of glyphs) {
    if (!isWhite(white.text)) continue;
    const row = Math.round(white.baseline / 10);
    const line = [-1, 0, 1]
      .flatMap((offset) => buckets.get(row + offset) ?? [])
      .find((one) => Math.abs(one.baseline - white.baseline) < 0.5);
    line?.glyphs.push(white);
  }
  return joined.sort((a, b) => a.baseline - b.baseline);
}

/** Equal base line, or a smaller raised or lowered sign whose neighbour is on the line (`m³`, `H₂O`). */
function belongs(glyph: Glyph, line: { readonly size: number; readonly glyphs: readonly Glyph[] }, distance: number): boolean {
  if (distance <= SAME_LINE * Math.min(line.size, glyph.size)) return true;
  if (!isScriptSize(glyph.size, line, distance)) return false;
  return line.glyphs.some((other) => glyph.x0 - other.x1 < 0.5 * line.size && other.x0 - glyph.x1 < 0.5 * line.size);
}

function splitAtGaps(line: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  let current: Glyph[] = [];
  let right = Number.NEGATIVE_INFINITY;
  let size = 0;
  const flush = () => {
    const piece = makePiece(current);
    if (piece !== undefined) pieces.push(piece);
    current = [];
  };
  for (const glyph of line) {
    if (isWhite(glyph.text)) {
      if (current.length > 0) current.push(glyph);
      continue;
    }
    if (current.length > 0 && glyph.x0 - right > WIDE_GAP * Math.min(size, glyph.size)) flush();
    current.push(glyph);
    right = current.length === 1 ? glyph.x1 : Math.max(right, glyph.x1);
    size = glyph.size;
  }
  flush();
  return pieces;
}

/** A gap of this many ems may be a narrow gutter, where lines of two columns stand at one height; one between words may be as wide. */
const NARROW_GAP = 0.5;

/** Where what stands behind gaps of a level piece that may be gutters begins. Each space of a listing is as wide; Chinese is of one width too. */
export function gapStarts({ glyphs, size, turned }: Piece): readonly number[] {
  const ofCode = glyphs.filter(({ mono, text }) => mono === true && !isWide(text));
  if (turned || ofCode.length > glyphs.length / 2) return [];
  const starts: number[] = [];
  let right = Number.POSITIVE_INFINITY;
  for (const glyph of glyphs) {
    if (isWhite(glyph.text)) continue;
    if (glyph.x0 - right > NARROW_GAP * size) starts.push(glyph.x0);
    right = right === Number.POSITIVE_INFINITY ? glyph.x1 : Math.max(right, glyph.x1);
  }
  return starts;
}

/** The two parts of a piece of which the second begins at one of its `gapStarts`. */
export function partedPiece(piece: Piece, start: number): readonly Piece[] {
  const at = piece.glyphs.findIndex(({ text, x0 }) => x0 === start && !isWhite(text));
  return [piece.glyphs.slice(0, at), piece.glyphs.slice(at)].flatMap((glyphs) => makePiece(glyphs) ?? []);
}

/** Text on a slant or on its side: one piece for each run that is drawn without a break. */
function turnedPieces(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  let current: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = current.at(-1);
    const limit = 2 * glyph.size;
    const far =
      last !== undefined && (gap(last.x0, last.x1, glyph.x0, glyph.x1) > limit || gap(last.y0, last.y1, glyph.y0, glyph.y1) > limit);
    if (far) {
      const piece = makePiece(current);
      if (piece !== undefined) pieces.push(piece);
      current = [];
    }
    if (current.length > 0 || !isWhite(glyph.text)) current.push(glyph);
  }
  const piece = makePiece(current);
  if (piece !== undefined) pieces.push(piece);
  return pieces;
}

function gap(from0: number, from1: number, to0: number, to1: number): number {
  return Math.max(to0 - from1, from0 - to1, 0);
}

/** A piece of glyphs in reading order, white space at its ends cut off; none when nothing solid is left. */
export function makePiece(glyphs: readonly Glyph[]): Piece | undefined {
  let end = glyphs.length;
  while (end > 0 && isWhite(glyphs[end - 1]?.text ?? '')) end -= 1;
  const kept = glyphs.slice(0, end);
  const solid = kept.filter((glyph) => !isWhite(glyph.text));
  const box = enclose(solid);
  const first = solid[0];
  if (box === undefined || first === undefined) return undefined;
  const sizes = withoutScripts(solid)
    .map((glyph) => glyph.size)
    .sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] ?? first.size;
  const bold = solid.filter((glyph) => glyph.bold).length > solid.length * 0.8;
  const main = solid.find((glyph) => Math.abs(glyph.size - size) < 0.5) ?? first;
  return { ...box, glyphs: kept, baseline: main.baseline, size, bold, turned: first.turned };
}

/** Plain text of a piece, for what asks what it says; passages take their text from `TextBuilder`. */
export function pieceText(piece: Piece): string {
  let text = '';
  // Asked of the text itself, it would be put together anew for each glyph.
  let isSpaced = false;
  let previous: Glyph | undefined;
  const space = spaceWidth(piece.glyphs);
  for (const glyph of piece.glyphs) {
    if (previous !== undefined && needsSpace(previous, glyph, space) && !isSpaced) {
      text += ' ';
      isSpaced = true;
    }
    if (!isSpaced || !isWhite(glyph.text)) {
      text += glyph.text;
      if (glyph.text !== '') isSpaced = glyph.text.endsWith(' ');
    }
    if (!isWhite(glyph.text)) previous = glyph;
  }
  return text;
}

/** A raised number that stands no further behind a digit, in sizes of it, is its exponent or a note's mark. */
export const EXPONENT_GAP = 0.5;
const RAISED_SIGN = /^[⁺⁻⁰¹²³⁴-⁹]/u;
/** In ems: the least space between words, the same in a line that is set tight, and the most room between letters of one word there. */
const SPACE = { usual: 0.22, tight: 0.12, letters: 0.06 } as const;

/**
 * How wide a gap within these glyphs is a space that was not drawn, in ems. A line that is squeezed to its right edge has narrower ones,
 * which nothing but letters that stand close tells apart.
 */
export function spaceWidth(glyphs: readonly Glyph[]): number {
  const solid = glyphs.filter(({ text }) => !isWhite(text));
  const gaps = solid.slice(1).flatMap((glyph, index) => {
    const before = solid[index];
    if (before === undefined || isWide(before.text) || isWide(glyph.text)) return [];
    return [(glyph.x0 - before.x1) / Math.min(before.size, glyph.size)];
  });
  const close = gaps.filter((gap) => gap < SPACE.letters).length;
  const isParted = gaps.every((gap) => gap < SPACE.letters || gap > SPACE.tight);
  return isParted && close > gaps.length / 2 ? SPACE.tight : SPACE.usual;
}

/** Whether a sign is a raised one at a digit. */
export function isExponent(before: string, sign: string): boolean {
  return RAISED_SIGN.test(sign) && /\d$/u.test(before);
}

/** Whether the gap between two neighbours of a line is a space of at least so many ems that was not drawn. */
export function needsSpace(left: Glyph, right: Glyph, space: number): boolean {
  if (left.turned || right.turned) return false;
  const least = isExponent(left.text, right.text) ? EXPONENT_GAP : isWide(left.text) || isWide(right.text) ? SPACE.usual : space;
  return right.x0 - left.x1 > least * Math.min(left.size, right.size);
}
