import type { Cell, RowLabel } from '../../../kernel/index.ts';
import { columnRoles } from '../../../ontology/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import { fieldCells } from './field.ts';
import type { TableText } from './lay-out-table.ts';

/** Rows that the roles of a table's columns are judged by. */
const ROLE_SAMPLES = 50;
/** Rows that the width of a table is judged by. */
const WIDTH_SAMPLES = 10_000;
/** UTF-16 units of the longest name in a first column without a header over it. */
const LONGEST_NAME = 60;

/** A row as a passage will hold it. */
export interface RowText {
  /** Number of the row in the table, from 1, those without text included. */
  readonly number: number;
  readonly text: string;
  readonly cells: readonly Cell[];
  /** Labels from rows above; `from` is the place of that row among all rows given. */
  readonly labels: readonly (Omit<RowLabel, 'order'> & { readonly from: number })[];
}

/**
 * Rows with text, their cells joined by tabs. A row over the whole width labels those below it; cells that are empty at the head
 * of a row go on with the row above, whose words are then its labels. Two columns without a header are names and values.
 */
export function tableRows({ header, rows, titles }: TableText): readonly RowText[] {
  const plainHeader = header?.map(plainCell);
  const plainRows: string[][] = rows.map((row) => row.map(plainCell));
  const isBare = !plainRows.some((row) => row.some((cell) => cell !== ''));
  if (isBare && plainHeader?.some((cell) => cell !== '')) plainRows.unshift([...plainHeader]);
  const width = Math.max(0, plainHeader?.length ?? 0, ...plainRows.slice(0, WIDTH_SAMPLES).map((row) => row.length));
  const names = Array.from({ length: width }, (_, index) => plainHeader?.[index] || `column ${index + 1}`);
  const roles = columnRoles(plainHeader === undefined ? names.map(() => '') : names, plainRows.slice(0, ROLE_SAMPLES));
  const ofFields = plainHeader === undefined && width === 2 && plainRows.every((row, index) => titles?.has(index) || isNamed(row));
  const written: RowText[] = [];
  let title: { readonly text: string; readonly from: number } | undefined;
  let above: ({ readonly text: string; readonly from: number } | undefined)[] = [];
  plainRows.forEach((row, index) => {
    const { text, cells } = joinCells(row, (column) => {
      const role = roles[column];
      return { column: names[column] ?? `column ${column + 1}`, ...(role === undefined ? {} : { role }) };
    });
    if (text === '') return;
    const from = written.length;
    if (titles?.has(index) === true) {
      written.push({ number: index + 1, text, cells: [{ column: '', start: 0, end: text.length }], labels: [] });
      title = { text, from };
      above = [];
      return;
    }
    const filled = row.findIndex((cell) => cell !== '');
    const inherited = above.slice(0, filled).flatMap((label, column) => {
      const name = names[column];
      return label === undefined || name === undefined ? [] : [{ ...label, column: name }];
    });
    above = Array.from(row, (cell, column) => (column < filled ? above[column] : cell === '' ? undefined : { text: cell, from }));
    const own = ofFields ? fieldCells(text, row[0]?.length ?? 0, (row[0]?.length ?? 0) + 1) : cells;
    written.push({ number: index + 1, text, cells: own, labels: [...(title === undefined ? [] : [title]), ...inherited] });
  });
  return written;
}

function isNamed(row: readonly string[]): boolean {
  const [name = '', value = ''] = row;
  return value !== '' && name.length <= LONGEST_NAME && /\p{L}/u.test(name) && row.length === 2;
}

function plainCell(text: string): string {
  return cleanText(text)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function joinCells(
  row: readonly string[],
  describe: (column: number) => Omit<Cell, 'start' | 'end'>,
): { readonly text: string; readonly cells: readonly Cell[] } {
  let text = '';
  const cells: Cell[] = [];
  row.forEach((cell, column) => {
    if (cell === '') return;
    if (text !== '') text += '\t';
    const start = text.length;
    text += cell;
    cells.push({ ...describe(column), start, end: text.length });
  });
  return { text, cells };
}
