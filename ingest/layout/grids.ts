import type { Box } from '../../kernel/index.ts';
import type { Stroke } from './glyph.ts';
import { clusterValues, mergeStrokes } from './merge-strokes.ts';

/** A cell of a grid: its box and the lines between which it lies (`rows` and `columns` count elementary ones, end exclusive). */
export interface GridCell {
  readonly box: Box;
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
}

/** Lines that cross or share their ends, seen as a table's frame. `xs` and `ys` are the places of its lines. */
export interface Grid {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Whether columns were read from where level lines end, no upright ones being drawn. */
  readonly open: boolean;
  /** Of an open one: those of `ys` at which a line leaves out the first column, whose cell goes on below it. */
  readonly parts?: readonly number[];
}

const TOUCH = 4;
/** A wall stands where lines cover this share of a cell's side. */
const COVERED = 0.6;
const SMALLEST_CELL = 5;
/** How far the line of a cell may begin from where its text does, in points. */
const BEFORE_TEXT = 8;
/** More lines than this in one direction are a drawing. */
const MAX_LINES = 2_000;

/** Finds the grids of a page, top to bottom: connected lines, or level lines that end at the same places. */
export function findGrids(level: readonly Stroke[], upright: readonly Stroke[]): Grid[] {
  const levels = mergeStrokes(level);
  const uprights = mergeStrokes(upright);
  if (levels.length > MAX_LINES || uprights.length > MAX_LINES) return [];
  const grids: Grid[] = [];
  const used = new Set<Stroke>();
  for (const part of connected(levels, uprights)) {
    const grid = part.upright.length >= 2 && part.level.length >= 2 ? makeGrid(part.level, part.upright) : undefined;
    if (grid === undefined) continue;
    grids.push(grid);
    for (const stroke of part.level) used.add(stroke);
  }
  for (const group of alike(
    levels.filter((stroke) => !used.has(stroke)),
    level,
  )) {
    const grid = openGrid(group, level);
    if (grid !== undefined && !grids.some((other) => overlaps(other.box, grid.box))) grids.push(grid);
  }
  return grids.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

interface Part {
  readonly level: Stroke[];
  readonly upright: Stroke[];
}

function connected(levels: readonly Stroke[], uprights: readonly Stroke[]): Part[] {
  const parent = [...levels, ...uprights].map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  levels.forEach((flat, i) => {
    uprights.forEach((tall, j) => {
      const crosses =
        tall.at >= flat.from - TOUCH && tall.at <= flat.to + TOUCH && flat.at >= tall.from - TOUCH && flat.at <= tall.to + TOUCH;
      if (crosses) parent[find(levels.length + j)] = find(i);
    });
  });
  const parts = new Map<number, Part>();
  const partOf = (index: number): Part => {
    const root = find(index);
    const part = parts.get(root) ?? { level: [], upright: [] };
    parts.set(root, part);
    return part;
  };
  levels.forEach((stroke, index) => {
    partOf(index).level.push(stroke);
  });
  uprights.forEach((stroke, index) => {
    partOf(levels.length + index).upright.push(stroke);
  });
  return [...parts.values()];
}

function makeGrid(level: readonly Stroke[], upright: readonly Stroke[]): Grid | undefined {
  const xs = clusterValues([...upright.map((stroke) => stroke.at), ...outer(level)], TOUCH);
  const ys = clusterValues([...level.map((stroke) => stroke.at), ...outer(upright)], TOUCH);
  return gridOf(xs, ys, level, upright, false);
}

/** Where the outermost strokes begin and end: the sides of a table that draws none there. */
function outer(strokes: readonly Stroke[]): number[] {
  return [Math.min(...strokes.map((stroke) => stroke.from)), Math.max(...strokes.map((stroke) => stroke.to))];
}

function gridOf(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly Stroke[],
  upright: readonly Stroke[],
  open: boolean,
): Grid | undefined {
  const x0 = xs[0];
  const y0 = ys[0];
  const x1 = xs.at(-1);
  const y1 = ys.at(-1);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  if (x1 - x0 < 2 * SMALLEST_CELL || (!open && y1 - y0 < SMALLEST_CELL)) return undefined;
  return { box: { x0, y0, x1, y1 }, xs, ys, cells: cellsOf(xs, ys, level, upright), open };
}

/** Elementary cells joined where no wall stands between them. A joined area that is not a rectangle is cut to its bounds. */
function cellsOf(xs: readonly number[], ys: readonly number[], level: readonly Stroke[], upright: readonly Stroke[]): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner: number[] = Array.from({ length: columns * rows }, () => -1);
  const cells: GridCell[] = [];
  const x = (index: number) => xs[index] ?? 0;
  const y = (index: number) => ys[index] ?? 0;
  const wallRight = (row: number, column: number) => isCovered(upright, x(column + 1), y(row), y(row + 1));
  const wallBelow = (row: number, column: number) => isCovered(level, y(row + 1), x(column), x(column + 1));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owner[row * columns + column] !== -1) continue;
      let columnEnd = column + 1;
      while (columnEnd < columns && owner[row * columns + columnEnd] === -1 && !wallRight(row, columnEnd - 1)) columnEnd += 1;
      let rowEnd = row + 1;
      const spansDown = () => {
        for (let at = column; at < columnEnd; at += 1) {
          if (wallBelow(rowEnd - 1, at) || owner[rowEnd * columns + at] !== -1) return false;
          if (at + 1 < columnEnd && wallRight(rowEnd, at)) return false;
        }
        return true;
      };
      while (rowEnd < rows && spansDown()) rowEnd += 1;
      for (let r = row; r < rowEnd; r += 1) for (let c = column; c < columnEnd; c += 1) owner[r * columns + c] = cells.length;
      cells.push({ row, rowEnd, column, columnEnd, box: { x0: x(column), y0: y(row), x1: x(columnEnd), y1: y(rowEnd) } });
    }
  }
  return cells;
}

function isCovered(strokes: readonly Stroke[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const stroke of strokes) {
    if (Math.abs(stroke.at - at) <= TOUCH) covered += Math.max(0, Math.min(to, stroke.to) - Math.max(from, stroke.from));
  }
  return covered >= COVERED * (to - from);
}

/** Level lines of one width and place that meet at the same columns: the rules of a table without upright ones. */
function alike(levels: readonly Stroke[], drawn: readonly Stroke[]): Stroke[][] {
  const groups: Stroke[][] = [];
  const known = new Map<Stroke, number[]>();
  const innerEnds = (line: Stroke) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const parts = drawn.filter((one) => Math.abs(one.at - line.at) <= TOUCH && one.from >= line.from - 1 && one.to <= line.to + 1);
    const ends = clusterValues(
      parts.flatMap((one) => [one.from, one.to]),
      TOUCH,
    );
    known.set(line, ends);
    return ends;
  };
  const sameEnds = (one: Stroke | undefined, other: Stroke) => {
    const mine = innerEnds(other);
    const theirs = one === undefined ? [] : innerEnds(one);
    return mine.length === theirs.length && mine.every((end, index) => Math.abs(end - (theirs[index] ?? 0)) <= TOUCH);
  };
  for (const stroke of levels) {
    if (stroke.to - stroke.from < 60) continue;
    const group = groups.find(
      (one) => Math.abs((one[0]?.from ?? 0) - stroke.from) <= 4 && Math.abs((one[0]?.to ?? 0) - stroke.to) <= 4 && sameEnds(one[0], stroke),
    );
    if (group === undefined) groups.push([stroke]);
    else group.push(stroke);
  }
  return groups;
}

/** A grid whose column lines stand where the pieces of its level lines meet. */
function openGrid(group: readonly Stroke[], drawn: readonly Stroke[]): Grid | undefined {
  const first = group[0];
  if (first === undefined) return undefined;
  const near = drawn.filter(
    (stroke) => group.some((line) => Math.abs(line.at - stroke.at) <= TOUCH) && stroke.from >= first.from - 4 && stroke.to <= first.to + 4,
  );
  const ends = clusterValues(
    near.flatMap((stroke) => [stroke.from, stroke.to]),
    TOUCH,
  );
  const inner = ends.filter((end) => end > first.from + SMALLEST_CELL && end < first.to - SMALLEST_CELL);
  const supported = inner.filter((end) =>
    group.every((line) =>
      near.some((s) => Math.abs(s.at - line.at) <= TOUCH && (Math.abs(s.from - end) <= TOUCH || Math.abs(s.to - end) <= TOUCH)),
    ),
  );
  // A single line parts a header from one row; with fewer columns it may as well be words underlined.
  if (supported.length === 0 || (group.length === 1 && supported.length < 2)) return undefined;
  return openGridOf([first.from, ...supported, first.to], group, drawn);
}

/**
 * A grid of level lines alone with columns at `xs`, ascending, its sides among them, and of what is `drawn` between them from the second
 * column to the right side; undefined where they bound nothing.
 */
export function openGridOf(xs: readonly number[], lines: readonly Stroke[], drawn: readonly Stroke[]): Grid | undefined {
  const whole = clusterValues(
    lines.map((stroke) => stroke.at),
    TOUCH,
  );
  const [top, bottom, right] = [whole[0] ?? 0, whole.at(-1) ?? 0, xs.at(-1) ?? 0];
  const parts = mergeStrokes(drawn)
    .filter(({ at, from, to }) => {
      const isBetween = at > top && at < bottom && whole.every((y) => Math.abs(y - at) > TOUCH);
      return isBetween && Math.abs(to - right) <= TOUCH && xs.length > 2 && Math.abs(from - (xs[1] ?? 0)) <= BEFORE_TEXT;
    })
    .map(({ at }) => at);
  const grid = gridOf(
    xs,
    [...whole, ...parts].sort((a, b) => a - b),
    lines,
    xs.slice(1, -1).map((at): Stroke => ({ at, from: top, to: bottom })),
    true,
  );
  return grid === undefined ? undefined : { ...grid, parts };
}

function overlaps(one: Box, other: Box): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}
