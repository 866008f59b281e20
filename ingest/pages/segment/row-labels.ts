import type { RowLabel } from '../../../kernel/index.ts';
import type { TableRow } from '../../layout/table.ts';
import type { SpokenCell } from './page-state.ts';

/** What stands above a row and holds for it: the row over the whole width that heads it, then cells that span down to it. */
export function rowLabels(
  row: TableRow,
  headers: readonly string[],
  section: SpokenCell | undefined,
  above: readonly (SpokenCell | null)[],
): RowLabel[] {
  const labels: RowLabel[] = section === undefined ? [] : [{ ...section }];
  above.forEach((cell, column) => {
    if (cell === null || isCovered(row, column)) return;
    const name = headers[column] ?? '';
    labels.push({ ...cell, ...(name === '' ? {} : { column: name }) });
  });
  return labels;
}

/** Whether the row says something of its own in the column; only in the first one does an empty cell repeat the one above. */
function isCovered(row: TableRow, column: number): boolean {
  return row.cells.some((cell) => cell.column <= column && column < cell.columnEnd && (cell.lines.length > 0 || column > 0));
}
