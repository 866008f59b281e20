import { firstWordWidth } from './first-word-width.ts';
import { type Row, rowText } from './rows.ts';

/** Lines of one cell stand at least so far apart, in sizes: closer ones of two cells stand amid one another. */
const CLOSEST = 0.9;
/** Rows that fill all columns stand at least so far apart, in sizes. */
const ROW_PITCH = 1.45;
/** Sizes by which rows stand farther apart than lines of a cell. */
const WIDER = 0.2;
/** Sizes that a space and what a column keeps free on its right may take together. */
const SPARE = 2;

/** What stands beside each other across a row of a table. */
export interface TableLine {
  readonly baseline: number;
  readonly size: number;
  readonly cells: ReadonlyMap<number, Row>;
}

/**
 * The lines that rows of a table start with, of those that no rule parts, top to bottom; one or none where they are one row. Rows stand
 * farther apart than lines of a cell; where all stand evenly, a line that ends though the next word had room beside it ends its row.
 * `rights`: where each column ends, in points.
 */
export function rowStarts(lines: readonly TableLine[], rights: readonly number[]): readonly TableLine[] {
  const columns = new Set(lines.flatMap(({ cells }) => [...cells.keys()]));
  const label = Math.min(...columns);
  if (runsOut(lines)) return [];
  const pitch = pitchOfCells(lines);
  const blocks: TableLine[][] = [];
  for (const line of lines) {
    const above = blocks.at(-1)?.at(-1);
    const isApart = above !== undefined && line.baseline - above.baseline > pitch + WIDER * line.size;
    if (above === undefined || isApart) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  const isWhole = (cells: ReadonlySet<number>) => cells.has(label) || (columns.size > 2 && cells.size === columns.size - 1);
  return blocks.flatMap((block, index): readonly TableLine[] => {
    const isOwn = index === 0 || isWhole(new Set(block.flatMap(({ cells }) => [...cells.keys()])));
    return isOwn ? startsInBlock(block, label, rights) : [];
  });
}

interface Place {
  readonly block: readonly TableLine[];
  readonly rights: readonly number[];
}

/** The lines that rows start with in lines that stand evenly: what is set in the middle of its row, or amid lines of others, is one row. */
function startsInBlock(block: readonly TableLine[], label: number, rights: readonly number[]): readonly TableLine[] {
  const [first] = block;
  if (first === undefined) return [];
  const isEven = block.every((line, index) => index === 0 || line.baseline - (block[index - 1]?.baseline ?? 0) >= CLOSEST * line.size);
  if (!first.cells.has(label) || !isEven || runsOut(block)) return [first];
  return block.filter((line, index) => {
    const above = block[index - 1];
    if (above === undefined) return true;
    const hadRoom = columnsInCommon(above, line).map((column) => hadRoomIn(column, above, line, { block, rights }));
    const [before, own] = [above.cells.get(label), line.cells.get(label)];
    const isAlike = columnsInCommon(above, line).some((column) => shapeOf(above.cells.get(column)) === shapeOf(line.cells.get(column)));
    if (own !== undefined)
      return before === undefined || before.bold !== own.bold || hadRoom.includes(true) || isAlike || areWhole(above, line, block);
    return line.cells.size > 1 && ((hadRoom.length > 0 && !hadRoom.includes(false)) || isAlike);
  });
}

/** Whether two lines fill all columns and stand as far apart as rows do: not all cells of a row break at one place. */
function areWhole(above: TableLine, line: TableLine, block: readonly TableLine[]): boolean {
  const columns = new Set(block.flatMap(({ cells }) => [...cells.keys()])).size;
  const isApart = line.baseline - above.baseline >= ROW_PITCH * line.size;
  return columns > 2 && above.cells.size === columns && line.cells.size === columns && isApart;
}

/** Whether one cell after another has no more lines, until most have none, as cells of one row do that begin side by side. */
function runsOut(block: readonly TableLine[]): boolean {
  const first = block[0]?.cells.size ?? 0;
  const last = block.at(-1)?.cells.size ?? 0;
  return (
    2 * last <= first &&
    block.every(({ cells }, index) => [...cells.keys()].every((column) => index === 0 || block[index - 1]?.cells.has(column)))
  );
}

function columnsInCommon(above: TableLine, line: TableLine): readonly number[] {
  return [...line.cells.keys()].filter((column) => above.cells.has(column));
}

/** Whether the first word of a cell's line could have stood on the one above, so that it is not there for want of room. */
function hadRoomIn(column: number, above: TableLine, line: TableLine, { block, rights }: Place): boolean {
  const [before, own] = [above.cells.get(column), line.cells.get(column)];
  if (before === undefined || own === undefined) return false;
  const left = Math.min(...block.flatMap(({ cells }) => cells.get(column)?.x0 ?? []));
  const room = (rights[column] ?? left) - left - SPARE * line.size;
  return before.x1 - before.x0 + firstWordWidth(own.pieces[0]?.glyphs ?? []) <= room;
}

/** How a value looks whatever its numbers are, as those of a column do; of text without a number like no other one. */
function shapeOf(cell: Row | undefined): string | symbol {
  const text = cell === undefined ? '' : rowText(cell);
  return /\d/u.test(text) ? text.replace(/\d+/gu, '#').replace(/\s+/gu, '') : Symbol('no number');
}

/** The least distance of two lines of one cell, in points; infinite where no cell has two. */
function pitchOfCells(lines: readonly TableLine[]): number {
  let least = Number.POSITIVE_INFINITY;
  const last = new Map<number, number>();
  for (const { baseline, size, cells } of lines) {
    for (const column of cells.keys()) {
      const distance = baseline - (last.get(column) ?? Number.NEGATIVE_INFINITY);
      if (distance >= CLOSEST * size) least = Math.min(least, distance);
      last.set(column, baseline);
    }
  }
  return least;
}
