import type { Passage } from '../../../kernel/index.ts';

/**
 * Names of a table's columns in their order: of its header where that is kept in one line, else as its cells give them; none where
 * its rows are fields.
 */
export function columnsOf(rows: readonly Passage[], passages: readonly Passage[]): readonly string[] {
  const [first] = rows;
  const above = first === undefined ? undefined : passages[first.order - 1];
  if (above?.kind === 'table' && !above.text.includes('\n')) return above.text.split('\t');
  const names: string[] = [];
  for (const row of rows) {
    const { cells = [] } = row;
    if (isField(row)) continue;
    let place = 0;
    for (const { column } of cells) {
      const at = names.indexOf(column);
      if (at < 0) names.splice(place, 0, column);
      place = (at < 0 ? place : at) + 1;
    }
  }
  return names.filter((name) => name !== '');
}

/** Whether a row says itself what its value is called: that name is of the row, and of no column. */
function isField({ text, cells: [name, value, ...others] = [] }: Passage): boolean {
  return name?.column === '' && value !== undefined && others.length === 0 && value.column === text.slice(name.start, name.end);
}
