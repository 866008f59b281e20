import type { Box } from '../../kernel/index.ts';
import { type Glyph, isWhite, isWide, type PageContent, type Stroke } from './glyph.ts';
import { findGrids, type Grid, openGridOf } from './grids.ts';
import { isTitle } from './is-title.ts';
import { mergeStrokes } from './merge-strokes.ts';
import { piecesOf } from './pieces.ts';
import { middleOf, type Row, rowsOf } from './rows.ts';
import { shortSides } from './short-sides.ts';

/** More lines than this are a drawing, for each of which all print would be looked at. */
const MOST_LINES = 500;
/** Points; shorter level lines are no rules of a table. */
const SHORTEST = 60;
/** Points by which the ends of lines of one table may differ. */
const SAME_END = 4;
/** Width of a gutter, in sizes of print: words of a cell stand closer. */
const GUTTER = 0.6;
/** How far a row may stand from the line that parts it from the rest, in sizes. */
const NEAR = 1.6;
/** The same in a row of a table that has begun: a line of a cell may be missing. */
const WITHIN = 2.6;
/** The same of two lines of print of one header. */
const CLOSE = 0.8;
/** The least that rows stand apart, in sizes: lines of one name stand closer. */
const APART = 0.35;

/**
 * The tables of a page that lines draw, or fields behind their rows. Where lines run on over columns, as on a scan they do, and along
 * the edges of fields the columns are where no row has print.
 */
export function tableGrids(content: PageContent, level: readonly Stroke[], glyphs: readonly Glyph[]): readonly Grid[] {
  const lines = content.recognised === undefined ? level : withoutParts(level);
  const drawn = drawnGrids(content, lines, glyphs);
  // On a scan these are lines already.
  const edges = content.recognised === undefined ? stripeEdges(content) : [];
  return [...drawn, ...gutterGrids([...lines, ...edges], drawn, { glyphs, fills: content.fills })];
}

function drawnGrids({ upright, recognised }: PageContent, lines: readonly Stroke[], glyphs: readonly Glyph[]): readonly Grid[] {
  const drawn = findGrids(lines, upright);
  const short = recognised === undefined ? [] : shortSides(drawn, lines, glyphs);
  return short.length === 0 ? drawn : findGrids(lines, [...upright, ...short]);
}

/** Where fields that stand behind rows of a table begin and end: pieces of one row, one a cell, are one field. */
function stripeEdges({ fills, narrowFills = [] }: PageContent): readonly Stroke[] {
  const pieces = narrowFills.filter((narrow) =>
    fills.some((fill) => Math.abs(narrow.y0 - fill.y0) < 1 && Math.abs(narrow.y1 - fill.y1) < 1),
  );
  return [...fills, ...pieces].flatMap(({ x0, x1, y0, y1 }) => [y0, y1].map((at): Stroke => ({ at, from: x0, to: x1 })));
}

/** Points between two lines that are one. */
const SAME_LINE = 2;

/** Lines without those that are a part of another one: a line that is hardly askew is found row by row of its pixels. */
function withoutParts(level: readonly Stroke[]): readonly Stroke[] {
  const isPart = (one: Stroke, other: Stroke) =>
    Math.abs(one.at - other.at) <= SAME_LINE && one.from >= other.from && one.to <= other.to && one.to - one.from < other.to - other.from;
  return level.filter((one) => !level.some((other) => isPart(one, other)));
}

/**
 * Grids of level lines of the same ends that part rows with gutters in common: a header above the first line, a row between each two, and
 * one below the last. A row that runs over a gutter ends the table. A single line, as titles and running headers have one too, has to
 * part a header of three columns from a row.
 */
function gutterGrids(level: readonly Stroke[], drawn: readonly Grid[], print: Print): Grid[] {
  // Boxes without columns may be stripes of a table.
  const tables = drawn.filter(({ xs }) => xs.length > 2);
  const lines = mergeStrokes(level).filter(
    ({ at, from, to }) =>
      to - from >= SHORTEST && !tables.some(({ box }) => at >= box.y0 - 2 && at <= box.y1 + 2 && from < box.x1 && to > box.x0),
  );
  if (lines.length > MOST_LINES) return [];
  const groups: Stroke[][] = [];
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    // Of a page that was askew the ends wander from top to bottom.
    const group = groups.find((one) => {
      const last = one.at(-1);
      return last !== undefined && Math.abs(last.from - line.from) <= SAME_END && Math.abs(last.to - line.to) <= SAME_END;
    });
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  const grids: Grid[] = [];
  for (const group of groups) {
    const free = group.filter(
      ({ at, from, to }) => !grids.some(({ box }) => at > box.y0 && at < box.y1 && from >= box.x0 && to <= box.x1 + SAME_END),
    );
    grids.push(...gridsOfGroup(free, print, lines));
  }
  return grids;
}

/** What stands on a page beside its lines. */
interface Print {
  readonly glyphs: readonly Glyph[];
  readonly fills: readonly Box[];
}

/** Whether rows are lines of a listing set on a field, as code is: their columns are made by spaces. */
function isListing(rows: readonly Row[], fills: readonly Box[]): boolean {
  // In a font of Chinese all signs are equally wide that stand in a header.
  const isCode = ({ listed, pieces }: Row) => listed && pieces.every(({ glyphs }) => !glyphs.some(({ text }) => isWide(text)));
  return rows.every((row) => isCode(row) && fills.some((fill) => middleOf(row) > fill.y0 && middleOf(row) < fill.y1));
}

interface RowsOnFields {
  readonly rows: readonly Row[];
  readonly fills: readonly Box[];
}

function gridsOfGroup(group: readonly Stroke[], { glyphs, fills }: Print, level: readonly Stroke[]): Grid[] {
  const [first] = group;
  if (first === undefined) return [];
  const inside = glyphs.filter(({ x0, x1, text }) => x0 >= first.from - 2 && x1 <= first.to + 2 && !isWhite(text));
  const rows = rowsOf(piecesOf(inside));
  const grids: Grid[] = [];
  for (let start = 0; start < group.length; ) {
    const run = runFrom(group, start, { rows, fills });
    if (run === undefined) {
      start += 1;
      continue;
    }
    const taken = [...lineBelowNames(group, start, run, { rows, fills }), ...group.slice(start, run.end)];
    const grid = openGridOf([first.from, ...run.walls, first.to], taken, level);
    if (grid !== undefined) grids.push(grid);
    start = run.end;
  }
  return grids;
}

/**
 * Where the stripes of a table begin below its first row, nothing parts that from the names of its columns: half way between them, as a
 * line; none where but one of both stands above the first stripe.
 */
function lineBelowNames(
  group: readonly Stroke[],
  start: number,
  { walls }: Pick<Run, 'walls'>,
  { rows, fills }: RowsOnFields,
): readonly Stroke[] {
  const [top, before] = [group[start], group[start - 1]?.at];
  if (top === undefined || !fills.some(({ y0 }) => Math.abs(y0 - top.at) <= SAME_LINE)) return [];
  const above = headerAbove(rows, top.at, before);
  const farther = headerAbove(rows, Math.min(...above.map(({ y0 }) => y0)), before);
  const isNamed = columnsOf(farther, walls) > walls.length && gutters([...farther, ...above]).length >= walls.length;
  const [names, row] = isNamed ? [farther, above] : atWidestGap(above);
  const [last, first] = [Math.max(...names.map(({ y1 }) => y1)), row[0]];
  const isParted = first !== undefined && first.y0 - last >= APART * first.size;
  return isParted && columnsOf(names, walls) > 1 && columnsOf(row, walls) > 1 ? [{ ...top, at: (last + first.y0) / 2 }] : [];
}

/** Rows above the widest room between two of them, and those below it. */
function atWidestGap(rows: readonly Row[]): readonly [above: readonly Row[], below: readonly Row[]] {
  let [at, widest] = [1, 0];
  for (const [index, row] of rows.entries()) {
    const gap = row.y0 - Math.max(...rows.slice(0, index).map(({ y1 }) => y1));
    if (index > 0 && gap > widest) [at, widest] = [index, gap];
  }
  return [rows.slice(0, at), rows.slice(at)];
}

interface Run {
  readonly end: number;
  readonly walls: readonly number[];
}

/** The longest run of lines from one on whose rows keep to the gutters of its first two; `end` exclusive. */
function runFrom(group: readonly Stroke[], start: number, { rows, fills }: RowsOnFields): Run | undefined {
  const top = group[start];
  if (top === undefined) return undefined;
  const header = headerAbove(rows, top.at, group[start - 1]?.at);
  if (header.length === 0 || isListing(header, fills)) return undefined;
  let walls: readonly number[] | undefined;
  const print = Math.min(...header.map(({ size }) => size));
  let body: readonly Row[] = [];
  let end = start + 1;
  for (;;) {
    const [above, below] = [group[end - 1], group[end]];
    if (above === undefined) break;
    const last = walls === undefined ? rowsBelow(rows, above.at, header, print) : rowBelow(rows, above.at);
    const band = below === undefined ? last : rowsBetween(rows, above.at, below.at, walls === undefined ? NEAR : WITHIN, print);
    const found = gutters([...header, ...body, ...band]);
    // Between two headers stand the rows of the upper one, and what the lower table is called.
    if (below !== undefined && walls === undefined && (band.length === 0 || areRows(last, header, found.length))) {
      body = last;
      walls = gutters([...header, ...body]);
      break;
    }
    if (band.length === 0 || (walls !== undefined && found.length < walls.length)) break;
    walls = found;
    body = [...body, ...band];
    if (below === undefined) break;
    end += 1;
  }
  return walls !== undefined && isTable(header, body, walls, end - start) ? { end, walls } : undefined;
}

/** Whether there are several rows that all have cells and leave more than `count` gutters to the header. */
function areRows(rows: readonly Row[], header: readonly Row[], count: number): boolean {
  const walls = gutters([...header, ...rows]);
  return rows.length > 1 && walls.length > count && rows.every((row) => columnsOf([row], walls) > 1);
}

/** Whether a header names all columns and what stands below fills more than one: a box of text below columns is none of their rows. */
function isTable(header: readonly Row[], body: readonly Row[], walls: readonly number[], lines: number): boolean {
  const columns = columnsOf(header, walls);
  return columns === walls.length + 1 && columns > (lines > 1 ? 1 : 2) && columnsOf(body, walls) > 1;
}

/** The lines of print of the header above a line and below the one before, its names over one another; none where the line is not near. */
export function headerAbove(rows: readonly Row[], at: number, before = Number.NEGATIVE_INFINITY): readonly Row[] {
  const above = rows.filter((row) => middleOf(row) < at && middleOf(row) > before);
  const header: Row[] = [];
  for (const row of above.toReversed()) {
    const top = Math.min(at, ...header.map(({ y0 }) => y0));
    if (top - row.y1 > (header.length === 0 ? NEAR : CLOSE) * row.size) break;
    header.unshift(row);
  }
  return header;
}

/** The rows between two lines where they fill the room there, but for so many sizes; none where there is more room than in a row of a table, or a title of a table in such `print`. */
function rowsBetween(rows: readonly Row[], top: number, bottom: number, room: number, print: number): readonly Row[] {
  const band = rows.filter((row) => middleOf(row) > top && middleOf(row) < bottom);
  const isFull = band.every((row, index) => row.y0 - (band[index - 1]?.y1 ?? top) <= room * row.size && !isTitle(row, print));
  const last = band.at(-1);
  return isFull && last !== undefined && bottom - last.y1 <= room * last.size ? band : [];
}

function rowBelow(rows: readonly Row[], at: number): readonly Row[] {
  const row = rows.find((one) => middleOf(one) > at);
  return row === undefined || row.y0 - at > NEAR * row.size ? [] : [row];
}

/** The rows below a header that no line parts, as long as they keep to the gutters of the header and the first of them and are no title of a table in such `print`. */
function rowsBelow(rows: readonly Row[], at: number, header: readonly Row[], print: number): readonly Row[] {
  const below: Row[] = [];
  let columns = 0;
  for (const row of rows.filter((one) => middleOf(one) > at)) {
    if (row.y0 - (below.at(-1)?.y1 ?? at) > NEAR * row.size || isTitle(row, print)) break;
    const found = gutters([...header, ...below, row]).length;
    if (below.length === 0) columns = found;
    if (found < columns) break;
    below.push(row);
  }
  return below;
}

/** Where the gaps that all rows leave free end: columns begin at one place on each page, and end where their words do. */
function gutters(rows: readonly Row[]): readonly number[] {
  const inks = rows.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs)).toSorted((a, b) => a.x0 - b.x0);
  const walls: number[] = [];
  let reach = inks[0]?.x1 ?? 0;
  for (const { x0, x1, size } of inks) {
    if (x0 - reach >= GUTTER * size) walls.push(x0 - Math.min(x0 - reach, GUTTER * size) / 2);
    reach = Math.max(reach, x1);
  }
  return walls;
}

/** Columns in which rows have print. */
function columnsOf(rows: readonly Row[], walls: readonly number[]): number {
  const inks = rows.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs));
  return new Set(inks.map(({ x0, x1 }) => walls.filter((wall) => wall < (x0 + x1) / 2).length)).size;
}
