import { warningSignal } from '../../../ontology/index.ts';
import { columnCount, type Table, type TableCell } from '../../layout/table.ts';
import { joinPlaced, placeLines } from './placed-lines.ts';
import { cellText } from './table-header.ts';
import type { PlacedText } from './text-builder.ts';

/** A box of one or two rows that opens with a signal word is a warning, however its cells are drawn. */
export function isWarningBox(table: Table): boolean {
  if (table.rows.length > 2 || columnCount(table) > 3) return false;
  const text = cellText(spokenCells(table)[0]);
  const signal = warningSignal(text);
  return signal !== undefined && (table.rows.length === 1 || text.length - signal.length < 3);
}

/** Everything that a warning box says, as one text. */
export function warningText(table: Table, page: number): PlacedText {
  const cells = spokenCells(table).map((cell) => placeLines(cell.lines, page));
  const { text, runs } = joinPlaced(cells, ' ');
  return { text, runs };
}

function spokenCells(table: Table): TableCell[] {
  return table.rows.flatMap((row) => row.cells).filter((cell) => cell.lines.length > 0);
}
