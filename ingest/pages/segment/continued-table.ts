import type { LineElement } from '../../layout/page-elements.ts';
import { rowText } from '../../layout/rows.ts';
import type { Table } from '../../layout/table.ts';
import { captionKey } from './heading-rules.ts';
import type { LastTable } from './page-state.ts';
import { repeatedHeaderRows } from './table-header.ts';

/**
 * How far an edge may stand from where it stood on the page before, in points. On scans without lines between columns inner ones stand
 * where words begin, which may be centred.
 */
const SAME_EDGE = { drawn: 6, recognised: 24 } as const;

/**
 * A table at the head of a page with the columns of the one that the page before ended with, where it goes on with that: it has its
 * outer edges and no edge of its own between them. A column in which this page has nothing is among its columns again. What says the
 * names of the columns again goes on wherever its edges stand: without lines they are those of the words that a page holds.
 */
export function continuedTable(table: Table, page: number, last: LastTable | undefined, origin: keyof typeof SAME_EDGE): Table | undefined {
  if (last === undefined || last.page !== page - 1) return undefined;
  if (table.edges.length === last.edges.length && repeatedHeaderRows(table.rows, last.headerKey) !== undefined) return table;
  const by = (table.edges[0] ?? 0) - (last.edges[0] ?? 0);
  const edges = last.edges.map((edge) => edge + by);
  const most = (at: number) => (at === 0 || at === table.edges.length - 1 ? SAME_EDGE.drawn : SAME_EDGE[origin]);
  const places = table.edges.map((edge, at) => nearestPlace(edge, edges, most(at)));
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  if (!isInOrder || places.at(-1) !== edges.length - 1) return undefined;
  const place = (column: number) => places[column] ?? column;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, column: place(cell.column), columnEnd: place(cell.columnEnd) })),
  }));
  return places.length === edges.length ? table : { ...table, edges, rows };
}

/** The place of the nearest edge within a distance; -1 where none is. */
function nearestPlace(edge: number, edges: readonly number[], most: number): number {
  const distances = edges.map((one) => Math.abs(one - edge));
  const nearest = Math.min(...distances);
  return nearest <= most ? distances.indexOf(nearest) : -1;
}

/** Whether a line at the head of a page says the caption of the table before again, as its first line or as a continuation. */
export function repeatsCaption(last: LastTable | undefined, { row }: LineElement, page: number): boolean {
  if (last === undefined || last.page !== page - 1 || last.leadIn === undefined) return false;
  const key = captionKey(rowText(row));
  return key !== '' && captionKey(last.leadIn.text).startsWith(key);
}
