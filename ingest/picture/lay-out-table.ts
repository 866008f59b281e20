import { fitColumns } from './fit-columns.ts';
import { layOutLines } from './lay-out-lines.ts';
import { type CellToDraw, isWholly, layOutRow } from './lay-out-row.ts';
import { type Measure, type Strip, stacked, type TextStyle } from './picture.ts';
import type { MarkedText, PicturePassage } from './picture-passage.ts';
import { tableColumns } from './table-columns.ts';
import { CELL, CELL_PADDING, HEAD_CELL, NUMBERED } from './table-styles.ts';

const NUMBER: TextStyle = { size: 13, bold: false };
const MOST_WIDTH_OF_NUMBER = 90;

/** A table whose rows can be laid out one by one, all with the same columns. */
export interface LaidTable {
  /**
   * What stands over a row when it is the first that is shown of the table: what introduces the table, unless that is shown too
   * (`from`: order of the first passage shown), names of columns, labels that hold for it.
   */
  headOf(row: PicturePassage, from: number): Strip;
  rowOf(row: PicturePassage): Strip;
}

/** Lays out a table by the rows that are at hand; undefined where its columns do not fit beside each other in `width`. */
export function layOutTable(rows: readonly PicturePassage[], x: number, width: number, measure: Measure): LaidTable | undefined {
  const columns = tableColumns(rows);
  const numbers = rows.flatMap(({ row }) => (row === undefined ? [] : [measure(String(row), NUMBER)]));
  const numberWidth = numbers.length === 0 ? 0 : Math.min(MOST_WIDTH_OF_NUMBER, Math.max(...numbers) + 2 * CELL_PADDING);
  const texts = columns.names.map((name, index) => ({
    head: columns.isNamed ? name : '',
    cells: rows.flatMap((row) => columns.cellsOf(row)?.[index]?.content.text ?? []),
  }));
  const fitted = fitColumns(texts, width - numberWidth, measure);
  if (fitted === undefined) return undefined;
  const widths = [...(numberWidth === 0 ? [] : [numberWidth]), ...fitted];
  const number = (text: string): readonly CellToDraw[] =>
    numberWidth === 0 ? [] : [{ content: { text, marks: [] }, style: NUMBER, ink: 'soft' }];
  const over = (content: MarkedText): Strip =>
    layOutRow(
      [{ content, style: HEAD_CELL, ink: 'text', isWhole: isWholly(content) }],
      [widths.reduce((sum, one) => sum + one, 0)],
      x,
      measure,
      'head',
    );

  return {
    headOf({ order, leadIn, labels }, from) {
      const introduced = leadIn === undefined || (leadIn.order ?? -1) >= from ? undefined : leadIn.text;
      const above = labels.filter((label) => label.column === undefined && (label.order ?? -1) < order);
      const names = [
        ...number(NUMBERED),
        ...columns.names.map((text): CellToDraw => ({ content: { text, marks: [] }, style: HEAD_CELL, ink: 'text' })),
      ];
      return stacked([
        ...(introduced === undefined
          ? []
          : [layOutLines({ text: introduced, marks: [] }, { x, width, style: HEAD_CELL, ink: 'soft' }, measure)]),
        ...(columns.isNamed ? [layOutRow(names, widths, x, measure, 'head')] : []),
        ...above.map(({ text }) => over({ text, marks: [] })),
      ]);
    },
    rowOf(row) {
      const cells = columns.cellsOf(row);
      if (cells === undefined) return over(row.content);
      const drawn = cells.map((cell): CellToDraw => {
        if (cell === undefined) return { content: { text: '', marks: [] }, style: CELL, ink: 'text' };
        return { content: cell.content, style: CELL, ink: cell.isInherited ? 'soft' : 'text', isWhole: isWholly(cell.content) };
      });
      return layOutRow([...number(row.row === undefined ? '' : String(row.row)), ...drawn], widths, x, measure);
    },
  };
}
