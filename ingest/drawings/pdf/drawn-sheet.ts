import type { Box } from '../../../kernel/index.ts';
import { middleOf, type Segment, segmentsOf } from '../../plane/geometry.ts';
import { placedTexts } from '../interpret/placed-text.ts';
import { rulingsOf } from '../interpret/rulings.ts';
import { readTitleBlock } from '../interpret/title-block.ts';
import { around } from '../model/box-of.ts';
import type { DrawingPath } from '../model/drawing.ts';
import type { PaintedItem, PaintedPage, PrintedLine } from './painted-page.ts';
import { type PageSheet, sheetOfPage } from './sheet-of-page.ts';

/** Strokes of a sheet that are no ruling and no box, at least: forms and tables have none, figures have many. */
const FEWEST_SHAPES = 4;
/** Share of the width and of the height that a frame takes, at least. */
const FRAME = 0.7;
/** Share of a line's length by which it may slant and still be a ruling. */
const SLANT = 0.02;
/** Share of the longer side from which a line of text is running text, and share of the characters that may be. */
const LONG_LINE = 0.3;
const MOST_RUNNING = 0.5;
/** A title block stands at the foot of a sheet or along its right side: shares of height and width. Tables at the head of pages do not. */
const FOOT = 0.4;
const RIGHT = 0.75;

/** What a page paints, with its lines of text put together when they are asked for: most pages are known without. */
interface PaintedSource extends Omit<PaintedPage, 'lines'> {
  readonly lines: () => readonly PrintedLine[];
}

/**
 * The sheet that a page is; undefined of a page that is none. A sheet has a frame, a title block at its foot or right side, shapes, and
 * little running text; a page of a manual with a figure, or a form, lacks one of them. `name`: what it is called within its document.
 */
export function drawnSheet({ lines: readLines, ...painted }: PaintedSource, name: string, maxElements: number): PageSheet | undefined {
  if (countPaths(painted.items, FEWEST_SHAPES) < FEWEST_SHAPES) return undefined;
  const lines = readLines();
  if (isRunningText(lines, Math.max(painted.width, painted.height))) return undefined;
  const page = sheetOfPage({ ...painted, lines }, name, maxElements);
  const { elements } = page.sheet;
  const paths = elements.flatMap((element) => (element.kind === 'path' && !element.isHidden ? [element] : []));
  if (countShapes(paths) < FEWEST_SHAPES || !hasFrame(paths, page.paper)) return undefined;
  const fields = readTitleBlock(placedTexts(page.sheet), rulingsOf(page.sheet));
  const block = around(fields.flatMap(({ label, value }) => [label, value].flatMap((text) => text ?? [])));
  if (block === undefined) return undefined;
  const { x0, y0, x1, y1 } = page.paper;
  const { x, y } = middleOf(block);
  return y < y0 + FOOT * (y1 - y0) || x > x0 + RIGHT * (x1 - x0) ? page : undefined;
}

/** Paths of a page, up to a number of them. */
function countPaths(items: readonly PaintedItem[], most: number): number {
  let count = 0;
  for (const item of items) {
    count += item.kind === 'path' ? 1 : countPaths(item.items, most - count);
    if (count >= most) return count;
  }
  return count;
}

function isRunningText(lines: readonly PrintedLine[], longerSide: number): boolean {
  let [all, running] = [0, 0];
  for (const { text, width } of lines) {
    all += text.length;
    if (width > LONG_LINE * longerSide) running += text.length;
  }
  return running > MOST_RUNNING * all;
}

function countShapes(paths: readonly DrawingPath[]): number {
  return paths.filter(
    ({ shape, points, isClosed }) => (shape !== 'line' && shape !== 'polyline') || segmentsOf(points, isClosed).some(slants),
  ).length;
}

function slants({ from, to }: Segment): boolean {
  const [across, up] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return Math.min(across, up) > SLANT * Math.max(across, up);
}

/** A path around nearly all of the page, or two lines each way that are nearly as long. */
function hasFrame(paths: readonly DrawingPath[], paper: Box): boolean {
  const [width, height] = [paper.x1 - paper.x0, paper.y1 - paper.y0];
  let [level, upright] = [0, 0];
  for (const { box } of paths) {
    const isWide = box.x1 - box.x0 >= FRAME * width;
    const isHigh = box.y1 - box.y0 >= FRAME * height;
    if (isWide && isHigh) return true;
    if (isWide) level += 1;
    if (isHigh) upright += 1;
  }
  return level > 1 && upright > 1;
}
