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
/** How far apart, in points, a line and its like may stand on sheets that were laid under a scanner one by one. */
const SAME_PLACE = 9;

/** The lines remembered for pages to come: those of this page, and of those right before it. */
export function rememberEdges(before: readonly EarlierEdge[], lines: readonly EdgeLine[], page: number): readonly EarlierEdge[] {
  const short = lines.filter(({ text }) => text.length <= LONGEST).map((line) => ({ ...line, page }));
  return [...before.filter((one) => one.page >= page - PAGES), ...short].slice(-MOST);
}

/**
 * Running lines of a page whose text was not known when the document was surveyed, as a scan's is not: those that stood at the same
 * place of two earlier pages. So the first two pages keep theirs as text.
 */
export function knownByEarlier(lines: readonly EdgeLine[], before: readonly EarlierEdge[], page: number): readonly RunningLine[] {
  return lines.filter((line) => {
    const alike = before.filter(
      (one) =>
        one.foot === line.foot &&
        lettersOf(one) === lettersOf(line) &&
        Math.abs(one.y - line.y) <= SAME_PLACE &&
        countWithPages(numbersOf(one.text), numbersOf(line.text), page - one.page),
    );
    return new Set(alike.map((one) => one.page)).size >= LEAST;
  });
}

/** What engines read alike on each page: a bar or dots between the parts of a line, and blanks beside them, they do not. */
function lettersOf({ masked }: EdgeLine): string {
  return masked.replace(/[^\p{L}#]/gu, '');
}
