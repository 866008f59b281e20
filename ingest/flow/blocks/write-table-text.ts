import { warningSignal } from '../../../ontology/index.ts';
import type { BlockWriter } from './block-writer.ts';
import type { TableText } from './lay-out-table.ts';

/** Cells of a table that is drawn as the box of a safety message: its sign, its word, its text. */
const BOX_CELLS = 4;

/** Writes a table, or the safety message that it is drawn around. */
export function writeTableText(table: TableText, writer: BlockWriter): void {
  const spoken = [...(table.header === undefined ? [] : [table.header]), ...table.rows].flat().filter((cell) => cell !== '');
  const [first = ''] = spoken;
  const signal = warningSignal(first);
  if (signal === undefined || spoken.length > BOX_CELLS || first.length - signal.length > 2) {
    writer.table(table);
    return;
  }
  writer.openBox(true);
  for (const cell of spoken) writer.paragraph(cell);
  writer.closeBox();
}
