import type { Cell, ColumnRole, PassageKind, RowLabel } from '../../../kernel/index.ts';
import { COLUMN_ROLES } from '../../../kernel/index.ts';
import { fieldCells } from '../../flow/blocks/field.ts';
import type { LeadIn } from './open-list.ts';
import type { LastTable } from './page-state.ts';
import { joinPlaced } from './placed-lines.ts';
import type { PlacedText } from './text-builder.ts';

const ROLES: ReadonlySet<string> = new Set(COLUMN_ROLES);

/** A passage of a table before it is given its id. */
export interface TableDraft extends PlacedText {
  readonly kind: PassageKind;
  readonly cells?: readonly Cell[];
  /** Of a row: the order of the first row of its table. */
  readonly table?: number;
  readonly labels?: readonly RowLabel[];
  readonly leadIn?: LeadIn;
}

/** The names of the columns, `lines` one a row of the header with tabs between its cells. */
export function headerDraft(lines: readonly PlacedText[], leadIn: LeadIn | undefined): TableDraft {
  const { text, runs } = joinPlaced(lines, '\n');
  return { kind: 'table', text, runs, ...(leadIn === undefined ? {} : { leadIn }) };
}

export function rowDraft(texts: readonly PlacedText[], table: LastTable, labels: readonly RowLabel[]): TableDraft {
  const { text, runs, starts } = joinPlaced(texts, '\t');
  const [name, value] = texts;
  const named = table.ofFields === true && name !== undefined && value !== undefined;
  const cells = named
    ? fieldCells(text, name.text.length, name.text.length + 1)
    : texts.map((one, column): Cell => {
        const role = toRole(table.roles[column] ?? null);
        const start = starts[column] ?? 0;
        return { column: table.headers[column] ?? '', ...(role === undefined ? {} : { role }), start, end: start + one.text.length };
      });
  return {
    kind: 'table-row',
    text,
    runs,
    cells,
    table: table.opening,
    labels,
    ...(table.leadIn === undefined ? {} : { leadIn: table.leadIn }),
  };
}

/** A row over the whole width: one cell that stands under no column. */
export function titleDraft(texts: readonly PlacedText[], table: LastTable): TableDraft {
  const said = texts.filter((one) => one.text !== '');
  const { headers: _, roles: __, ...plain } = table;
  return rowDraft(said, { ...plain, headers: [], roles: [] }, []);
}

/** A row above the header: what it names holds for the whole table, its cells stand under no column. */
export function propertyDraft(texts: readonly PlacedText[], table: number, leadIn: LeadIn | undefined): TableDraft {
  const { text, runs, starts } = joinPlaced(
    texts.filter((one) => one.text !== ''),
    '\t',
  );
  const value = starts[1] ?? text.length;
  return { kind: 'table-row', text, runs, cells: fieldCells(text, value - 1, value), table, ...(leadIn === undefined ? {} : { leadIn }) };
}

function toRole(role: string | null): ColumnRole | undefined {
  return role !== null && ROLES.has(role) ? (role as ColumnRole) : undefined;
}
