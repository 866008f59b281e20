import { isListOfFields } from './is-list-of-fields.ts';
import { layOutTable, type SpanningCell, type TableText } from './lay-out-table.ts';
import { type HtmlElement, type HtmlNode, isElement } from './parse-html.ts';

/** Spans beyond are a mistake or an attack, not a table. */
const MAX_SPAN = 200;
interface HtmlCell extends SpanningCell {
  readonly isHeader: boolean;
}

/**
 * Header and rows of an HTML table as a grid. The header is the rows of `<th>`, else of `<thead>`, else the first row, unless the
 * table has two columns of names and values.
 */
export function readHtmlTable(
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
  isLeftOut: (node: HtmlNode) => boolean,
): TableText {
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
  let headerRows = lines.findIndex((line) => !line.inHead && !(line.cells.length > 0 && line.cells.every((cell) => cell.isHeader)));
  // Word marks rows as header that are none (`w:tblHeader` with the value `off`): what is all header has one row of it.
  if (headerRows < 0) headerRows = Math.min(1, lines.length);
  if (headerRows === 0 && lines.length > 1 && !isListOfFields(lines.map((line) => line.cells))) headerRows = 1;
  return layOutTable(
    lines.map((line) => line.cells),
    headerRows,
  );
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
