import type { PageContent } from '../../layout/glyph.ts';
import { type Piece, pieceText } from '../../layout/pieces.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { isAtHead } from '../../layout/running-lines.ts';
import { LARGER_THAN_TEXT, sectionNumber, titleKey } from '../segment/heading-rules.ts';

/** UTF-16 units. */
const LONGEST_TITLE = 100;
const MAX_SEEN = 5_000;
const MAX_TITLES = 2_000;
/** Between the title of the section and that of the chapter, in sizes. */
const APART = 3;

/** Gathers the numbered titles of a document, which its running headers repeat. */
export class NumberedTitles {
  private readonly sizes = new Map<string, number>();

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const text = rowText(row);
      if (text.length > LONGEST_TITLE || sectionNumber(text) === undefined) continue;
      const key = titleKey(text);
      const size = Math.max(row.size, this.sizes.get(key) ?? 0);
      if (this.sizes.has(key) || this.sizes.size < MAX_SEEN) this.sizes.set(key, size);
    }
  }

  /** Keys of those that are set larger than running text, at most 2,000. */
  find(bodySize: number): readonly string[] {
    const larger = [...this.sizes].filter(([, size]) => size >= LARGER_THAN_TEXT * bodySize);
    return larger.slice(0, MAX_TITLES).map(([key]) => key);
  }
}

/**
 * Lines at the head of a page that name nothing but sections that have their titles elsewhere, as headers do that say where the reader is:
 * of the size of running text at most, a title's long words left out at its end.
 */
export function titleHeaders({ height }: PageContent, rows: readonly Row[], titles: readonly string[], bodySize: number): readonly Row[] {
  return rows.filter((row) => {
    if (!isAtHead(row, height) || row.size >= LARGER_THAN_TEXT * bodySize) return false;
    const parts = partsOf(row).map(titleKey);
    return (
      parts.length > 0 && parts.every((part) => titles.some((title) => title === part || (parts.length > 1 && title.startsWith(part))))
    );
  });
}

function partsOf({ pieces, size }: Row): readonly string[] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    const [part, last] = [parts.at(-1), parts.at(-1)?.at(-1)];
    if (part === undefined || last === undefined || piece.x0 - last.x1 > APART * size) parts.push([piece]);
    else part.push(piece);
  }
  return parts.map((part) => part.map(pieceText).join(' ')).filter((text) => sectionNumber(text) !== undefined || /\P{N}/u.test(text));
}
