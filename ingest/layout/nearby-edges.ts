import { countWithPages, type EdgeLine, numbersOf, type RunningLine } from './running-lines.ts';

/** A line at the head or foot of a page before or after. */
export interface NearbyEdge extends EdgeLine {
  readonly page: number;
}

/** Pages that are remembered: left and right pages may have lines of their own. */
const PAGES = 6;
const MOST = 60;
/** UTF-16 units; what is longer is no running line. */
const LONGEST = 160;
/** Pages nearby on which a running line stands too: one in a document of few pages. */
const LEAST = 2;
const FEW_PAGES = 3;
/** Letters of a title that tell it in a line. */
const SHORTEST_TITLE = 4;
/** How far apart, in points, a line and its like may stand on sheets that were laid under a scanner one by one. */
const SAME_PLACE = 9;

/** The lines remembered for pages to come: those of this page, and of those right before it. */
export function rememberEdges(before: readonly NearbyEdge[], lines: readonly EdgeLine[], page: number): readonly NearbyEdge[] {
  const short = lines.filter(({ text }) => text.length <= LONGEST).map((line) => ({ ...line, page }));
  return [...before.filter((one) => one.page >= page - PAGES), ...short].slice(-MOST);
}

/** What is known beside a page of the lines at its edges. */
export interface Nearby {
  readonly page: number;
  /** Pages of the document. */
  readonly pages: number;
  /** Lines at the edges of pages before and after it. */
  readonly edges: readonly NearbyEdge[];
  /** Titles of the sections that go on from the page before. */
  readonly titles: readonly string[];
}

/**
 * Running lines of a page whose text was not known when the document was surveyed, as a scan's is not: those that stand at the same place
 * of two pages nearby, or of one where they say the title of a section that goes on; those beside a number that counts on from one there,
 * whatever chapter they name; and those that say such a number beside the title of a section that goes on.
 */
export function knownByNearby(lines: readonly EdgeLine[], { page, pages, edges, titles }: Nearby): readonly RunningLine[] {
  const open = titles.map((title) => lettersOf(title.toLowerCase())).filter((letters) => letters.length >= SHORTEST_TITLE);
  const least = pages <= FEW_PAGES ? 1 : LEAST;
  return lines.filter((line) => {
    const there = edges.filter((one) => one.foot === line.foot && Math.abs(one.y - line.y) <= SAME_PLACE);
    if (there.some((one) => countsOn(one, line, page))) return true;
    const saysTitle = !line.foot && open.some((title) => lettersOf(line.masked).includes(title));
    if (saysTitle && line.pageNumber !== undefined) return true;
    const alike = new Set(there.filter((one) => isAlike(one, line, page)).map((one) => one.page));
    return alike.size >= (saysTitle ? 1 : least);
  });
}

function countsOn(one: NearbyEdge, { pageNumber }: EdgeLine, page: number): boolean {
  return one.pageNumber !== undefined && pageNumber !== undefined && pageNumber - one.pageNumber === page - one.page;
}

/** Whether two lines say the same but for numbers that count with the pages; that of the page itself may be read on one only. */
function isAlike(one: NearbyEdge, line: EdgeLine, page: number): boolean {
  if (lettersOf(one.masked) !== lettersOf(line.masked)) return false;
  const [numbers, others] = [numbersOf(line.text), numbersOf(one.text)];
  if (numbers.length === others.length) return countWithPages(others, numbers, page - one.page);
  const longer = numbers.length > others.length ? line : one;
  return longer.pageNumber !== undefined && Math.abs(numbers.length - others.length) === 1;
}

/** What engines read alike on each page: a bar or dots between the parts of a line, blanks and numbers beside them, they do not. */
function lettersOf(masked: string): string {
  return masked.replace(/[^\p{L}]/gu, '').toLowerCase();
}
