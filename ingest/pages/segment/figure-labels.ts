import { isProse } from '../../layout/is-prose.ts';
import type { LineElement, PageElements } from '../../layout/page-elements.ts';
import { rowText } from '../../layout/rows.ts';
import { captionOf, sectionNumber } from './heading-rules.ts';

/** Sizes from the edge of its column at which a line begins that stands at it. */
const AT_EDGE = 1.5;
/** Share of its column that a line of running text takes at least, where it is no last line. */
const WIDE = 0.5;
/** Points by which the middle of a line may stand beside that of its column. */
const CENTRED = 6;

/** The column that a caption stands in: parts of a figure beside each other look like columns of their own. */
type Column = Pick<LineElement, 'left' | 'right'>;

/**
 * Lines that are words of a figure: between the running text above it and its caption below, from the first one that stands away from the edge
 * of the column. They name no section and are no step, however large they are set.
 */
export function figureLabels(elements: PageElements['elements']): ReadonlySet<LineElement> {
  const labels = new Set<LineElement>();
  for (const [index, caption] of elements.entries()) {
    if (caption.kind !== 'line' || captionOf(rowText(caption.row).trim()) !== 'figure') continue;
    const above = linesOfFigure(elements.slice(0, index), caption);
    const from = above.findIndex((line, at) => !isAtEdge(line, caption) && !(at === 0 && isCentredTitle(line, caption)));
    if (from >= 0) for (const line of above.slice(from)) labels.add(line);
  }
  return labels;
}

/**
 * What stands right above a caption, top to bottom, without running text, titles with a number and what is above these. Boxes and scales of a
 * drawing look like tables.
 */
function linesOfFigure(before: PageElements['elements'], column: Column): readonly LineElement[] {
  const lines: LineElement[] = [];
  for (const element of before.toReversed()) {
    if (element.kind === 'figure' || (element.kind === 'line' && endsFigure(element, column))) break;
    if (element.kind === 'line') lines.unshift(element);
  }
  return lines;
}

function endsFigure(line: LineElement, column: Column): boolean {
  const text = rowText(line.row).trim();
  if (captionOf(text) !== undefined) return true;
  if (!isAtEdge(line, column)) return false;
  return sectionNumber(text) !== undefined || (isProse(text) && line.row.x1 - line.row.x0 >= WIDE * (column.right - column.left));
}

function isAtEdge({ row }: LineElement, { left }: Column): boolean {
  return row.x0 <= left + AT_EDGE * row.size;
}

function isCentredTitle({ row }: LineElement, { left, right }: Column): boolean {
  return row.bold && Math.abs(row.x0 - left - (right - row.x1)) < CENTRED;
}
