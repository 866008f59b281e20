import type { Box } from '../../../kernel/index.ts';
import { boxOf } from '../../drawings/model/box-of.ts';
import type { Mark, Stroke } from '../../layout/glyph.ts';
import { apply, type Matrix } from './matrix.ts';

/** A filled rectangle at most this thick is a drawn line. */
const LINE_THICKNESS = 2.5;
/** How far from level or upright a line may be. */
const SLANT = 0.6;
const SHORTEST = 4;
/** Level strokes so thick at most, and so long, in points, may be underscores that are drawn as rules. */
const DASH = { thick: 1, least: 1, most: 12 };
const SMALLEST_FILL = { width: 40, height: 8 };

/** Side of a shape that can be the bullet of an item, in points, and how far it may be from square. */
const BULLET = { least: 1.2, most: 8, stretch: 1.5 };

/** Level and upright strokes, filled rectangles, and small shapes of one page that may be bullets or underscores. */
export interface Strokes {
  readonly level: Stroke[];
  readonly upright: Stroke[];
  readonly fills: Box[];
  /** As high as those, but narrower: pieces of one, where cells of a row are painted one by one. */
  readonly narrowFills: Box[];
  readonly marks: Mark[];
  /** Short level strokes by themselves, some of `level` among them. */
  readonly dashes: Stroke[];
}

type Point = readonly [number, number];

/** The box of no points. */
const NOWHERE: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

/**
 * Adds what one painted path draws. `data` is pdf.js 5's path: codes 0 move, 1 line, 2 cubic, 3 quadratic, 4 close, each
 * followed by its coordinates.
 */
export function addPath(
  strokes: Strokes,
  data: ArrayLike<number>,
  ctm: Matrix,
  painted: { readonly stroke: boolean; readonly fill: boolean },
): void {
  for (const outline of subPaths(data, ctm)) {
    if (painted.stroke) {
      addEdges(strokes, outline);
      if (outline.points.length === 2 && !outline.curved) addDash(strokes, boxOf(outline.points.flat()) ?? NOWHERE);
    }
    if (painted.fill) addFill(strokes, outline);
    addMark(strokes, outline, painted.fill);
  }
}

interface Outline {
  readonly points: readonly Point[];
  readonly curved: boolean;
}

function subPaths(data: ArrayLike<number>, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = () => {
    if (points.length > 1) outlines.push({ points, curved });
    points = [];
    curved = false;
  };
  const point = (index: number): Point => apply(ctm, data[index] ?? 0, data[index + 1] ?? 0);
  for (let index = 0; index < data.length; ) {
    const code = data[index];
    if (code === 0) {
      finish();
      points.push(point(index + 1));
      index += 3;
    } else if (code === 1) {
      points.push(point(index + 1));
      index += 3;
    } else if (code === 2) {
      points.push(point(index + 5));
      curved = true;
      index += 7;
    } else if (code === 3) {
      points.push(point(index + 3));
      curved = true;
      index += 5;
    } else {
      const start = points[0];
      if (start !== undefined) points.push(start);
      const kept = start;
      finish();
      if (kept !== undefined) points.push(kept);
      index += 1;
    }
  }
  finish();
  return outlines;
}

function addEdges(strokes: Strokes, { points, curved }: Outline): void {
  if (curved && points.length < 5) return;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from !== undefined && to !== undefined) addEdge(strokes, from, to);
  }
}

function addEdge(strokes: Strokes, from: Point, to: Point): void {
  const width = Math.abs(from[0] - to[0]);
  const height = Math.abs(from[1] - to[1]);
  if (height <= SLANT && width >= SHORTEST) {
    strokes.level.push({ at: (from[1] + to[1]) / 2, from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) });
  } else if (width <= SLANT && height >= SHORTEST) {
    strokes.upright.push({ at: (from[0] + to[0]) / 2, from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) });
  }
}

function addFill(strokes: Strokes, { points, curved }: Outline): void {
  const box = boxOf(points.flat()) ?? NOWHERE;
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const rectangular = points.every(([x, y]) => near(x, box.x0, box.x1) && near(y, box.y0, box.y1));
  if (!rectangular && !curved) return;
  if (rectangular) addDash(strokes, box);
  if (rectangular && height <= LINE_THICKNESS && width >= SHORTEST && width > height) {
    strokes.level.push({ at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 });
  } else if (rectangular && width <= LINE_THICKNESS && height >= SHORTEST) {
    strokes.upright.push({ at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 });
  } else if (width >= SMALLEST_FILL.width && height >= SMALLEST_FILL.height) {
    strokes.fills.push(box);
  } else if (rectangular && width >= SHORTEST && height >= SMALLEST_FILL.height) strokes.narrowFills.push(box);
}

function addDash(strokes: Strokes, { x0, x1, y0, y1 }: Box): void {
  const [wide, thick] = [x1 - x0, y1 - y0];
  if (thick <= DASH.thick && wide >= DASH.least && wide <= DASH.most && wide > thick)
    strokes.dashes.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
}

function addMark(strokes: Strokes, { points, curved }: Outline, filled: boolean): void {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || (!curved && points.length < 4)) return;
  const box = boxOf(points.flat()) ?? NOWHERE;
  const [long, short] = [box.x1 - box.x0, box.y1 - box.y0].sort((a, b) => b - a);
  if (long === undefined || short === undefined || short < BULLET.least || long > BULLET.most || long > BULLET.stretch * short) return;
  strokes.marks.push({ ...box, filled });
}

function near(value: number, one: number, other: number): boolean {
  return Math.abs(value - one) <= SLANT || Math.abs(value - other) <= SLANT;
}
