import type { ExclusionReason } from '../../kernel/index.ts';
import { wording } from '../../ontology/index.ts';
import type { PageContent } from './glyph.ts';
import { headerAbove, tableGrids } from './gutter-grids.ts';
import { type Piece, pieceText } from './pieces.ts';
import { type Row, rowText } from './rows.ts';

/** A line at the head or foot of a page, with its digits masked. */
export interface EdgeLine {
  readonly text: string;
  readonly masked: string;
  readonly y: number;
  readonly foot: boolean;
  /** The number that stands apart at one of its ends, as that of the page does. */
  readonly pageNumber?: number;
  /** Numbers in pieces of their own at its ends, that of the page among them or that of a section before its title. */
  readonly outer?: readonly number[];
}

/** A line that recurs at one place: what a running header or footer is known by. */
export interface RunningLine {
  readonly masked: string;
  readonly y: number;
  readonly foot: boolean;
  /** The line as first read. */
  readonly text: string;
}

/** Share of the page's height at its head and foot in which running lines stand. */
const ZONE = 0.14;
/** How far apart, in points, a line and its like on another page may stand. */
export const SAME_PLACE = 4;
const PAGE_NUMBER = new RegExp(`^[-–—\\s|·.]*(?:${wording('pageNumber')})[-–—\\s|·.]*$`, 'iu');
/** UTF-16 units. */
const LONGEST_PAGE_NUMBER = 80;
const SAID_PAGE_NUMBER = new RegExp(`^(?:${wording('saidPageNumber')})$`, 'iu');

function maskDigits(text: string): string {
  const folded = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return folded.replace(/\d+/gu, '#').replace(/\bpage [ivxlc]{1,6}\b/gu, 'page #');
}

/** Lines in the head and foot zones of a page. Lines of a table that reaches out of the zone are none. */
export function edgeLines(content: PageContent, rows: readonly Row[]): EdgeLine[] {
  const { height } = content;
  const inTable = tableGrids(content, content.level, content.glyphs).filter(
    ({ box, cells, open }) => (open || cells.length > 1) && (box.y1 - box.y0 > ZONE * height || isInside(box.y0, box.y1, height)),
  );
  // Names of columns stand above the first line of a table without upright ones.
  const heads = new Set(inTable.flatMap(({ box, open }) => (open ? headerAbove(rows, box.y0) : [])));
  const lines: EdgeLine[] = [];
  for (const row of rows) {
    const foot = row.y0 > height * (1 - ZONE);
    if (!foot && row.y1 > height * ZONE) continue;
    const middle = (row.y0 + row.y1) / 2;
    // Of words that run over the table's side it is where they begin that counts.
    const isCell = inTable.some(
      ({ box }) => middle > box.y0 - 2 && middle < box.y1 && row.pieces.every(({ x0 }) => x0 >= box.x0 - 5 && x0 <= box.x1 + 5),
    );
    if (isCell || heads.has(row)) continue;
    const text = rowText(row);
    const [outer, pageNumber] = [outerNumbers(row.pieces), numberApart(row)];
    lines.push({
      ...{ text, masked: maskDigits(text), y: row.baseline, foot },
      ...(pageNumber === undefined ? {} : { pageNumber }),
      ...(outer.length === 0 ? {} : { outer }),
    });
    // A header with the section's title beside the document's recurs in its other pieces only.
    if (row.pieces.length > 1) {
      for (const piece of row.pieces) {
        const part = pieceText(piece);
        if (saysMuch(part)) lines.push({ text: part, masked: maskDigits(part), y: row.baseline, foot });
      }
    }
  }
  return lines;
}

/** What stands closer behind a number, in sizes, is a title with the number of its section. */
const FAR = 3;

function numberApart({ pieces, size }: Row): number | undefined {
  const [first, second, last] = [pieces[0], pieces[1], pieces.at(-1)];
  if (first === undefined || second === undefined || last === undefined) return undefined;
  return numberOf(last) ?? (second.x0 - first.x1 > FAR * size ? numberOf(first) : undefined);
}

function outerNumbers(pieces: readonly Piece[]): readonly number[] {
  return [pieces[0], pieces.at(-1)].flatMap((piece) => (piece === undefined ? [] : (numberOf(piece) ?? [])));
}

function numberOf(piece: Piece): number | undefined {
  const text = pieceText(piece).trim();
  return /^\d{1,4}$/u.test(text) ? Number(text) : undefined;
}

/** Whether a piece alone tells a running line: words, not a number or a cell's sign. */
function saysMuch(text: string): boolean {
  return /\p{L}{4}|\p{sc=Han}{3}|[A-Z]{2,}[-/]?\d/u.test(text);
}

function isInside(top: number, bottom: number, height: number): boolean {
  return bottom > ZONE * height && top < (1 - ZONE) * height;
}

/** Whether a row stands where running headers do. */
export function isAtHead({ y1 }: Row, height: number): boolean {
  return y1 <= height * ZONE;
}

interface Seen {
  readonly line: EdgeLine;
  readonly numbers: readonly number[];
  readonly first: number;
  last: number;
  pages: number;
}

/** A running line stands on at least this share of the pages between its first and its last. */
const DENSITY = 0.25;

/** Gathers the edge lines of all pages and finds those that recur. */
export class RunningLineFinder {
  private readonly seen = new Map<string, Seen[]>();
  private pages = 0;

  add(lines: readonly EdgeLine[]): void {
    this.pages += 1;
    for (const line of lines) {
      const alike = this.seen.get(line.masked) ?? [];
      const numbers = numbersOf(line.text);
      const same = alike.find(
        (one) =>
          one.line.foot === line.foot &&
          Math.abs(one.line.y - line.y) <= SAME_PLACE &&
          countWithPages(one.numbers, numbers, this.pages - one.first),
      );
      const seen = { line, numbers, first: this.pages, last: this.pages, pages: 1 };
      if (same !== undefined) {
        if (same.last !== this.pages) same.pages += 1;
        same.last = this.pages;
      } else if (alike.length === 0) this.seen.set(line.masked, [seen]);
      else alike.push(seen);
    }
  }

  /** Running lines, most frequent first, at most `limit`. */
  find(limit: number): RunningLine[] {
    const least = this.pages <= 3 ? 2 : 3;
    return [...this.seen.values()]
      .flat()
      .filter((one) => one.pages >= least && one.pages >= DENSITY * (one.last - one.first + 1) && !/^$|[:,;]$/u.test(one.line.masked))
      .sort((a, b) => b.pages - a.pages || a.line.y - b.line.y || (a.line.masked < b.line.masked ? -1 : 1))
      .slice(0, limit)
      .map(({ line }) => ({ masked: line.masked, y: line.y, foot: line.foot, text: line.text }));
  }
}

/** Numbers of a line, in order. */
export function numbersOf(text: string): readonly number[] {
  return (text.normalize('NFKC').match(/\d+/gu) ?? []).map(Number);
}

/** Whether each number stays or grows with the pages, as a running line's do; those of steps and rows count otherwise. */
export function countWithPages(first: readonly number[], later: readonly number[], pages: number): boolean {
  return later.every((number, index) => number === first[index] || number - (first[index] ?? number) === pages);
}

/**
 * Tells running lines and page numbers of one page from its text. A title of the page is no running line for a part that recurs:
 * titles of sections that begin at the head of pages may share words.
 */
export function furnitureOf(
  running: readonly RunningLine[],
  height: number,
  isTitle: (row: Row) => boolean,
): (row: Row) => ExclusionReason | undefined {
  return (row) => {
    const foot = row.y0 > height * (1 - ZONE);
    if (!foot && row.y1 > height * ZONE) return undefined;
    const masked = maskDigits(rowText(row));
    if (SAID_PAGE_NUMBER.test(masked)) return 'page-number';
    const parts = row.pieces.length > 1 && !isTitle(row) ? row.pieces.map(pieceText).filter(saysMuch) : [];
    const candidates = [masked, ...parts.map(maskDigits)];
    const known = running.some(
      (line) => line.foot === foot && candidates.includes(line.masked) && Math.abs(line.y - row.baseline) <= SAME_PLACE,
    );
    if (!known) return undefined;
    if (masked.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(masked)) return 'page-number';
    return foot ? 'running-footer' : 'running-header';
  };
}
