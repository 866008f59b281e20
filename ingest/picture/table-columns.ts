import type { MarkedText, PicturePassage } from './picture-passage.ts';

export interface TableCell {
  readonly content: MarkedText;
  /** The words stand in a row above and hold for this one too. */
  readonly isInherited: boolean;
}

/** Columns of a table, and where the cells of its rows stand in them. */
export interface TableColumns {
  readonly names: readonly string[];
  /** Whether somebody named them: fields and rows without a header bring no names of columns. */
  readonly isNamed: boolean;
  /** The cells of a row by column; undefined for a row that goes over the whole width. */
  readonly cellsOf: (row: PicturePassage) => readonly (TableCell | undefined)[] | undefined;
}

const UNNAMED = /^(?:column \d+)?$/;

/**
 * The columns that these rows fill, in the order in which the rows have them: cells without words are in no passage, so each row
 * may lack some. Rows of a name and what is said of it have two, whatever the names are.
 */
export function tableColumns(rows: readonly PicturePassage[]): TableColumns {
  const filled = rows.filter((row) => !isOver(row));
  if (filled.length > 0 && filled.every(isField)) {
    const cellsOf = ({ cells = [] }: PicturePassage) => cells.map(({ content }) => ({ content, isInherited: false }));
    return { names: ['', ''], isNamed: false, cellsOf: (row) => (isOver(row) ? undefined : cellsOf(row)) };
  }
  const keys = orderedKeys(filled.map((row) => keyed(row).map(([key]) => key)));
  const names = keys.map((key) => key.slice(0, key.lastIndexOf('#')));
  return {
    names,
    isNamed: names.some((name) => !UNNAMED.test(name)),
    cellsOf(row) {
      if (isOver(row)) return undefined;
      const own = new Map(keyed(row));
      return keys.map((key) => own.get(key));
    },
  };
}

function isOver({ cells = [] }: PicturePassage): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0]?.column === '');
}

function isField({ cells = [] }: PicturePassage): boolean {
  return cells.length === 2 && cells[0]?.column === '' && cells[1]?.column !== '';
}

/** The cells of a row by a key of their column, those from rows above first. Two columns may bear one name: each is its own. */
function keyed({ cells = [], labels }: PicturePassage): [key: string, cell: TableCell][] {
  const inherited = labels.flatMap(({ column, text }) => {
    const isOwn = column === undefined || cells.some((cell) => cell.column === column);
    return isOwn ? [] : [{ column, content: { text, marks: [] }, isInherited: true }];
  });
  const seen = new Map<string, number>();
  return [...inherited, ...cells.map((cell) => ({ ...cell, isInherited: false }))].map(({ column, ...cell }) => {
    const count = (seen.get(column) ?? 0) + 1;
    seen.set(column, count);
    return [`${column}#${count}`, cell];
  });
}

/** All keys once, each behind those that stand before it in some row; the fullest rows say most of the order. */
function orderedKeys(rows: readonly (readonly string[])[]): readonly string[] {
  const keys: string[] = [];
  for (const row of rows.toSorted((a, b) => b.length - a.length)) {
    let at = -1;
    for (const key of row) {
      const known = keys.indexOf(key);
      if (known < 0) {
        at += 1;
        keys.splice(at, 0, key);
      } else at = Math.max(at, known);
    }
  }
  return keys;
}
