import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Spans beyond are a mistake or an attack, not a table. */
const MAX_SPAN = 200;

interface HtmlCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly isHeader: boolean;
}

/**
 * Header and rows of an HTML table as a grid. A cell that spans rows stands in each of them, as a reader sees it; one that spans
 * columns stands in the first, but in the header names them all. The header is the row of `<th>`, else of `<thead>`, else the first row.
 */
export function readHtmlTable(
  table: Element,
  textOf: (node: Element) => string,
): { readonly header: readonly string[] | undefined; readonly rows: readonly (readonly string[])[] } {
  const lines = rowElements(table).map(({ element, inHead }) => ({
    inHead,
    cells: element.childNodes.filter(isCell).map(
      (cell): HtmlCell => ({
        text: textOf(cell),
        columns: spanOf(cell, 'colspan'),
        rows: spanOf(cell, 'rowspan'),
        isHeader: cell.tagName === 'th',
      }),
    ),
  }));
  const grid = layOut(lines.map((line) => line.cells));
  let headerRows = lines.findIndex((line) => !line.inHead && !(line.cells.length > 0 && line.cells.every((cell) => cell.isHeader)));
  if (headerRows < 0) headerRows = lines.length;
  if (headerRows === 0 && lines.length > 1) headerRows = 1;
  const header = grid.slice(0, headerRows);
  if (header.length === 0) return { header: undefined, rows: grid.map(plainRow) };
  const width = Math.max(...header.map((row) => row.length));
  const names = Array.from({ length: width }, (_, column) => {
    const parts = header.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
    return [...new Set(parts)].join(' ');
  });
  return { header: names, rows: grid.slice(headerRows).map(plainRow) };
}

interface GridCell {
  readonly text: string;
  readonly repeated: boolean;
}

function plainRow(row: readonly (GridCell | undefined)[]): readonly string[] {
  return Array.from(row, (cell) => (cell === undefined || cell.repeated ? '' : cell.text));
}

function layOut(lines: readonly (readonly HtmlCell[])[]): readonly (readonly (GridCell | undefined)[])[] {
  const grid: (GridCell | undefined)[][] = lines.map(() => []);
  lines.forEach((cells, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(cell.rows, lines.length - rowIndex); down += 1) {
        const row = grid[rowIndex + down];
        for (let right = 0; row !== undefined && right < cell.columns; right += 1) {
          row[column + right] = { text: cell.text, repeated: right > 0 };
        }
      }
      column += cell.columns;
    }
  });
  return grid;
}

function rowElements(table: Element): readonly { readonly element: Element; readonly inHead: boolean }[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    if (node.tagName === 'tr') return [{ element: node, inHead: false }];
    if (!/^t(?:head|body|foot)$/.test(node.tagName)) return [];
    const rows = node.childNodes.filter((child): child is Element => 'tagName' in child && child.tagName === 'tr');
    return rows.map((element) => ({ element, inHead: node.tagName === 'thead' }));
  });
}

function isCell(node: Node): node is Element {
  return 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th');
}

function spanOf(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1;
}
