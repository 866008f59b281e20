import type { Box } from '../../../kernel/index.ts';
import { boundedBox, mappedBox } from '../model/box-of.ts';
import type { DrawingTable, TableCell } from '../model/drawing.ts';
import type { Transform } from '../model/transform.ts';
import type { TableEntity } from './dxf-entity.ts';

/** The cells of a table at their places: it hangs below its insertion point. */
export function layTable(
  { rowHeights, columnWidths }: TableEntity,
  texts: readonly string[],
  transform: Transform,
): Pick<DrawingTable, 'rows' | 'columns' | 'cells' | 'box'> {
  const lefts = sums(columnWidths);
  const tops = sums(rowHeights);
  const columns = Math.max(1, columnWidths.length);
  const cells: TableCell[] = texts.flatMap((text, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const local: Box = {
      x0: lefts[column] ?? 0,
      x1: lefts[column + 1] ?? 0,
      y0: -(tops[row + 1] ?? 0),
      y1: -(tops[row] ?? 0),
    };
    return text === '' ? [] : [{ row, column, text, box: boundedBox(mappedBox(transform, local)) }];
  });
  const box = mappedBox(transform, { x0: 0, x1: lefts.at(-1) ?? 0, y0: -(tops.at(-1) ?? 0), y1: 0 });
  return { rows: rowHeights.length, columns, cells, box };
}

function sums(lengths: readonly number[]): readonly number[] {
  let total = 0;
  return [0, ...lengths.map((length) => (total += length))];
}
