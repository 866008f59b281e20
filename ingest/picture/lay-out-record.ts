import { type CellToDraw, isWholly, layOutRow } from './lay-out-row.ts';
import { type Measure, type Strip, stacked } from './picture.ts';
import type { PicturePassage } from './picture-passage.ts';
import { tableColumns } from './table-columns.ts';
import { CELL, HEAD_CELL, NUMBERED } from './table-styles.ts';

const NAME_SHARE = 0.24;
const CITED_SHARE = 0.36;

/**
 * A row of a table too wide for a page, turned on its side: the names of its columns below one another, beside them the row before
 * it, the row itself and the row behind it, as far as there are any.
 */
export function layOutRecord(
  { before, cited, after }: { readonly before?: PicturePassage; readonly cited: PicturePassage; readonly after?: PicturePassage },
  x: number,
  width: number,
  measure: Measure,
): Strip {
  const rows = [before, cited, after].filter((row) => row !== undefined);
  const { names, cellsOf } = tableColumns(rows);
  const others = rows.length - 1;
  const rest = others === 0 ? 0 : (1 - NAME_SHARE - CITED_SHARE) / others;
  const shares = [NAME_SHARE, ...rows.map((row) => (row !== cited ? rest : others === 0 ? 1 - NAME_SHARE : CITED_SHARE))];
  const widths = shares.map((share) => Math.floor(share * width));
  const plain = (text: string): CellToDraw => ({ content: { text, marks: [] }, style: HEAD_CELL, ink: 'text' });
  const cells = rows.map((row) => cellsOf(row) ?? []);
  const head = rows.some(({ row }) => row !== undefined)
    ? [layOutRow([plain(NUMBERED), ...rows.map(({ row }) => plain(row === undefined ? '' : String(row)))], widths, x, measure, 'head')]
    : [];
  const lines = names.map((name, index) =>
    layOutRow(
      [
        { ...plain(name), ground: 'head' },
        ...rows.map((row, at): CellToDraw => {
          const cell = cells[at]?.[index];
          const content = cell?.content ?? { text: '', marks: [] };
          const isSoft = row !== cited || cell?.isInherited === true;
          return { content, style: CELL, ink: isSoft ? 'soft' : 'text', isWhole: isWholly(content) };
        }),
      ],
      widths,
      x,
      measure,
    ),
  );
  return stacked([...head, ...lines]);
}
