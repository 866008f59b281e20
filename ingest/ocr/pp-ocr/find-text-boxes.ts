import type { Box } from '../../../kernel/index.ts';

/** How likely each place of a raster is text, row by row, from 0 to 1. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly chances: Float32Array;
}

/** From this chance a place is text; a region counts from this mean of its places on. */
const TEXT = 0.3;
const REGION = 0.5;
/** Regions lower or narrower than this, in places, are specks. */
const SMALLEST = 3;
/** The map shows the middle of a line: its area over its girth times this is what was left off on each side. */
const GROWN = 1.6;
/** Heights of a box by which it is wider at either end: where the map ends a first or last letter may be cut. */
const ENDS = 0.12;

/**
 * Boxes of the lines of text that a map shows, each whole, from top to bottom and in a row from left to right; in places of the map. The
 * method is that of differentiable binarisation (Liao and others, 2020) for level lines: connected places, grown to the size of the print.
 */
export function findTextBoxes(map: TextMap): readonly Box[] {
  const seen = new Uint8Array(map.chances.length);
  const boxes: Box[] = [];
  for (let start = 0; start < map.chances.length; start += 1) {
    if (seen[start] === 1 || (map.chances[start] ?? 0) <= TEXT) continue;
    const region = regionFrom(start, map, seen);
    if (region.mean < REGION || region.x1 - region.x0 < SMALLEST || region.y1 - region.y0 < SMALLEST) continue;
    boxes.push(grown(region, map));
  }
  return inReadingOrder(boxes);
}

interface Region extends Box {
  readonly mean: number;
}

/** All places of text that hang together with one, by their sides or corners. */
function regionFrom(start: number, { width, height, chances }: TextMap, seen: Uint8Array): Region {
  const stack = [start];
  seen[start] = 1;
  let [x0, y0, x1, y1, sum, count] = [width, height, 0, 0, 0, 0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x + 1)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y + 1)];
    sum += chances[at] ?? 0;
    count += 1;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const next = row * width + column;
        if (seen[next] === 1 || (chances[next] ?? 0) <= TEXT) continue;
        seen[next] = 1;
        stack.push(next);
      }
  }
  return { x0, y0, x1, y1, mean: sum / count };
}

function grown({ x0, y0, x1, y1 }: Box, { width, height }: TextMap): Box {
  const [wide, high] = [x1 - x0, y1 - y0];
  const by = (wide * high * GROWN) / (2 * (wide + high));
  const across = by + ENDS * (high + 2 * by);
  return {
    x0: Math.max(0, x0 - across),
    y0: Math.max(0, y0 - by),
    x1: Math.min(width, x1 + across),
    y1: Math.min(height, y1 + by),
  };
}

/** Boxes whose middles lie within each other's height stand in one row. */
function inReadingOrder(boxes: readonly Box[]): readonly Box[] {
  const middle = (box: Box) => (box.y0 + box.y1) / 2;
  const rows: Box[][] = [];
  for (const box of [...boxes].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0)) {
    const row = rows.at(-1);
    const last = row?.[0];
    if (row !== undefined && last !== undefined && middle(box) < last.y1 && middle(last) > box.y0) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x0 - b.x0));
}
