import type { Box } from '../../../kernel/index.ts';
import { tableRows } from '../../flow/blocks/table-rows.ts';
import { around } from '../model/box-of.ts';
import type { DrawingTable } from '../model/drawing.ts';
import type { Draft } from './draft.ts';

/** The rows of a table as drafts, of which the first will stand at `from`: a title over the whole width, a header, rows. */
export function tableDrafts({ id, rows, columns, cells, box: whole }: DrawingTable, from: number): readonly Draft[] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  const boxes: { readonly box: Box }[][] = grid.map(() => []);
  for (const { row, column, text, box } of cells) {
    const line = grid[row];
    if (line === undefined) continue;
    line[column] = text.replace(/\s+/gu, ' ').trim();
    boxes[row]?.push({ box });
  }
  const filled = grid.map((row) => row.filter((cell) => cell !== '').length);
  const head = filled.findIndex((count) => count > 1);
  const isHeaded = columns > 1 && head >= 0 && filled.slice(head + 1).some((count) => count > 1);
  const titles = grid.slice(0, isHeaded ? head : 0).flatMap((row, at) => ((filled[at] ?? 0) > 0 ? [{ row, at }] : []));
  const body = isHeaded ? grid.slice(head + 1) : grid;
  const drafts: Draft[] = titles.map(({ row, at }) => {
    const text = row.filter((cell) => cell !== '').join(' ');
    return { kind: 'caption', text, places: placeOf(id, boxes[at] ?? []) };
  });
  const offset = isHeaded ? head + 1 : 0;
  const opens = from + drafts.length;
  for (const { number, text, cells: spans, labels } of tableRows({ header: isHeaded ? grid[head] : undefined, rows: body })) {
    drafts.push({
      kind: 'table-row',
      text,
      places: placeOf(id, boxes[offset + number - 1] ?? []),
      cells: spans,
      table: opens,
      labels: labels.map(({ from: row, ...label }) => ({ ...label, from: opens + row })),
    });
  }
  return drafts;

  function placeOf(entity: string, ofRow: readonly { readonly box: Box }[]): Draft['places'] {
    return [{ entity, box: around(ofRow) ?? whole }];
  }
}
