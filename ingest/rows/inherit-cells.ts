import type { RawCell } from './raw-row.ts';
import type { Sheet } from './rows-detail.ts';

/** Longer cells are not carried to the rows below, so that the carry stays small. */
const MAX_INHERITED_LENGTH = 500;

/**
 * FMEA tables give item, function and failure mode once and leave them blank below. Fills the leading columns up to the failure
 * mode from the row above, as long as the row begins with blanks: a new component without a mode inherits none.
 * @returns the cells to inherit, and the values that the next row may inherit.
 */
export function inheritCells(
  sheet: Sheet,
  cells: readonly RawCell[],
  above: readonly string[],
): { readonly inherited: readonly (RawCell | undefined)[]; readonly above: readonly string[] } {
  const last = sheet.kind === 'fmea-row' ? sheet.columns.findIndex((column) => column.role === 'failure-mode') : -1;
  if (last < 0 || cells.every((cell) => cell.text === '')) return { inherited: [], above };
  const inherited: (RawCell | undefined)[] = [];
  const next: string[] = [];
  let blank = true;
  for (let index = 0; index <= last; index += 1) {
    const text = cells[index]?.text ?? '';
    blank &&= text === '';
    const carried = above[index] ?? '';
    inherited.push(blank && carried !== '' ? { text: carried } : undefined);
    next.push(blank ? carried : text.length <= MAX_INHERITED_LENGTH ? text : '');
  }
  return { inherited, above: next };
}
