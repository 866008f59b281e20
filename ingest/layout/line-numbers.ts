import type { Box } from '../../kernel/index.ts';
import type { Glyph } from './glyph.ts';
import { piecesOf, pieceText } from './pieces.ts';
import { type Row, rowText } from './rows.ts';

/** Lines that count on with their numbers show a listing from so many. */
const LEAST_LINES = 5;
/** Lines between two numbers that are seen: others are empty, or so short that they were not recognised. */
const MOST_SKIPPED = 4;
/** Numbers of lines end at one place and stand on lines of one pitch, within these parts of their size and of the pitch. */
const SAME_END = 0.3;
const SAME_PITCH = 0.12;

/** The number before a line, or of an empty one. */
const NUMBER = /^(\d{1,5})(?:\s|$)/u;

/** From the box of a listing to the numbers of its lines, in their size. */
const BESIDE = 2;

/** The numbers of lines that stand outside the box of their listing, on its left. */
export function numbersBeside(box: Box, glyphs: readonly Glyph[]): readonly Glyph[] {
  const near = glyphs.filter(
    ({ text, x1, y0, y1, size }) =>
      /^\d$/u.test(text) && x1 <= box.x0 && x1 > box.x0 - BESIDE * size && y0 >= box.y0 - size && y1 <= box.y1 + size,
  );
  const numbers = piecesOf(near).map((piece) => ({ piece, number: Number(pieceText(piece)) }));
  const counts = numbers.every(({ number }, at) => at === 0 || number === (numbers[at - 1]?.number ?? number) + 1);
  return counts && numbers.length > 1 ? numbers.flatMap(({ piece }) => piece.glyphs) : [];
}

interface CountedLine {
  readonly row: Row;
  readonly number: number;
  /** Where the digits end, in points. */
  readonly end: number;
  readonly baseline: number;
  readonly alone: boolean;
}

/**
 * The rows, those listed that bear the numbers of lines, as printed programs and logs do: each number by as many more than the last as lines
 * of one pitch lie between, so that empty lines count. Numbers of steps and of rows count what is said, never what is empty. They are
 * taken to be as large as the longest of them, and to stand where their numbers do.
 *
 * @param rows top to bottom.
 */
export function withLineNumbers(rows: readonly Row[]): readonly Row[] {
  const listed = new Map<Row, Row>();
  let run: CountedLine[] = [];
  const end = (): void => {
    const longest = run.reduce<CountedLine | undefined>((best, line) => (lengthOf(line) > lengthOf(best) ? line : best), undefined);
    if (longest !== undefined && isListing(run))
      for (const { row, baseline } of run) listed.set(row, { ...row, listed: true, size: longest.row.size, baseline });
    run = [];
  };
  for (const row of rows) {
    const line = countedLine(row);
    if (line === undefined || !goesOn(run, line)) end();
    if (line !== undefined) run.push(line);
  }
  end();
  return rows.map((row) => listed.get(row) ?? row);
}

function lengthOf(line: CountedLine | undefined): number {
  return line?.row.pieces.reduce((sum, { glyphs }) => sum + glyphs.length, 0) ?? 0;
}

function countedLine(row: Row): CountedLine | undefined {
  const digits = NUMBER.exec(rowText(row))?.[1];
  const first = row.pieces[0];
  if (digits === undefined || first === undefined || first.turned) return undefined;
  const last = first.glyphs[digits.length - 1];
  if (last === undefined) return undefined;
  return {
    row,
    number: Number(digits),
    end: last.x1,
    baseline: first.baseline,
    alone: row.pieces.length === 1 && pieceText(first) === digits,
  };
}

function goesOn(run: readonly CountedLine[], line: CountedLine): boolean {
  const [before, last] = [run.at(-2), run.at(-1)];
  if (last === undefined) return true;
  const lines = line.number - last.number;
  if (lines < 1 || lines > MOST_SKIPPED || Math.abs(line.end - last.end) > SAME_END * line.row.size) return false;
  return before === undefined || Math.abs(pitch(last, line) - pitch(before, last)) <= SAME_PITCH * pitch(before, last);
}

function pitch(one: CountedLine, next: CountedLine): number {
  return (next.baseline - one.baseline) / (next.number - one.number);
}

function isListing(run: readonly CountedLine[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < LEAST_LINES) return false;
  const skips = last.number - first.number >= run.length;
  return skips || run.slice(0, -1).some(({ alone }) => alone);
}
