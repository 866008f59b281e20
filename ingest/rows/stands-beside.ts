import { isTotalLabel } from '../../ontology/index.ts';
import type { RawRow } from './raw-row.ts';
import type { Sheet } from './rows-detail.ts';
import type { ColumnCounts } from './survey-column.ts';

/** A label of a total is short; a text that speaks of one is not. */
const LONGEST_LABEL = 40;
/** Share of the rows that fill a column before it is one that nearly every row fills; subtotals may stand after every few rows. */
const USUAL_SHARE = 0.7;
/** Of so few rows nothing is usual. */
const FEWEST_ROWS = 5;
const FEWEST_COLUMNS = 3;

/** Columns, from 0, that nearly every row below the header fills. */
export function usualColumns(counts: readonly (ColumnCounts | undefined)[], rows: number): readonly number[] {
  if (rows < FEWEST_ROWS) return [];
  return [...counts.keys()].filter((column) => (counts[column]?.filled ?? 0) >= USUAL_SHARE * rows);
}

/**
 * Whether a row among the records is none of them: a total or subtotal, by its label and by what it leaves empty; a remark or signature,
 * which fills one cell, or such only as hold a label and its colon.
 */
export function standsBeside(sheet: Sheet, row: RawRow): boolean {
  const { usual } = sheet;
  if (usual.length < FEWEST_COLUMNS) return false;
  const filled = row.cells.flatMap(({ text }, column) => (text === '' ? [] : [{ text, column }]));
  if (filled.length === 0) return false;
  const held = usual.filter((column) => {
    const cell = row.cells[column];
    return cell !== undefined && (cell.text !== '' || cell.merged !== undefined);
  }).length;
  if (held * 2 > usual.length) return false;
  const words = filled.filter(({ text }) => /\p{L}/u.test(text));
  if (words.some(({ text }) => text.length <= LONGEST_LABEL && isTotalLabel(text))) return true;
  if (words.length === 0) return false;
  return (filled.length === 1 && held * 3 <= usual.length) || filled.every(({ text }) => /[:：]/u.test(text));
}

/** Whether a row is a row of the header again, as printed lists have it page by page. */
export function isHeaderAgain({ headerTexts }: Pick<Sheet, 'headerTexts'>, { cells }: RawRow): boolean {
  return headerTexts.includes(cells.map(({ text }) => text).join('\t'));
}

/**
 * Whether a row belongs to another table below the records: behind a blank line it fills at most half as many cells as nearly every
 * record does, and so do all rows from there on.
 */
export function standsApart({ usual }: Sheet, row: RawRow, before: { readonly line: number; readonly apart: boolean }): boolean {
  if (usual.length < FEWEST_COLUMNS || (!before.apart && row.line <= before.line + 1)) return false;
  const filled = row.cells.filter(({ text, merged }) => text !== '' || merged !== undefined).length;
  return filled * 2 <= usual.length;
}
