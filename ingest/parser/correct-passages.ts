import {
  type Cell,
  type ColumnCorrection,
  headerKey,
  type Passage,
  type PassageCorrection,
  titlesAbove,
  type VersionCorrections,
} from '../../kernel/index.ts';

/**
 * Passages with what people corrected in them: noted beside the text, which stays as printed; roles of cells as people say. A cell of
 * a column whose codes a person explained is corrected to what its code means, unless its own words were corrected.
 */
export function correctPassages(passages: readonly Passage[], { texts, columns }: VersionCorrections): readonly Passage[] {
  return passages.map((passage) => {
    const cells = columns.length === 0 ? passage.cells : passage.cells?.map((cell) => correctCell(passage, cell, columns));
    const own = texts[passage.id] ?? [];
    const corrections = [...own, ...explained(passage, own, columns)].sort((a, b) => a.start - b.start);
    return { ...passage, ...(cells === undefined ? {} : { cells }), ...(corrections.length === 0 ? {} : { corrections }) };
  });
}

/** What the codes in cells of a passage mean by what a person said of their columns. */
function explained(
  passage: Passage,
  own: readonly PassageCorrection[],
  columns: readonly ColumnCorrection[],
): readonly PassageCorrection[] {
  const coded = columns.filter(({ codes }) => codes !== undefined);
  if (coded.length === 0) return [];
  return (passage.cells ?? []).flatMap(({ column, start, end }) => {
    const found = coded.find((one) => isColumn(passage, column, one));
    const text = found === undefined ? undefined : meaningOfCode(found, passage.text.slice(start, end));
    const isOwn = own.some((correction) => correction.start < end && start < correction.end);
    return found === undefined || text === undefined || isOwn ? [] : [{ decision: found.decision, start, end, text }];
  });
}

/** What a person says that a whole cell means; undefined for one that is no code of the column. */
export function meaningOfCode({ codes }: { readonly codes?: ColumnCorrection['codes'] | undefined }, cell: string): string | undefined {
  const code = cell.trim();
  return codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

function isColumn(passage: Passage, column: string, correction: ColumnCorrection): boolean {
  return headerKey(correction.column) === headerKey(column) && isOfTable(passage, correction.table);
}

/** Whether rows of this passage's kind of place are of the table that a correction names. */
function isOfTable(passage: Passage, table: string): boolean {
  const [anchor] = passage.anchors;
  const titles = titlesAbove(passage);
  if (anchor?.kind === 'row') return anchor.sheet === table;
  return table === '' ? titles.length === 0 : titles.includes(table);
}

function correctCell(passage: Passage, cell: Cell, columns: readonly ColumnCorrection[]): Cell {
  const found = columns.find((one) => one.role !== undefined && isColumn(passage, cell.column, one));
  if (found === undefined) return cell;
  const { role: _, ...plain } = cell;
  return { ...plain, ...(found.role === null || found.role === undefined ? {} : { role: found.role }), decision: found.decision };
}
