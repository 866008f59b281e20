import type { Box } from '../../../kernel/index.ts';
import type { GridTable } from './grid-table.ts';
import type { PlacedText } from './placed-text.ts';
import type { Rulings } from './rulings.ts';

/** A table that lines and texts make, with the texts that are in it. */
export interface RuledTable extends GridTable {
  readonly texts: readonly PlacedText[];
}

/** Heights of a text that its cell is high and wide at most: larger rectangles are frames. */
const HIGHEST = 8;
const WIDEST = 90;
/** Fewer cells side by side, or rows, are boxes and no table. */
const FEWEST_COLUMNS = 2;
const FEWEST_ROWS = 3;
const MOST_COLUMNS = 60;
/** Tables beside each other that are looked at for the next row. */
const MOST_OPEN = 50;
/** Share of a cell's height by which edges of one line may differ. */
const SAME = 0.1;

interface RuledCell {
  readonly box: Box;
  readonly texts: PlacedText[];
}

interface RuledRow {
  readonly box: Box;
  readonly cells: readonly RuledCell[];
}

/**
 * The tables of a sheet that are drawn as lines with texts between: rows of touching cells, over each other, in the same columns.
 * `fewestRows`: fewer are boxes and no table.
 */
export function ruledTables(texts: readonly PlacedText[], rulings: Rulings, fewestRows = FEWEST_ROWS): readonly RuledTable[] {
  const rows = rowsOf(cellsOf(texts, rulings)).sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0);
  const open: RuledRow[][] = [];
  const tables: RuledRow[][] = [];
  for (const row of rows) {
    const above = open.find((table) => follows(table.at(-1), row));
    if (above !== undefined) above.push(row);
    else {
      const fresh = [row];
      open.push(fresh);
      tables.push(fresh);
    }
    if (open.length > MOST_OPEN) open.shift();
  }
  return tables.flatMap((table) => (table.length < fewestRows ? [] : tableOf(table)));
}

function cellsOf(texts: readonly PlacedText[], rulings: Rulings): readonly RuledCell[] {
  const cells = new Map<string, RuledCell>();
  for (const text of texts) {
    const box = text.rotation === 0 ? rulings.cellOf(text.box) : undefined;
    if (box === undefined || box.y1 - box.y0 > HIGHEST * text.height || box.x1 - box.x0 > WIDEST * text.height) continue;
    const key = [box.x0, box.y0, box.x1, box.y1].join(' ');
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { box, texts: [text] });
    else cell.texts.push(text);
  }
  return [...cells.values()];
}

/** Cells of one height beside each other; one that is empty may lie between. */
function rowsOf(cells: readonly RuledCell[]): RuledRow[] {
  const lines = new Map<string, RuledCell[]>();
  for (const cell of cells) {
    const key = `${cell.box.y0} ${cell.box.y1}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [cell]);
    else line.push(cell);
  }
  return [...lines.values()].flatMap((line) => {
    const rows: RuledCell[][] = [];
    for (const cell of line.sort((a, b) => a.box.x0 - b.box.x0)) {
      const last = rows.at(-1)?.at(-1);
      if (last !== undefined && cell.box.x0 - last.box.x1 <= (last.box.x1 - last.box.x0) * 2) rows.at(-1)?.push(cell);
      else rows.push([cell]);
    }
    return rows.flatMap((row) => {
      const [first, last] = [row[0], row.at(-1)];
      return first === undefined || last === undefined || row.length > MOST_COLUMNS
        ? []
        : [{ box: { ...first.box, x1: last.box.x1 }, cells: row }];
    });
  });
}

/** Whether a row stands right below another one and shares a column with it. */
function follows(above: RuledRow | undefined, row: RuledRow): boolean {
  if (above === undefined) return false;
  const slack = SAME * (row.box.y1 - row.box.y0);
  if (Math.abs(above.box.y0 - row.box.y1) > slack) return false;
  return row.cells.some(({ box }) =>
    above.cells.some((other) => isSame(other.box.x0, box.x0, slack) && isSame(other.box.x1, box.x1, slack)),
  );
}

function isSame(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack;
}

function tableOf(rows: readonly RuledRow[]): readonly RuledTable[] {
  const edges: number[] = [];
  for (const { box } of rows.flatMap((row) => row.cells).sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = edges.at(-1);
    if (last === undefined || !isSame(last, box.x0, SAME * (box.y1 - box.y0))) edges.push(box.x0);
  }
  if (edges.length < FEWEST_COLUMNS || edges.length > MOST_COLUMNS) return [];
  const grid = rows.map(({ cells }) => {
    const line = edges.map(() => '');
    for (const { box, texts } of cells) {
      const column = edges.findLastIndex((edge) => edge <= box.x0 + SAME * (box.y1 - box.y0));
      line[Math.max(0, column)] = texts
        .sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0)
        .map(({ text }) => text)
        .join(' ');
    }
    return line;
  });
  const inRows = rows.map(({ cells }) => cells.flatMap((cell) => cell.texts));
  return [{ rows: grid, places: inRows.map((texts) => texts.map(({ id, box }) => ({ entity: id, box }))), texts: inRows.flat() }];
}
