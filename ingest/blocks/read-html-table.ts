import { type HtmlElement, type HtmlNode, isElement } from './parse-html.ts';

/** Spans beyond are a mistake or an attack, not a table. */
const MAX_SPAN = 200;
/** Places of a grid that spans may fill beyond one for each cell; behind that, cells span nothing. */
const MAX_SPANNED = 500_000;

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
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
  isLeftOut: (node: HtmlNode) => boolean,
): { readonly header: readonly string[] | undefined; readonly rows: readonly (readonly string[])[] } {
  const lines = rowElements(table, isLeftOut).map(({ element, inHead }) => ({
    inHead,
    cells: cellsOf(element, isLeftOut).map(
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
  const width = header.reduce((most, row) => Math.max(most, row.length), 0);
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
  let spanned = 0;
  lines.forEach((cells, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const rows = Math.min(cell.rows, lines.length - rowIndex);
      const fits = spanned + rows * cell.columns - 1 <= MAX_SPANNED;
      const { down, right } = fits ? { down: rows, right: cell.columns } : { down: 1, right: 1 };
      spanned += down * right - 1;
      for (let below = 0; below < down; below += 1) {
        const row = grid[rowIndex + below];
        for (let across = 0; row !== undefined && across < right; across += 1) {
          row[column + across] = { text: cell.text, repeated: across > 0 };
        }
      }
      column += right;
    }
  });
  return grid;
}

function rowElements(
  table: HtmlElement,
  isLeftOut: (node: HtmlNode) => boolean,
): readonly { readonly element: HtmlElement; readonly inHead: boolean }[] {
  return table.childNodes.flatMap((node) => {
    if (isElement(node) && node.tagName === 'caption') return [];
    if (isLeftOut(node) || !isElement(node)) return [];
    if (node.tagName === 'tr') return [{ element: node, inHead: false }];
    if (!/^t(?:head|body|foot)$/.test(node.tagName)) return [];
    const rows = node.childNodes.filter((child): child is HtmlElement => !isLeftOut(child) && isElement(child) && child.tagName === 'tr');
    return rows.map((element) => ({ element, inHead: node.tagName === 'thead' }));
  });
}

/** Cells that are left out keep their place, as empty ones. */
function cellsOf(row: HtmlElement, isLeftOut: (node: HtmlNode) => boolean): readonly HtmlElement[] {
  return row.childNodes.filter((node): node is HtmlElement => {
    const cell = isElement(node) && (node.tagName === 'td' || node.tagName === 'th');
    if (!cell) isLeftOut(node);
    return cell;
  });
}

function spanOf(cell: HtmlElement, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1;
}
