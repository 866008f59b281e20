import type { Cell, ColumnRole, PassageKind } from '../../../kernel/index.ts';
import { COLUMN_ROLES } from '../../../kernel/index.ts';
import { columnRoles, warningSignal } from '../../../ontology/index.ts';
import { enclose, type LeftOut } from '../layout/glyph.ts';
import { pieceText } from '../layout/pieces.ts';
import { type Row, rowText } from '../layout/rows.ts';
import { columnCount, type Table, type TableCell, type TableRow } from '../layout/table.ts';
import { bulletLength } from './heading-rules.ts';
import type { LastTable } from './page-state.ts';
import { cellText, columnNames, headerRowCount, isTitleRow, rowKey } from './table-header.ts';
import { type PlacedText, TextBuilder } from './text-builder.ts';

/** A passage of a table before it is given its id and order. */
interface TableDraft extends PlacedText {
  readonly kind: PassageKind;
  readonly cells?: readonly Cell[];
  /** Titles within the table: its section and what a spanning cell says; the caption comes after them. */
  readonly context: readonly string[];
}

export interface ReadTable {
  readonly drafts: readonly TableDraft[];
  readonly leftOut: readonly LeftOut[];
  /** Undefined for a box with a warning, which no page goes on with. */
  readonly last: LastTable | undefined;
}

const SAME_EDGE = 6;
const ROLES: ReadonlySet<string> = new Set(COLUMN_ROLES);
const MARKER = /^(?:[(（]?[1-9]\d?[)）.、](?!\d)|[①-⑳]|[a-z][)）])\s*/u;

/** Whether a table at the head of a page is the one that the page before ended with. */
export function continuesTable(table: Table, page: number, last: LastTable | undefined): last is LastTable {
  if (last === undefined || last.page !== page - 1 || last.edges.length !== table.edges.length) return false;
  const [start = 0] = last.edges;
  const [begin = 0] = table.edges;
  return table.edges.every((edge, index) => Math.abs(edge - begin - ((last.edges[index] ?? 0) - start)) <= SAME_EDGE);
}

/** Writes a table as passages: one for its header, one a row. `last` is the table it goes on with. */
export function readTable(table: Table, page: number, caption: string | undefined, last: LastTable | undefined): ReadTable {
  const columns = columnCount(table);
  if (last === undefined && isWarningBox(table)) return { drafts: [warningDraft(table, page)], leftOut: [], last: undefined };
  const drafts: TableDraft[] = [];
  const leftOut: LeftOut[] = [];
  const found = headerRowCount(table);
  const ownHead = table.rows.slice(0, found);
  const repeated = last !== undefined && last.headerKey !== '' && repeatedRows(table, last.headerKey);
  const goesOn =
    last !== undefined &&
    (repeated !== false || found === 0 || (last.headers.some((name) => name !== '') && found > 0 && !isHeadOfAnother(ownHead)));
  const from = goesOn ? (repeated === false ? 0 : repeated) : found;
  const head = table.rows.slice(0, from);
  if (goesOn) leftOut.push(...head.map(headerLeftOut));
  else if (head.length > 0) drafts.push(headerDraft(head, columns, page));
  const headers = goesOn ? last.headers : columnNames(head, columns);
  const body = table.rows.slice(from);
  const roles = goesOn ? last.roles.map(toRole) : rolesOf(headers, body, columns);
  const above = goesOn ? [...last.above] : Array.from({ length: columns }, () => '');
  let section = goesOn ? last.section : undefined;
  for (const row of body) {
    if (isTitleRow(row, table)) {
      const text = cellText(row.cells.find((cell) => cell.lines.length > 0));
      drafts.push(
        rowDraft(
          row,
          columns,
          page,
          headers.map(() => ''),
          [],
          [],
        ),
      );
      section = [...text].length <= 60 ? text : section;
      above.fill('');
      continue;
    }
    const spanned = spannedText(row, columns, above);
    drafts.push(rowDraft(row, columns, page, headers, roles, [...(section === undefined ? [] : [section]), ...spanned]));
    for (const cell of row.cells) if (cell.lines.length > 0) above[cell.column] = cellText(cell).slice(0, 200);
  }
  const own: LastTable = {
    page,
    edges: table.edges.map((edge) => Math.round(edge * 100) / 100),
    headers,
    headerKey: goesOn ? last.headerKey : head.map(rowKey).join('/'),
    roles: roles.map((role) => role ?? null),
    above,
    ...(caption === undefined ? {} : { caption }),
    ...(section === undefined ? {} : { section }),
  };
  return { drafts, leftOut, last: own };
}

/** How many rows at the head repeat the header of the page before; false when none does. */
function repeatedRows(table: Table, headerKey: string): number | false {
  for (let count = 1; count <= Math.min(3, table.rows.length); count += 1) {
    if (table.rows.slice(0, count).map(rowKey).join('/') === headerKey) return count;
  }
  return false;
}

/** A header of its own, other than the one before: another table of the same columns. */
function isHeadOfAnother(head: readonly TableRow[]): boolean {
  return head.some((row) => row.filled || row.cells.every((cell) => cell.lines.every((line) => line.bold)));
}

function rolesOf(headers: readonly string[], body: readonly TableRow[], columns: number): (ColumnRole | undefined)[] {
  const samples = body.slice(0, 5).map((row) => {
    const texts = Array.from({ length: columns }, () => '');
    for (const cell of row.cells) texts[cell.column] = cellText(cell);
    return texts;
  });
  return headers.every((name) => name === '') ? headers.map(() => undefined) : columnRoles(headers, samples);
}

function toRole(role: string | null): ColumnRole | undefined {
  return role !== null && ROLES.has(role) ? (role as ColumnRole) : undefined;
}

/** What cells from above say that reach into this row: columns without a cell of their own, and an empty first one. */
function spannedText(row: TableRow, columns: number, above: readonly string[]): string[] {
  const said: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    const covered = row.cells.some((cell) => cell.column <= column && column < cell.columnEnd && (cell.lines.length > 0 || column > 0));
    const text = above[column];
    if (!covered && text !== undefined && text !== '') said.push(text);
  }
  return said;
}

function headerDraft(head: readonly TableRow[], columns: number, page: number): TableDraft {
  const builder = new TextBuilder();
  head.forEach((row, index) => {
    if (index > 0) builder.addJoint('\n');
    addCells(builder, row, columns, page);
  });
  return { kind: 'table', ...builder.build(), context: [] };
}

function rowDraft(
  row: TableRow,
  columns: number,
  page: number,
  headers: readonly string[],
  roles: readonly (ColumnRole | undefined)[],
  context: readonly string[],
): TableDraft {
  const builder = new TextBuilder();
  const spans = addCells(builder, row, columns, page);
  const cells = spans.map(({ start, end }, column): Cell => {
    const role = roles[column];
    return { column: headers[column] ?? '', ...(role === undefined ? {} : { role }), start, end };
  });
  return { kind: 'table-row', ...builder.build(), cells, context };
}

function addCells(builder: TextBuilder, row: TableRow, columns: number, page: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (column > 0) builder.addJoint('\t');
    const start = builder.length;
    for (const cell of row.cells) if (cell.column === column) addLines(builder, cell.lines, page);
    spans.push({ start, end: builder.length });
  }
  return spans;
}

function opensItem(line: Row | undefined): boolean {
  if (line === undefined) return false;
  const text = rowText(line);
  return MARKER.test(text) || bulletLength(text) !== undefined;
}

/** Lines of a cell: in one that is a list each item stands on a line of its own, other lines flow. */
function addLines(builder: TextBuilder, lines: readonly Row[], page: number): void {
  const isList = opensItem(lines[0]);
  lines.forEach((line, index) => {
    const item = index > 0 && isList && opensItem(line);
    if (item) builder.addJoint('\n');
    addRow(builder, line, page, index > 0 && !item);
  });
}

/** Adds the pieces of one line; between pieces set apart stands a space. */
export function addRow(builder: TextBuilder, row: Row, page: number, flows: boolean): void {
  row.pieces.forEach((piece, index) => {
    if (index > 0) builder.addJoint(' ');
    builder.addPiece(piece, page, index === 0 && flows ? 'flow' : 'none');
  });
}

function headerLeftOut(row: TableRow): LeftOut {
  const lines = row.cells.flatMap((cell) => cell.lines);
  const boxes = lines.flatMap((line) => enclose(line.pieces) ?? []);
  return { text: lines.flatMap((line) => line.pieces.map(pieceText)).join(' '), boxes, reason: 'running-header' };
}

/** A box of one or two rows that opens with a signal word is a warning, however its cells are drawn. */
function isWarningBox(table: Table): boolean {
  if (table.rows.length > 2 || columnCount(table) > 3) return false;
  const first = spokenCells(table)[0];
  const text = cellText(first);
  const signal = warningSignal(text);
  return signal !== undefined && (table.rows.length === 1 || text.length - signal.length < 3);
}

function spokenCells(table: Table): TableCell[] {
  return table.rows.flatMap((row) => row.cells).filter((cell) => cell.lines.length > 0);
}

function warningDraft(table: Table, page: number): TableDraft {
  const builder = new TextBuilder();
  for (const cell of spokenCells(table)) {
    if (builder.length > 0) builder.addJoint(' ');
    addLines(builder, cell.lines, page);
  }
  return { kind: 'warning', ...builder.build(), context: [] };
}
