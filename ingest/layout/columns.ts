import type { Box } from '../../kernel/index.ts';

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
const GUTTER = 6;

/**
 * Splits the boxes of a page into regions in reading order: full width first where nothing is set in columns, else what
 * stands above the columns, each column from left to right, what stands below.
 */
export function readingRegions<Item extends Box>(items: readonly Item[]): Region<Item>[] {
  if (items.length === 0) return [];
  const split = items.length >= 2 * MIN_LINES ? bestSplit(items) : undefined;
  if (split === undefined)
    return [{ items, left: Math.min(...items.map((item) => item.x0)), right: Math.max(...items.map((item) => item.x1)) }];
  return [split.above, split.left, split.right, split.below].flatMap((part) => readingRegions(part));
}

interface Split<Item> {
  readonly above: Item[];
  readonly left: Item[];
  readonly right: Item[];
  readonly below: Item[];
}

function bestSplit<Item extends Box>(items: readonly Item[]): Split<Item> | undefined {
  const sorted = [...items].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  let best: Split<Item> | undefined;
  let bestSize = 0;
  for (const edge of leftEdges(sorted)) {
    let from = 0;
    for (let index = 0; index <= sorted.length; index += 1) {
      const item = sorted[index];
      if (item !== undefined && !crosses(item, edge)) continue;
      const run = sorted.slice(from, index);
      if (run.length > bestSize && isColumnPair(run, edge)) {
        bestSize = run.length;
        best = {
          above: sorted.slice(0, from),
          left: run.filter((one) => one.x1 < edge),
          right: run.filter((one) => one.x1 >= edge),
          below: sorted.slice(index),
        };
      }
      from = index + 1;
    }
  }
  if (best === undefined) return undefined;
  return withCrossing(sorted, best);
}

/** Boxes between two runs that cross the gutter belong above or below. */
function withCrossing<Item extends Box>(sorted: readonly Item[], split: Split<Item>): Split<Item> {
  const inside = new Set<Item>([...split.left, ...split.right]);
  const top = Math.min(...[...inside].map((item) => item.y0));
  const rest = sorted.filter((item) => !inside.has(item));
  return { ...split, above: rest.filter((item) => item.y0 < top), below: rest.filter((item) => item.y0 >= top) };
}

function leftEdges(items: readonly Box[]): number[] {
  const starts = items.map((item) => item.x0).sort((a, b) => a - b);
  const edges: number[] = [];
  let from = 0;
  for (let index = 1; index <= starts.length; index += 1) {
    const start = starts[from] ?? 0;
    const value = starts[index];
    if (value !== undefined && value - start <= ALIGNED) continue;
    if (index - from >= MIN_LINES) edges.push(start);
    from = index;
  }
  return edges.slice(1);
}

function crosses(item: Box, edge: number): boolean {
  return item.x0 < edge - 1 && item.x1 > edge - GUTTER;
}

function isColumnPair(run: readonly Box[], edge: number): boolean {
  const left = run.filter((item) => item.x1 < edge);
  const right = run.filter((item) => item.x1 >= edge);
  if (left.length < MIN_LINES || right.length < MIN_LINES) return false;
  const leftStart = Math.min(...left.map((item) => item.x0));
  const rightEnd = Math.max(...right.map((item) => item.x1));
  const leftWidth = edge - GUTTER - leftStart;
  const rightWidth = rightEnd - edge;
  if (leftWidth < MIN_WIDTH || rightWidth < MIN_WIDTH) return false;
  return (
    weightedMedian(left.map((item) => item.x1 - item.x0)) >= FULL * leftWidth &&
    weightedMedian(right.map((item) => item.x1 - item.x0)) >= FULL * rightWidth
  );
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
