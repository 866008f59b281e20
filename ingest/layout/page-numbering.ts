import { type EdgeLine, SAME_PLACE } from './running-lines.ts';

/** Where pages bear their number at head or foot, and by how much it is ahead of their place in the file. */
export interface PageNumbering {
  readonly y: number;
  readonly foot: boolean;
  readonly ahead: number;
  /** Share of the document's pages that bear it there. */
  readonly share: number;
}

interface Bearing extends Omit<PageNumbering, 'share'> {
  readonly pages: Set<number>;
}

/** Pages that bear a number at one place before that is their numbering: fewer in a document of few pages. */
const LEAST = { pages: 3, few: 2 } as const;
const FEW_PAGES = 3;

/** Gathers the numbers at the ends of lines at the edges of pages, and finds those that count with the pages. */
export class PageNumberingFinder {
  private readonly bearings = new Map<string, Bearing[]>();
  private pages = 0;

  /** @param page place of the page in the file. */
  add(lines: readonly EdgeLine[], page: number): void {
    this.pages += 1;
    for (const { y, foot, outer = [] } of lines) for (const number of outer) this.note({ y, foot, ahead: number - page }, page);
  }

  private note(numbering: Omit<PageNumbering, 'share'>, page: number): void {
    const key = `${numbering.foot} ${numbering.ahead}`;
    const alike = this.bearings.get(key) ?? [];
    const same = alike.find((one) => Math.abs(one.y - numbering.y) <= SAME_PLACE);
    if (same === undefined) this.bearings.set(key, [...alike, { ...numbering, pages: new Set([page]) }]);
    else same.pages.add(page);
  }

  /** Numberings, those of most pages first, at most `limit`. */
  find(limit: number): PageNumbering[] {
    const least = this.pages <= FEW_PAGES ? LEAST.few : LEAST.pages;
    return [...this.bearings.values()]
      .flat()
      .filter(({ pages }) => pages.size >= least)
      .sort((a, b) => b.pages.size - a.pages.size || a.ahead - b.ahead || a.y - b.y)
      .slice(0, limit)
      .map(({ y, foot, ahead, pages }) => ({ y, foot, ahead, share: pages.size / this.pages }));
  }
}

/** Chapters that begin on pages that follow each other count with these pages; what numbers pages does so on so many of a document's. */
const OF_PAGES = 0.5;

/**
 * Lines of a page that bear its number where others do, whatever chapter or section they name beside it.
 *
 * @param isTitle whether a line is set as the title of a section: its number may be that of the section.
 */
export function numberedLines(
  lines: readonly EdgeLine[],
  page: number,
  numberings: readonly PageNumbering[],
  isTitle: (line: EdgeLine) => boolean,
): readonly EdgeLine[] {
  return lines.filter((line) =>
    numberings.some(
      ({ foot, y, ahead, share }) =>
        foot === line.foot &&
        line.outer?.includes(page + ahead) === true &&
        Math.abs(y - line.y) <= SAME_PLACE &&
        (share >= OF_PAGES || !isTitle(line)),
    ),
  );
}
