import { enclose } from './glyph.ts';
import { type Piece, pieceText } from './pieces.ts';
import type { Row } from './rows.ts';

/** Numbers beside the lines of a page are told from so many. */
const LEAST_NUMBERS = 8;
/** They end or begin at one place, within this part of their size. */
const SAME_EDGE = 0.3;
/** Share of them that count on as the lines do: a line may be read as two on a scan. */
const COUNTED = 0.9;
/** Share of the numbered lines that go on a sentence of the line before. */
const GOING_ON = 0.15;
/** Share of the widest line from which a line was broken since it was full. */
const FULL = 0.75;
/** Lines from one number to the next at most. */
const EACH = 5;
/** Sizes that the widest line of running text is wide at least; names of parts are shorter. */
const LEAST_WIDTH = 20;

const NUMBER = /^\d{1,5}$/u;
const GOES_ON = /^[\p{Ll}\p{Script=Han}]/u;
const STOPPED = /[.:;!?。：；！？]$/u;

interface NumberedLine {
  readonly at: number;
  readonly number: number;
  readonly piece: Piece;
}

/** Where the numbers of lines stand in the margin, in points, and the last of them. */
export interface LineNumbering {
  readonly x0: number;
  readonly x1: number;
  readonly last: number;
}

/** Pieces of a page that number its lines in the margin, as contracts and specifications under review have them. */
export interface MarginNumbers {
  readonly pieces: readonly Piece[];
  readonly numbering?: LineNumbering;
}

/**
 * The numbers that count the lines of a page, all of them or each fifth, in the margin on the left of its text. Numbers of steps, of rows and
 * of parts do not stand amid sentences that go on from one line to the next.
 *
 * @param rows of the page without its furniture, top to bottom.
 * @param before the numbers of the page before: what goes on with them in their place is one, however few they are.
 */
export function marginNumbers(rows: readonly Row[], before?: LineNumbering): MarginNumbers {
  const candidates = rows.flatMap((row, at): NumberedLine[] => {
    const piece = row.pieces[0];
    const text = piece === undefined ? '' : pieceText(piece);
    return piece !== undefined && !piece.turned && NUMBER.test(text) ? [{ at, number: Number(text), piece }] : [];
  });
  const aligned = [alignedBy(candidates, ({ x1 }) => x1), alignedBy(candidates, ({ x0 }) => x0)];
  const found = aligned.find((lines) => goOn(lines, before) || areLineNumbers(lines, rows)) ?? [];
  const last = found.at(-1);
  return {
    pieces: found.map(({ piece }) => piece),
    ...(last === undefined ? {} : { numbering: { x0: last.piece.x0, x1: last.piece.x1, last: last.number } }),
  };
}

/** Whether numbers count on with those of the page before, at their place. */
function goOn(lines: readonly NumberedLine[], before: LineNumbering | undefined): boolean {
  const [first] = lines;
  if (before === undefined || first === undefined) return false;
  const on = first.number - before.last;
  if (on < 1 || on > EACH + first.at) return false;
  const near = SAME_EDGE * first.piece.size;
  const isThere = Math.abs(first.piece.x1 - before.x1) <= near || Math.abs(first.piece.x0 - before.x0) <= near;
  return isThere && lines.every((line) => line.number - first.number === line.at - first.at);
}

/** The most of them that have one edge at the same place. */
function alignedBy(lines: readonly NumberedLine[], edge: (piece: Piece) => number): readonly NumberedLine[] {
  const sorted = [...lines].sort((a, b) => edge(a.piece) - edge(b.piece));
  let best: readonly NumberedLine[] = [];
  let from = 0;
  sorted.forEach((line, to) => {
    while (edge(line.piece) - edge(sorted[from]?.piece ?? line.piece) > SAME_EDGE * line.piece.size) from += 1;
    if (to - from >= best.length) best = sorted.slice(from, to + 1);
  });
  return [...best].sort((a, b) => a.at - b.at);
}

function areLineNumbers(lines: readonly NumberedLine[], rows: readonly Row[]): boolean {
  if (lines.length < LEAST_NUMBERS) return false;
  const margin = enclose(lines.map(({ piece }) => piece))?.x1 ?? 0;
  const numbers = new Set(lines.map(({ piece }) => piece));
  const texts = rows.map(({ pieces }) => pieces.filter((piece) => !numbers.has(piece)));
  const text = enclose(texts.flat());
  if (text === undefined || text.x0 < margin) return false;
  const next = lines.slice(1).map((line, at) => [lines[at] ?? line, line] as const);
  const counted = next.filter(([before, line]) => line.number > before.number && line.number - before.number === line.at - before.at);
  if (counted.length < COUNTED * next.length) return false;
  const widest = text.x1 - margin;
  if (lines.some(({ piece }) => widest < LEAST_WIDTH * piece.size)) return false;
  const first = lines[0]?.at ?? 0;
  const last = lines.at(-1)?.at ?? 0;
  const goingOn = texts.slice(first + 1, last + 1).filter((pieces, at) => {
    const before = texts[first + at] ?? [];
    const start = pieces[0];
    const end = before.at(-1);
    return start !== undefined && end !== undefined && goesOn(pieceText(end), pieceText(start)) && end.x1 - margin >= FULL * widest;
  });
  return goingOn.length >= GOING_ON * (last - first);
}

function goesOn(before: string, text: string): boolean {
  return GOES_ON.test(text) && !STOPPED.test(before);
}
