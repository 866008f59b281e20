import { type Cell, type ColumnCorrection, type Passage, titlesAbove, type VersionCorrections } from '../../kernel/index.ts';

/** Passages with what people corrected in them: noted beside the text, which stays as printed; roles of cells as people say. */
export function correctPassages(passages: readonly Passage[], { texts, columns }: VersionCorrections): readonly Passage[] {
  return passages.map((passage) => {
    const corrections = texts[passage.id];
    const cells = columns.length === 0 ? passage.cells : passage.cells?.map((cell) => correctCell(passage, cell, columns));
    return { ...passage, ...(cells === undefined ? {} : { cells }), ...(corrections === undefined ? {} : { corrections }) };
  });
}

/** Whether rows of this passage's kind of place are of the table that a correction names. */
function isOfTable(passage: Passage, table: string): boolean {
  const [anchor] = passage.anchors;
  const titles = titlesAbove(passage);
  if (anchor?.kind === 'row') return anchor.sheet === table;
  return table === '' ? titles.length === 0 : titles.includes(table);
}

function correctCell(passage: Passage, cell: Cell, columns: readonly ColumnCorrection[]): Cell {
  const found = columns.find(({ table, column }) => column === cell.column && isOfTable(passage, table));
  if (found === undefined) return cell;
  const { role: _, ...plain } = cell;
  return { ...plain, ...(found.role === null ? {} : { role: found.role }), decision: found.decision };
}
