import { countWithPages, type EdgeLine, numbersOf, type RunningLine } from './running-lines.ts';

/** A line at the head or foot of a page that was read before. */
export interface EarlierEdge extends EdgeLine {
  readonly page: number;
}

/** Pages that are remembered: left and right pages may have lines of their own. */
const PAGES = 6;
const MOST = 60;
/** UTF-16 units; what is longer is no running line. */
const LONGEST = 160;
/** Pages before this one on which a running line stood. */
const LEAST = 2;
/** Letters of a title that tell it in a line. */
const SHORTEST_TITLE = 4;
/** How far apart, in points, a line and its like may stand on sheets that were laid under a scanner one by one. */
const SAME_PLACE = 9;

/** The lines remembered for pages to come: those of this page, and of those right before it. */
export function rememberEdges(before: readonly EarlierEdge[], lines: readonly EdgeLine[], page: number): readonly EarlierEdge[] {
  const short = lines.filter(({ text }) => text.length <= LONGEST).map((line) => ({ ...line, page }));
  return [...before.filter((one) => one.page >= page - PAGES), ...short].slice(-MOST);
}

/**
 * Running lines of a page whose text was not known when the document was surveyed, as a scan's is not: those that stood at the same
 * place of two earlier pages, those beside a number that counts on from one of these, whatever chapter they name, and those that say such
 * a number beside the title of a section that is open. So the first two pages may keep theirs as text.
 */
export function knownByEarlier(
  lines: readonly EdgeLine[],
  before: readonly EarlierEdge[],
  { page, titles }: { readonly page: number; readonly titles: readonly string[] },
): readonly RunningLine[] {
  const open = titles.map((title) => lettersOf(title.toLowerCase())).filter((letters) => letters.length >= SHORTEST_TITLE);
  return lines.filter((line) => {
    if (line.pageNumber !== undefined) {
      if (before.some((one) => isAtPlaceOf(one, line) && countsOn(one, line.pageNumber, page))) return true;
      if (!line.foot && open.some((title) => lettersOf(line.masked).toLowerCase().includes(title))) return true;
    }
    const alike = before.filter(
      (one) =>
        isAtPlaceOf(one, line) &&
        lettersOf(one.masked) === lettersOf(line.masked) &&
        countWithPages(numbersOf(one.text), numbersOf(line.text), page - one.page),
    );
    return new Set(alike.map((one) => one.page)).size >= LEAST;
  });
}

function isAtPlaceOf(one: EdgeLine, line: EdgeLine): boolean {
  return one.foot === line.foot && Math.abs(one.y - line.y) <= SAME_PLACE;
}

function countsOn(one: EarlierEdge, number: number | undefined, page: number): boolean {
  return one.pageNumber !== undefined && number !== undefined && number - one.pageNumber === page - one.page;
}

/** What engines read alike on each page: a bar or dots between the parts of a line, and blanks beside them, they do not. */
function lettersOf(masked: string): string {
  return masked.replace(/[^\p{L}#]/gu, '');
}
