import type { PlantLanguage } from '../bilingual.ts';
import type { Block, KeyedText, TableRow } from './blocks.ts';
import { PAGE, type PageCanvas, type TextStyle } from './page-canvas.ts';

type Table = Extract<Block, { kind: 'table' }>;

const BODY: TextStyle = { face: 'regular', size: 8.5 };
const HEAD: TextStyle = { face: 'bold', size: 8.5 };
const CAPTION: TextStyle = { face: 'bold', size: 9 };
const PADDING = 4;
const RULE = '#7d8790';

interface Row {
  readonly lines: readonly (readonly string[])[];
  readonly source: TableRow;
  readonly height: number;
}

/** Sets a table over as many pages as it needs; the header is repeated on each, and a first cell over several rows as well. */
export function placeTable(canvas: PageCanvas, table: Table, caption: string, language: PlantLanguage): void {
  const width = PAGE.right - PAGE.left;
  const edges: number[] = [PAGE.left];
  for (const column of table.columns) edges.push((edges.at(-1) ?? PAGE.left) + column.share * width);
  const layRow = (source: TableRow, style: TextStyle, sharesFirst: boolean): Row => {
    const lines = source.cells.map((cell, index) => canvas.wrap(cell.text[language], widthOf(edges, index) - 2 * PADDING, style));
    const tallest = Math.max(...lines.map((cellLines, index) => (sharesFirst && index === 0 ? 1 : cellLines.length)));
    return { lines, source, height: tallest * canvas.lineHeight(style) + 2 * PADDING };
  };
  const header = layRow({ cells: table.columns.map((column): KeyedText => ({ text: column.title })) }, HEAD, false);
  const rows = table.rows.map((row, index) => layRow(row, BODY, row.sameFirst === true || table.rows[index + 1]?.sameFirst === true));
  growForFirstCells(rows, canvas);

  canvas.reserve(canvas.lineHeight(CAPTION) + header.height + (rows[0]?.height ?? 0) + 8);
  canvas.place([caption], PAGE.left, canvas.y, CAPTION);
  canvas.y += canvas.lineHeight(CAPTION) + 3;
  placeHeader(canvas, table, header, edges);
  let groupTop = canvas.y;
  rows.forEach((row, index) => {
    let startsGroup = row.source.sameFirst !== true;
    let height = row.height;
    if (canvas.y + row.height > PAGE.bottom) {
      if (table.ruled && !startsGroup) ruleAcross(canvas, edges[0], edges.at(-1), canvas.y);
      if (table.ruled) ruleDown(canvas, edges, groupTop, canvas.y);
      canvas.newPage();
      placeHeader(canvas, table, header, edges);
      groupTop = canvas.y;
      startsGroup = true;
      height = Math.max(height, firstCellHeight(row, canvas));
    }
    placeCells(canvas, row, edges, language, startsGroup);
    canvas.y += height;
    const next = rows[index + 1];
    if (!table.ruled) return;
    ruleAcross(canvas, next?.source.sameFirst === true ? edges[1] : edges[0], edges.at(-1), canvas.y);
    if (next === undefined) ruleDown(canvas, edges, groupTop, canvas.y);
  });
  canvas.y += 10;
}

/** A first cell taller than the rows it spans makes the last of them taller. */
function growForFirstCells(rows: Row[], canvas: PageCanvas): void {
  rows.forEach((row, start) => {
    if (row.source.sameFirst === true) return;
    let end = start;
    while (rows[end + 1]?.source.sameFirst === true) end += 1;
    const needed = firstCellHeight(row, canvas);
    const present = rows.slice(start, end + 1).reduce((sum, each) => sum + each.height, 0);
    const last = rows[end];
    if (last !== undefined && needed > present) rows[end] = { ...last, height: last.height + needed - present };
  });
}

function firstCellHeight(row: Row, canvas: PageCanvas): number {
  return (row.lines[0]?.length ?? 0) * canvas.lineHeight(BODY) + 2 * PADDING;
}

function placeHeader(canvas: PageCanvas, table: Table, header: Row, edges: readonly number[]): void {
  const box = { x0: edges[0] ?? 0, y0: canvas.y, x1: edges.at(-1) ?? 0, y1: canvas.y + header.height };
  if (table.ruled) canvas.mark({ kind: 'fill', box, colour: '#dfe6ec' });
  header.lines.forEach((lines, index) => {
    canvas.place(lines, (edges[index] ?? 0) + PADDING, canvas.y + PADDING, HEAD);
  });
  if (table.ruled) {
    ruleAcross(canvas, edges[0], edges.at(-1), canvas.y);
    ruleDown(canvas, edges, box.y0, box.y1);
  }
  ruleAcross(canvas, edges[0], edges.at(-1), box.y1);
  canvas.y += header.height;
}

function placeCells(canvas: PageCanvas, row: Row, edges: readonly number[], language: PlantLanguage, withFirst: boolean): void {
  row.source.cells.forEach((cell, index) => {
    if (index === 0 && !withFirst) return;
    const repeated = index === 0 && row.source.sameFirst === true;
    const keyed = cell.key === undefined || repeated ? undefined : { key: cell.key, quote: cell.text[language] };
    canvas.place(row.lines[index] ?? [], (edges[index] ?? 0) + PADDING, canvas.y + PADDING, BODY, keyed);
  });
}

function ruleAcross(canvas: PageCanvas, from: number | undefined, to: number | undefined, y: number): void {
  canvas.mark({ kind: 'line', box: { x0: from ?? 0, y0: y, x1: to ?? 0, y1: y }, width: 0.6, colour: RULE });
}

function ruleDown(canvas: PageCanvas, edges: readonly number[], top: number, bottom: number): void {
  for (const x of edges) canvas.mark({ kind: 'line', box: { x0: x, y0: top, x1: x, y1: bottom }, width: 0.6, colour: RULE });
}

function widthOf(edges: readonly number[], index: number): number {
  return (edges[index + 1] ?? 0) - (edges[index] ?? 0);
}
