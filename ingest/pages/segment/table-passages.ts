import type { Cell, ColumnRole, PassageKind, RowLabel } from '../../../kernel/index.ts';
import { COLUMN_ROLES } from '../../../kernel/index.ts';
import { columnRoles } from '../../../ontology/index.ts';
import { fieldCells } from '../../flow/blocks/field.ts';
import { enclose, type LeftOut } from '../layout/glyph.ts';
import { pieceText } from '../layout/pieces.ts';
import { columnCount, type Table, type TableRow } from '../layout/table.ts';
import { canBeHeld, filledColumns, goesOnWithRow, ROWS_SEEN, roomOf } from './broken-row.ts';
import type { LeadIn } from './open-list.ts';
import type { HeldRow, LastTable } from './page-state.ts';
import { joinPlaced, placeLines } from './placed-lines.ts';
import { rowLabels } from './row-labels.ts';
import {
  captionRowCount,
  cellText,
  columnNames,
  headBelowProperties,
  headerRowCount,
  isTitleRow,
  propertyRowCount,
  rowKey,
} from './table-header.ts';
import type { PlacedText } from './text-builder.ts';
import { isWarningBox, warningText } from './warning-box.ts';

/** A passage of a table before it is given its id. */
export interface TableDraft extends PlacedText {
  readonly kind: PassageKind;
  readonly cells?: readonly Cell[];
  /** Of a row: the order of the first row of its table. */
  readonly table?: number;
  readonly labels?: readonly RowLabel[];
  readonly leadIn?: LeadIn;
}

export interface ReadTable {
  /** In order, the first of them at the order given. */
  readonly drafts: readonly TableDraft[];
  readonly leftOut: readonly LeftOut[];
  /** Undefined for a box with a warning, which no page goes on with. */
  readonly last: LastTable | undefined;
  readonly goesOn: boolean;
}

const LONGEST_LABEL = 60;
const LONGEST_SPAN = 200;
const ROLES: ReadonlySet<string> = new Set(COLUMN_ROLES);

/**
 * Writes a table as passages: one for its header, one a row. `last` is the table it may go on with; its held row is given out
 * with the first of this page where that is the rest of it. The last row is held in turn.
 */
export function readTable(table: Table, page: number, order: number, leadIn: LeadIn | undefined, last: LastTable | undefined): ReadTable {
  const reader = new TableReader(table, page, order);
  if (last !== undefined && reader.isRestOf(last)) return reader.goOn(last);
  const held = last === undefined ? [] : heldDrafts(last);
  if (isWarningBox(table)) {
    return { drafts: [...held, { kind: 'warning', ...warningText(table, page) }], leftOut: [], last: undefined, goesOn: false };
  }
  const begun = new TableReader(table, page, order + held.length).begin(leadIn);
  return { ...begun, drafts: [...held, ...begun.drafts] };
}

/** The row that waits for the next page, as it is when nothing goes on with it. */
export function heldDrafts(last: LastTable): TableDraft[] {
  return last.held === undefined ? [] : [rowDraft(last.held.cells, last, last.held.labels)];
}

class TableReader {
  private readonly table: Table;
  private readonly columns: number;
  private readonly page: number;
  private readonly order: number;
  private readonly drafts: TableDraft[] = [];

  constructor(table: Table, page: number, order: number) {
    this.table = table;
    this.columns = columnCount(table);
    this.page = page;
    this.order = order;
  }

  isRestOf(last: LastTable): boolean {
    const found = headerRowCount(this.table.rows, this.columns);
    const named = last.headerKey !== '';
    const ownHead = this.table.rows.slice(0, found);
    return this.repeatedRows(last) !== undefined || found === 0 || (named && !isHeadOfAnother(ownHead));
  }

  goOn(last: LastTable): ReadTable {
    const from = this.repeatedRows(last) ?? 0;
    const leftOut = this.table.rows.slice(0, from).map(headerLeftOut);
    const body = this.table.rows.slice(from);
    const [first] = body;
    if (
      last.held === undefined ||
      first === undefined ||
      !goesOnWithRow(last.held, first, [...last.recent, ...body.slice(1, 1 + ROWS_SEEN).map(filledColumns)])
    ) {
      this.drafts.push(...heldDrafts(last));
      return this.finish({ ...last, above: [...last.above] }, body, leftOut, true);
    }
    const cells = last.held.cells.map((cell, column) => {
      const lines = first.cells.find((one) => one.column === column)?.lines ?? [];
      return lines.length === 0 ? cell : placeLines(lines, this.page, cell);
    });
    const held: HeldRow = { ...last.held, cells, room: roomOf(first, this.table) };
    if (body.length === 1 && canBeHeld(held)) return { drafts: [], leftOut, last: { ...this.moved(last), held }, goesOn: true };
    this.drafts.push(rowDraft(cells, last, last.held.labels));
    return this.finish({ ...last, above: [...last.above] }, body.slice(1), leftOut, true);
  }

  begin(outer: LeadIn | undefined): ReadTable {
    const { rows } = this.table;
    const captions = captionRowCount(rows, this.columns);
    const top = captions + propertyRowCount(rows.slice(captions), this.columns);
    const headRows = top > captions ? headBelowProperties : headerRowCount;
    const found = top + headRows(rows.slice(top), this.columns);
    let leadIn = outer;
    for (const row of rows.slice(0, captions)) {
      const placed = joinPlaced(
        row.cells.map((cell) => placeLines(cell.lines, this.page)),
        ' ',
      );
      leadIn = { order: this.next(), text: placed.text, x: row.x0 };
      this.drafts.push({ kind: 'caption', text: placed.text, runs: placed.runs });
    }
    const opening = this.next();
    for (const row of rows.slice(captions, top)) this.drafts.push(propertyDraft(this.cellsOf(row), opening, leadIn));
    const head = rows.slice(top, found);
    if (head.length > 0) this.drafts.push(this.headerDraft(head, leadIn));
    const headers = columnNames(head, this.columns);
    const body = rows.slice(found);
    const ofFields = head.length === 0 && this.columns === 2 && body.every((row) => isTitleRow(row, 2) || isNamed(row));
    const start: LastTable = {
      page: this.page,
      edges: [],
      headers: headers.map((name, column) => (name === '' ? `column ${column + 1}` : name)),
      headerKey: rows
        .slice(top === captions ? 0 : top, found)
        .map(rowKey)
        .join('/'),
      roles: rolesOf(headers, body, this.columns).map((role) => role ?? null),
      opening: this.next(),
      above: headers.map(() => null),
      recent: [],
      ...(ofFields ? { ofFields } : {}),
      ...(leadIn === undefined ? {} : { leadIn }),
    };
    return this.finish(start, body, [], false);
  }

  /** Reads the rows left; the last of them is held. */
  private finish(start: LastTable, body: readonly TableRow[], leftOut: readonly LeftOut[], goesOn: boolean): ReadTable {
    const above = [...start.above];
    let { section, recent } = start;
    let held: HeldRow | undefined;
    body.forEach((row, index) => {
      const cells = this.cellsOf(row);
      const titled = isTitleRow(row, this.columns);
      const labels = titled ? [] : rowLabels(row, start.headers, section, above);
      const order = this.next();
      if (titled) {
        this.drafts.push(titleDraft(cells, start));
        const text = cellText(row.cells.find((cell) => cell.lines.length > 0));
        if ([...text].length <= LONGEST_LABEL) section = { text, order };
        above.fill(null);
        return;
      }
      for (const cell of row.cells) {
        if (cell.lines.length === 0) continue;
        above[cell.column] = { text: cellText(cell).slice(0, LONGEST_SPAN), order };
      }
      const last = { cells, room: roomOf(row, this.table), labels };
      if (index === body.length - 1 && canBeHeld(last)) {
        held = last;
        return;
      }
      this.drafts.push(rowDraft(cells, start, labels));
      recent = [...recent, filledColumns(row)].slice(-ROWS_SEEN);
    });
    const { held: _, section: __, ...rest } = this.moved(start);
    const last: LastTable = {
      ...rest,
      above,
      recent,
      ...(section === undefined ? {} : { section }),
      ...(held === undefined ? {} : { held }),
    };
    return { drafts: this.drafts, leftOut, last, goesOn };
  }

  /** The table as it goes on from this page. */
  private moved(table: LastTable): LastTable {
    return { ...table, page: this.page, edges: this.table.edges.map((edge) => Math.round(edge * 100) / 100) };
  }

  private next(): number {
    return this.order + this.drafts.length;
  }

  private cellsOf(row: TableRow): PlacedText[] {
    return Array.from({ length: this.columns }, (_, column) => {
      const lines = row.cells.filter((cell) => cell.column === column).flatMap((cell) => cell.lines);
      return placeLines(lines, this.page);
    });
  }

  private headerDraft(head: readonly TableRow[], leadIn: LeadIn | undefined): TableDraft {
    const lines = head.map((row) => joinPlaced(this.cellsOf(row), '\t'));
    const { text, runs } = joinPlaced(lines, '\n');
    return { kind: 'table', text, runs, ...(leadIn === undefined ? {} : { leadIn }) };
  }

  /** How many rows at the head repeat the header of the page before. */
  private repeatedRows({ headerKey }: LastTable): number | undefined {
    const { rows } = this.table;
    if (headerKey === '') return undefined;
    for (let count = 1; count <= Math.min(4, rows.length); count += 1) {
      if (rows.slice(0, count).map(rowKey).join('/') === headerKey) return count;
    }
    return undefined;
  }
}

function rowDraft(texts: readonly PlacedText[], table: LastTable, labels: readonly RowLabel[]): TableDraft {
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
function titleDraft(texts: readonly PlacedText[], table: LastTable): TableDraft {
  const said = texts.filter((one) => one.text !== '');
  const { headers: _, roles: __, ...plain } = table;
  return rowDraft(said, { ...plain, headers: [], roles: [] }, []);
}

/** A row above the header: what it names holds for the whole table, its cells stand under no column. */
function propertyDraft(texts: readonly PlacedText[], table: number, leadIn: LeadIn | undefined): TableDraft {
  const { text, runs, starts } = joinPlaced(
    texts.filter((one) => one.text !== ''),
    '\t',
  );
  const value = starts[1] ?? text.length;
  return { kind: 'table-row', text, runs, cells: fieldCells(text, value - 1, value), table, ...(leadIn === undefined ? {} : { leadIn }) };
}

/** Whether the first cell of a row of two is a short name for what the second says. */
function isNamed(row: TableRow): boolean {
  const texts = row.cells.map(cellText);
  const [name = '', value = ''] = texts;
  return texts.length === 2 && value !== '' && name.length <= LONGEST_LABEL && /\p{L}/u.test(name);
}

/** A header of its own, other than the one before: another table of the same columns. */
function isHeadOfAnother(head: readonly TableRow[]): boolean {
  return head.some((row) => row.filled || row.cells.every((cell) => cell.lines.every((line) => line.bold)));
}

function rolesOf(headers: readonly string[], body: readonly TableRow[], columns: number): (ColumnRole | undefined)[] {
  if (headers.every((name) => name === '')) return headers.map(() => undefined);
  const samples = body.slice(0, 5).map((row) => {
    const texts = Array.from({ length: columns }, () => '');
    for (const cell of row.cells) texts[cell.column] = cellText(cell);
    return texts;
  });
  return columnRoles(headers, samples);
}

function toRole(role: string | null): ColumnRole | undefined {
  return role !== null && ROLES.has(role) ? (role as ColumnRole) : undefined;
}

function headerLeftOut(row: TableRow): LeftOut {
  const lines = row.cells.flatMap((cell) => cell.lines);
  const boxes = lines.flatMap((line) => enclose(line.pieces) ?? []);
  return { text: lines.flatMap((line) => line.pieces.map(pieceText)).join(' '), boxes, reason: 'running-header' };
}
