import { headsTable } from '../../../ontology/index.ts';
import type { TableText } from './lay-out-table.ts';
import { terminalColumns, terminalWidth } from './terminal-columns.ts';

/** A table among lines: those from `from` to `to` (exclusive). */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  readonly table: TableText;
}

/** A name of a column and the column of a terminal where it begins. */
interface Named {
  readonly name: string;
  readonly start: number;
}

/** Names stand apart by two blanks at least; one blank parts the words of a name. */
const NAMES = /\S+(?: \S+)*/gu;
const LEAST_ROWS = 2;
/** Lines of a paragraph that may stand above the names, as a title does; further down a rule below them tells. */
const LEADING = 3;
/** UTF-16 units of a line of names at most. */
const LONGEST_NAMES = 1_000;
const RULE = /^[\s\-=+|─━┄]*[-=─━┄]{3}[\s\-=+|─━┄]*$/u;

/**
 * Lines that are a table as a whole, between whatever blank ones. Undefined where others are among them.
 */
export function wholeTable(text: string): TableText | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = alignedTable(lines);
  return found?.from === 0 && found.to === lines.length ? found.table : undefined;
}

/**
 * The first table among lines without markup whose columns are set by blanks, as printouts of controllers and reports are: its first line names
 * known columns, and between each two of them a column of blanks runs down all lines.
 */
export function alignedTable(lines: readonly string[]): AlignedTable | undefined {
  for (const [from, line] of lines.entries()) {
    if (line.length > LONGEST_NAMES || (from >= LEADING && !RULE.test(lines[from + 1] ?? ''))) continue;
    const names = namesOf(withoutWalls(line, line));
    if (!headsTable(names.map(({ name }) => name))) continue;
    const body = bodyBelow(
      names,
      lines.slice(from + 1).map((one) => withoutWalls(one, line)),
    );
    if (body === undefined) continue;
    const rows = wholeRows(body.cells);
    if (rows.filter((row) => !isTitle(row)).length < LEAST_ROWS) continue;
    const titles = new Set(rows.flatMap((row, index) => (isTitle(row) ? [index] : [])));
    return { from, to: from + 1 + body.lines, table: { header: names.map(({ name }) => name), rows, titles } };
  }
  return undefined;
}

const WALL = /[|│┃]/gu;

/** A line without the walls between its columns, where those of the names are drawn. */
function withoutWalls(line: string, names: string): string {
  return names.search(WALL) < 0 ? line : line.replace(WALL, ' ');
}

function namesOf(line: string): readonly Named[] {
  const shown = terminalColumns(line).map((sign) => (sign === '' ? '\u0000' : sign));
  return [...shown.join('').matchAll(NAMES)].map(({ 0: name, index }) => ({ name: name.replaceAll('\u0000', ''), start: index }));
}

interface Body {
  /** Lines that are of the table, rules among them. */
  readonly lines: number;
  readonly cells: readonly (readonly string[])[];
}

/** The lines below the names that keep a blank column between each two of them, cut there. */
function bodyBelow(names: readonly Named[], lines: readonly string[]): Body | undefined {
  let free = names.slice(1).map(({ start }, index) => range((names[index]?.start ?? 0) + 1, start));
  let count = 0;
  for (const line of lines) {
    const shown = terminalColumns(line);
    const left = RULE.test(line) ? free : free.map((places) => places.filter((place) => (shown[place] ?? ' ') === ' '));
    if (left.some((places) => places.length === 0)) break;
    free = left;
    count += 1;
  }
  const cuts = free.map((places) => places.at(-1) ?? 0);
  const isRow = (line: string): boolean => RULE.test(line) || !isTitle(cutAt(terminalColumns(line), cuts));
  // What follows the last row stands under the first name by chance.
  while (count > 0 && !isRow(lines[count - 1] ?? '')) count -= 1;
  const cells = lines.slice(0, count).flatMap((line) => (RULE.test(line) ? [] : [cutAt(terminalColumns(line), cuts)]));
  return cells.length === 0 ? undefined : { lines: count, cells };
}

/** A line with words in the first column alone heads those below it. */
function isTitle(cells: readonly string[]): boolean {
  return cells.every((cell, column) => (cell !== '') === (column === 0));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function cutAt(shown: readonly string[], cuts: readonly number[]): readonly string[] {
  const ends = [...cuts, shown.length];
  return ends.map((end, index) =>
    shown
      .slice(ends[index - 1] ?? 0, end)
      .join('')
      .trim(),
  );
}

/** Lines of one row joined: one without a first cell goes on with the row above unless its words had room there. */
function wholeRows(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = (lines[0] ?? []).map((_, column) => lines.reduce((most, cells) => Math.max(most, terminalWidth(cells[column] ?? '')), 0));
  const rows: (readonly string[])[] = [];
  lines.forEach((cells, index) => {
    const last = rows.at(-1);
    if (last === undefined || !goesOn(cells, lines[index - 1] ?? [], widths)) rows.push(cells);
    else rows[rows.length - 1] = last.map((cell, column) => joined(cell, cells[column] ?? ''));
  });
  return rows;
}

function goesOn(cells: readonly string[], above: readonly string[], widths: readonly number[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  if (filled.includes(0)) return false;
  return filled.length === 1 || filled.every((column) => !hadRoom(cells[column] ?? '', above[column] ?? '', widths[column] ?? 0));
}

function hadRoom(cell: string, above: string, width: number): boolean {
  const word = /^(?:\p{sc=Han}|[^\s\p{sc=Han}]+)/u.exec(cell)?.[0] ?? cell;
  return above === '' || terminalWidth(above) + 1 + terminalWidth(word) <= width;
}

function joined(above: string, below: string): string {
  const isHan = /\p{sc=Han}$/u.test(above) && /^\p{sc=Han}/u.test(below);
  return above === '' || below === '' ? above + below : `${above}${isHan ? '' : ' '}${below}`;
}
