import type { RawCell } from '../raw-row.ts';
import type { VerticalMerge } from './read-merges.ts';

const EMPTY: RawCell = { text: '' };

/** Gives empty cells of a merged range the value of the range's first cell as `merged`. */
export function createMergeFill(merges: readonly VerticalMerge[]): (row: number, cells: readonly RawCell[]) => readonly RawCell[] {
  const starts = new Map<number, VerticalMerge[]>();
  for (const merge of merges) starts.set(merge.first, [...(starts.get(merge.first) ?? []), merge]);
  let open: { readonly merge: VerticalMerge; readonly value: RawCell }[] = [];
  return (row, cells) => {
    open = open.filter(({ merge }) => merge.last >= row);
    const filled = [...cells];
    for (const { merge, value } of open) {
      while (filled.length < merge.column) filled.push(EMPTY);
      if (filled[merge.column - 1]?.text === '') filled[merge.column - 1] = { text: '', merged: value };
    }
    for (const merge of starts.get(row) ?? []) {
      const value = cells[merge.column - 1];
      if (value !== undefined && value.text !== '') open.push({ merge, value });
    }
    return filled;
  };
}
