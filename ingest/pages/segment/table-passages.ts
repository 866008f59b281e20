import type { ColumnRole } from '../../../kernel/index.ts';
import { columnRoles } from '../../../ontology/index.ts';
import { enclose, type LeftOut } from '../../layout/glyph.ts';
import { pieceText } from '../../layout/pieces.ts';
import { columnCount, type Table, type TableRow } from '../../layout/table.ts';
import { canBeHeld, filledColumns, goesOnWithRow, ROWS_SEEN, roomOf } from './broken-row.ts';
import type { LeadIn } from './open-list.ts';
import type { HeldRow, LastTable, SeenRows } from './page-state.ts';
import { joinPlaced, placeLines } from './placed-lines.ts';
import { rowLabels } from './row-labels.ts';
import { headerDraft, propertyDraft, rowDraft, type TableDraft, titleDraft } from './table-drafts.ts';
import {
  captionRowCount,
  cellText,
  columnNames,
  headBelowProperties,
  headerRowCount,
  isHeadAlone,
  isTitleRow,
  propertyRowCount,
  repeatedHeaderRows,
  rowKey,
} from './table-header.ts';
import type { PlacedText } from './text-builder.ts';
import { isWarningBox, warningText } from './warning-box.ts';

export interface ReadTable {
  /** In order, the first of them at the order given. */
  readonly drafts: readonly TableDraft[];
  readonly leftOut: readonly LeftOut[];
  /** Undefined for a box with a warning, which no page goes on with. */
  readonly last: LastTable | undefined;
  readonly goesOn: boolean;
}

type Head = NonNullable<LastTable['head']>;

const LONGEST_LABEL = 60;
const LONGEST_SPAN = 200;

/** What stands before a table. */
export interface BeforeTable {
  readonly leadIn: LeadIn | undefined;
  /** The table that it may go on with. */
  readonly last: LastTable | undefined;
  readonly seen: SeenRows | undefined;
}

/**
 * Writes a table as passages: one for its header, one a row. The row that the table before held is given out with the first of
 * this page where that is the rest of it. The last row is held in turn, and so is a header that ends the page.
 */
export function readTable(table: Table, page: number, order: number, { leadIn, last, seen }: BeforeTable): ReadTable {
  const reader = new TableReader(table, page, order);
  if (last !== undefined && reader.isRestOf(last)) return reader.goOn(last);
  const held = last === undefined ? [] : heldDrafts(last);
  if (isWarningBox(table)) {
    return { drafts: [...held, { kind: 'warning', ...warningText(table, page) }], leftOut: [], last: undefined, goesOn: false };
  }
  const begun = new TableReader(table, page, order + held.length).begin(leadIn, seen);
  return { ...begun, drafts: [...held, ...begun.drafts] };
}

/** The header or row that waits for the next page, as it is when nothing goes on with it. */
export function heldDrafts(last: LastTable): TableDraft[] {
  if (last.head !== undefined) return [headerDraft(last.head.lines, last.leadIn)];
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
    if (last.head !== undefined) return true;
    const found = headerRowCount(this.table.rows, this.columns);
    const named = last.headerKey !== '';
    const ownHead = this.table.rows.slice(0, found);
    return repeatedHeaderRows(this.table.rows, last.headerKey) !== undefined || found === 0 || (named && !isHeadOfAnother(ownHead));
  }

  goOn(last: LastTable): ReadTable {
    const from = repeatedHeaderRows(this.table.rows, last.headerKey) ?? 0;
    const leftOut = this.table.rows.slice(0, from).map(headerLeftOut);
    const body = this.table.rows.slice(from);
    if (last.head !== undefined) return this.goOnWithHead(last, last.head, body, leftOut);
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

  begin(outer: LeadIn | undefined, seen: SeenRows | undefined): ReadTable {
    const { rows } = this.table;
    const captions = captionRowCount(rows, this.columns);
    const top = captions + propertyRowCount(rows.slice(captions), this.columns);
    const headRows = top > captions ? headBelowProperties : headerRowCount;
    const own = headRows(rows.slice(top), this.columns);
    const names = isNamedAsBefore(rows.slice(top), seen) || (outer !== undefined && isHeadAlone(rows.slice(top), this.columns));
    const found = top + (own === 0 && names ? 1 : own);
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
    const headerKey = rows
      .slice(top === captions ? 0 : top, found)
      .map(rowKey)
      .join('/');
    const recent = seen?.headerKey === headerKey ? seen.recent : [];
    const table = { headerKey, recent, ...(leadIn === undefined ? {} : { leadIn }) };
    return this.nameColumns(table, { lines: this.linesOf(head), names: columnNames(head, this.columns) }, rows.slice(found), [], false);
  }

  /** A table of which the page before has the header alone: rows set apart at the head of this page are of the header too. */
  private goOnWithHead(last: LastTable, head: Head, rows: readonly TableRow[], leftOut: readonly LeftOut[]): ReadTable {
    const more = rows.slice(0, leftOut.length === 0 ? headBelowProperties(rows, this.columns) : 0);
    const others = columnNames(more, this.columns);
    const { head: _, ...table } = last;
    const whole = {
      lines: [...head.lines, ...this.linesOf(more)],
      names: head.names.map((name, column) => [name, others[column] ?? ''].filter((part) => part !== '').join(' ')),
    };
    const headerKey = [last.headerKey, ...more.map(rowKey)].join('/');
    return this.nameColumns({ ...table, headerKey }, whole, rows.slice(more.length), leftOut, true);
  }

  /** Reads the rows below a header. It waits for the next page where none is below it. */
  private nameColumns(
    table: Pick<LastTable, 'headerKey' | 'recent' | 'leadIn'>,
    head: Head,
    body: readonly TableRow[],
    leftOut: readonly LeftOut[],
    goesOn: boolean,
  ): ReadTable {
    const { lines, names } = head;
    const waits = body.length === 0 && lines.length > 0;
    if (lines.length > 0 && !waits) this.drafts.push(headerDraft(lines, table.leadIn));
    const ofFields = lines.length === 0 && this.columns === 2 && body.every((row) => isTitleRow(row, 2) || isNamed(row));
    const start: LastTable = {
      ...table,
      page: this.page,
      edges: [],
      headers: names.map((name, column) => (name === '' ? `column ${column + 1}` : name)),
      roles: rolesOf(names, body, this.columns).map((role) => role ?? null),
      opening: this.next(),
      above: names.map(() => null),
      ...(ofFields ? { ofFields } : {}),
    };
    if (waits) return { drafts: this.drafts, leftOut, last: { ...this.moved(start), head }, goesOn };
    return this.finish(start, body, leftOut, goesOn);
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

  private linesOf(head: readonly TableRow[]): PlacedText[] {
    return head.map((row) => joinPlaced(this.cellsOf(row), '\t'));
  }
}

/** Share of the names of a header that an earlier header has, from which a row is one too, where other names are of its own. */
const NAMED_BEFORE = 0.6;

/** Whether a row above others has, for most columns, names that headed the table before: on scans nothing sets it apart from them. */
function isNamedAsBefore([first, ...rest]: readonly TableRow[], seen: SeenRows | undefined): boolean {
  if (first === undefined || rest.length === 0 || seen === undefined) return false;
  const names = rowKey(first).split('|');
  const before = new Set(seen.headerKey.split(/[|/]/u));
  const known = names.filter((name) => name !== '' && before.has(name));
  return known.length > 2 && known.length >= NAMED_BEFORE * names.length;
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

function headerLeftOut(row: TableRow): LeftOut {
  const lines = row.cells.flatMap((cell) => cell.lines);
  const boxes = lines.flatMap((line) => enclose(line.pieces) ?? []);
  return { text: lines.flatMap((line) => line.pieces.map(pieceText)).join(' '), boxes, reason: 'running-header' };
}
