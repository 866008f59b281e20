import { columnLabel } from '../../../../ontology/index.ts';
import type { Edit, RowStatement, StatedCell } from '../statement.ts';
import { capitalised } from '../text-edit.ts';

/** What is said of a row: of what its first cell names, one other column. */
function told(row: RowStatement, value: StatedCell): string | undefined {
  const { language } = row;
  const name = nameOf(row);
  if (name === undefined || name.column === value.column) return undefined;
  const column = columnLabel(value.column, undefined, language);
  const words = value.text.replace(/[.。]$/u, '');
  const named = /^\d+$/u.test(name.text) ? `${columnLabel(name.column, undefined, language)} ${name.text}` : name.text;
  return language === 'en' ? `${capitalised(column)} of ${named}: ${words}.` : `${named}的${column}：${words}。`;
}

/** The first cell that no other row that is shown has. */
function nameOf({ cells, sources: [, ...others] }: RowStatement): StatedCell | undefined {
  return cells.find(({ column, text }) => {
    const values = others.flatMap((source) =>
      (source.cells ?? []).filter((cell) => cell.column === column).map(({ start, end }) => source.text.slice(start, end).trim()),
    );
    return column !== '' && text.length <= LONGEST_NAME && !values.includes(text);
  });
}

const LONGEST_NAME = 40;

/** Columns worth telling: short, filled, and with other values in the rows around. */
function tellable(row: RowStatement): readonly StatedCell[] {
  return row.cells.filter(({ column, text }) => /\p{L}{2}/u.test(column) && !/^column \d/iu.test(column) && isWorded(text));
}

function isWorded(text: string): boolean {
  return text.length >= 2 && text.length <= MOST && /[\p{L}\p{N}]/u.test(text);
}

const MOST = 90;

/** Of a row the value that the same column has in another row that is shown. */
export const takeOtherRow: Edit = (statement, { random }) => {
  if (statement.kind !== 'row') return undefined;
  const [own, ...others] = statement.sources;
  for (const cell of random.shuffle(tellable(statement))) {
    const values = others.flatMap(({ text, cells = [] }) =>
      cells.filter(({ column }) => column === cell.column).map(({ start, end }) => text.slice(start, end).trim()),
    );
    const different = values.filter((value) => isWorded(value) && !own.text.includes(value) && !value.includes(cell.text));
    if (different.length === 0) continue;
    const text = told(statement, { column: cell.column, text: random.pick(different) });
    if (text !== undefined) return { claims: [{ text }], sources: statement.sources, looksAt: 'verdicts' };
  }
  return undefined;
};

/** A row told in a sentence, with the column's name in the language of who asks. */
export const tellRow: Edit = (statement, { random }) => {
  if (statement.kind !== 'row') return undefined;
  for (const cell of random.shuffle(tellable(statement))) {
    const text = told(statement, cell);
    if (text !== undefined) return { claims: [{ text }], sources: statement.sources, looksAt: 'verdicts' };
  }
  return undefined;
};
