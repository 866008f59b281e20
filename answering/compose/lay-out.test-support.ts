import type { ColumnRole, PassageKind, PassageStructure, RowLabel } from '../../kernel/index.ts';

/** One passage of a test's document, written down with the titles that it stands under. */
export interface Line {
  readonly kind: PassageKind;
  /** Titles of its sections; a title that is not open yet gets a heading of its own. A line of kind `heading` always opens a section. */
  readonly headings: readonly string[];
  readonly text?: string;
  readonly marker?: string;
  /** Column → [role, words] of a row. Rows with the same columns that follow each other are one table. */
  readonly row?: readonly (readonly [column: string, role: ColumnRole | undefined, words: string])[];
  /** What introduces its list or table; another one begins another list. */
  readonly leadIn?: string;
  readonly labels?: readonly RowLabel[];
  /** An item of a list without numbers. */
  readonly item?: boolean;
}

export type LaidOutLine = Line & { readonly structure: PassageStructure };

/** The lines with a heading for each section and with the structure that a parser would give them. */
export function layOut(lines: readonly Line[]): LaidOutLine[] {
  const laid: LaidOutLine[] = [];
  const open: { title: string; order: number }[] = [];
  const openSection = (title: string, row?: Line['row']): void => {
    const section = open.at(-1)?.order;
    const structure = { level: open.length + 1, ...(section === undefined ? {} : { section }) };
    laid.push({ kind: 'heading', headings: open.map((one) => one.title), text: title, ...(row === undefined ? {} : { row }), structure });
    open.push({ title, order: laid.length - 1 });
  };
  for (const line of lines) {
    const same = line.headings.findIndex((title, depth) => open[depth]?.title !== title);
    const kept = same < 0 ? line.headings.length : same;
    const closes = open.length > line.headings.length && kept === line.headings.length;
    open.length = line.kind === 'heading' ? kept : closes ? Math.max(0, kept - 1) : kept;
    for (const title of line.headings.slice(open.length)) openSection(title);
    if (line.kind === 'heading') openSection(line.text ?? '', line.row);
    else laid.push({ ...line, structure: structureOf(line, open.at(-1)?.order, laid) });
  }
  return withinLists(laid);
}

function structureOf(line: Line, section: number | undefined, before: readonly LaidOutLine[]): PassageStructure {
  const order = before.length;
  const place = {
    ...(section === undefined ? {} : { section }),
    ...(line.leadIn === undefined ? {} : { leadIn: leadInOf(line.leadIn, before) }),
    ...(line.labels === undefined ? {} : { rowLabels: line.labels.map((label) => labelOf(label, before)) }),
  };
  const isSame = (other: LaidOutLine) => other.structure.section === section && other.leadIn === line.leadIn;
  if (line.kind === 'step' || line.item === true) {
    const last = before.findLast((other) => other.kind === line.kind && other.item === line.item);
    return { ...place, level: 1, list: last !== undefined && isSame(last) ? (last.structure.list ?? order) : order };
  }
  if (line.kind !== 'table-row') return place;
  const last = before.at(-1);
  const goesOn = last?.kind === 'table-row' && isSame(last) && (columnsOf(last) === columnsOf(line) || line.row?.length === 1);
  return { ...place, table: goesOn ? (last.structure.table ?? order) : order };
}

function leadInOf(text: string, before: readonly LaidOutLine[]): NonNullable<PassageStructure['leadIn']> {
  const order = before.findLastIndex((line) => line.text === text);
  return order < 0 ? { text } : { text, order };
}

function labelOf(label: RowLabel, before: readonly LaidOutLine[]): RowLabel {
  const order = before.findLastIndex(({ row = [] }) => row.some(([, , words]) => words === label.text));
  return order < 0 ? label : { ...label, order };
}

function columnsOf({ row = [] }: Line): string {
  return row.map(([column]) => column).join('\t');
}

/** What stands between two items of one list is part of it. */
function withinLists(laid: readonly LaidOutLine[]): LaidOutLine[] {
  const ends = new Map<number, number>();
  for (const [order, { structure }] of laid.entries()) if (structure.list !== undefined) ends.set(structure.list, order);
  let open: number | undefined;
  return laid.map((line, order) => {
    open = line.structure.list ?? open;
    const isInside = open !== undefined && line.kind !== 'heading' && order < (ends.get(open) ?? 0);
    return isInside && line.structure.list === undefined ? { ...line, structure: { ...line.structure, list: open ?? order } } : line;
  });
}
