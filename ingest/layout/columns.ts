import type { Box } from '../../kernel/index.ts';
import { groupValues } from './group-values.ts';

/** Boxes that are read one after another, within the edges of their text column. */
export interface Region<Item extends Box> {
  readonly items: readonly Item[];
  readonly left: number;
  readonly right: number;
}

const MIN_LINES = 5;
const MIN_WIDTH = 90;
/** Lines of a text column fill at least this share of its width; cells of a table do not. */
const FULL = 0.6;
const ALIGNED = 2.5;
/** Points between two columns at least, and the same in heights of a line of small print. */
const GUTTER = 6;
const NARROW = 0.4;

/** How a box that may hold a line of two columns is parted: at gaps that are no wider than a wide space. */
export interface Gaps<Item> {
  /** Where what stands behind its gaps begins. */
  starts(item: Item): readonly number[];
  /** Its two parts, of which the second begins at one of these. */
  part(item: Item, start: number): readonly Item[];
  /** Whether it says something in words, as running text does and a listing or a table of short cells does not. */
  isProse(item: Item): boolean;
}

/**
 * Splits the boxes of a page into regions in reading order: full width first where nothing is set in columns, else what
 * stands above the columns, each column from left to right, what stands below.
 */
export function readingRegions<Item extends Box>(items: readonly Item[], gaps: Gaps<Item>): Region<Item>[] {
  if (items.length === 0) return [];
  const split = items.length >= MIN_LINES ? bestSplit(items, gaps) : undefined;
  if (split === undefined)
    return [{ items, left: Math.min(...items.map((item) => item.x0)), right: Math.max(...items.map((item) => item.x1)) }];
  return [split.above, split.left, split.right, split.below].flatMap((part) => readingRegions(part, gaps));
}

interface ColumnPair<Item> {
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

interface Split<Item> extends ColumnPair<Item> {
  readonly above: readonly Item[];
  readonly below: readonly Item[];
}

function bestSplit<Item extends Box>(items: readonly Item[], gaps: Gaps<Item>): Split<Item> | undefined {
  const sorted = [...items].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  let best: Split<Item> | undefined;
  let bestSize = 0;
  for (const { edge, isSure } of leftEdges(sorted, gaps)) {
    const lines = sorted.map((item) => (crosses(item, edge) ? partedAt(item, edge, gaps) : [item]));
    const parts = lines.flat();
    const isParted = new Set(lines.filter(({ length }) => length > 1).flat());
    let from = 0;
    for (let index = 0; index <= parts.length; index += 1) {
      const part = parts[index];
      if (part !== undefined && !crosses(part, edge)) continue;
      const run = parts.slice(from, index);
      const pair = run.length > bestSize ? columnPair(run, edge) : undefined;
      const isWide = () => isSure && run.every((one) => !isParted.has(one) && (one.x1 >= edge || one.x1 <= edge - GUTTER));
      if (pair !== undefined && (isWide() || isProse(pair, gaps))) {
        bestSize = run.length;
        best = { ...pair, ...besidesOf(pair, { sorted, lines }) };
      }
      from = index + 1;
    }
  }
  return best;
}

function partedAt<Item extends Box>(item: Item, edge: number, gaps: Gaps<Item>): readonly Item[] {
  const start = gaps.starts(item).find((one) => Math.abs(one - edge) <= ALIGNED);
  return start === undefined ? [item] : gaps.part(item, start);
}

/** Boxes that are not of a pair of columns belong above or below, whole where no part of them is. */
function besidesOf<Item extends Box>(
  { left, right }: ColumnPair<Item>,
  { sorted, lines }: { readonly sorted: readonly Item[]; readonly lines: readonly (readonly Item[])[] },
): Pick<Split<Item>, 'above' | 'below'> {
  const inside = new Set([...left, ...right]);
  const top = Math.min(...[...inside].map(({ y0 }) => y0));
  const rest = lines.flatMap((parts, index) => {
    const others = parts.filter((part) => !inside.has(part));
    const whole = sorted[index];
    return whole !== undefined && others.length === parts.length ? [whole] : others;
  });
  return { above: rest.filter(({ y0 }) => y0 < top), below: rest.filter(({ y0 }) => y0 >= top) };
}

interface LeftEdge {
  readonly edge: number;
  /** Whether enough lines that stand alone begin there. */
  readonly isSure: boolean;
}

/** Where several lines begin: those that stand alone, and those that may stand behind a narrow gutter with what is beside them. */
function leftEdges<Item extends Box>(items: readonly Item[], gaps: Gaps<Item>): readonly LeftEdge[] {
  const alone = items.map((item) => item.x0);
  const inner = items.flatMap((item) => gaps.starts(item));
  const sure = aligned(alone).map(([edge = 0]) => ({ edge, isSure: true }));
  const all = inner.length === 0 ? [] : aligned([...alone, ...inner]);
  const narrow = all.map((starts) => ({ edge: starts[Math.floor(starts.length / 2)] ?? 0, isSure: false }));
  return [...sure.slice(1), ...narrow];
}

/** Places that lie close together, of which there are enough lines. */
function aligned(places: readonly number[]): readonly (readonly number[])[] {
  return groupValues(places, ALIGNED).filter(({ length }) => length >= MIN_LINES);
}

function crosses(item: Box, edge: number): boolean {
  return item.x0 < edge - 1 && item.x1 > edge - Math.min(GUTTER, NARROW * (item.y1 - item.y0));
}

/** Share of the lines of a column of running text that say something in words. */
const MOSTLY = 0.6;

function isProse<Item extends Box>({ left, right }: ColumnPair<Item>, gaps: Gaps<Item>): boolean {
  return [left, right].every((column) => column.filter((part) => gaps.isProse(part)).length >= MOSTLY * column.length);
}

function columnPair<Item extends Box>(run: readonly Item[], edge: number): ColumnPair<Item> | undefined {
  const left = run.filter((item) => item.x1 < edge);
  const right = run.filter((item) => item.x1 >= edge);
  if (left.length < MIN_LINES || right.length < MIN_LINES) return undefined;
  const leftStart = Math.min(...left.map((item) => item.x0));
  const rightEnd = Math.max(...right.map((item) => item.x1));
  const leftWidth = edge - GUTTER - leftStart;
  const rightWidth = rightEnd - edge;
  if (leftWidth < MIN_WIDTH || rightWidth < MIN_WIDTH) return undefined;
  const isFull =
    weightedMedian(left.map((item) => item.x1 - item.x0)) >= FULL * leftWidth &&
    weightedMedian(right.map((item) => item.x1 - item.x0)) >= FULL * rightWidth;
  return isFull ? { left, right } : undefined;
}

/** The width that half of all the ink lies above: numbers and signs of formulas between full lines do not count for much. */
function weightedMedian(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  const total = sorted.reduce((sum, width) => sum + width, 0);
  let sum = 0;
  for (const width of sorted) {
    sum += width;
    if (sum >= total / 2) return width;
  }
  return 0;
}
