import { headsTable } from '../../../ontology/index.ts';
import { joinLines } from '../../clean/read-text.ts';
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

/** Lines that are a table as a whole, between whatever blank ones; undefined where others are among them. */
export function wholeTable(text: string): TableText | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = tableBelow(lines, 0);
  return found?.to === lines.length ? found.table : undefined;
}

/**
 * The first table among lines without markup whose columns are set by blanks, as printouts of controllers and reports are: its first line names
 * known columns, and between each two of them a column of blanks runs down all lines.
 */
export function alignedTable(lines: readonly string[]): AlignedTable | undefined {
  for (const from of lines.keys()) {
    const found = from < LEADING || RULE.test(lines[from + 1] ?? '') ? tableBelow(lines, from) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The table of which the line at `from` names the columns. */
function tableBelow(lines: readonly string[], from: number): AlignedTable | undefined {
  const first = lines[from] ?? '';
  if (first.length > LONGEST_NAMES) return undefined;
  const plain = (line: string): string => (WALL.test(first) ? line.replaceAll(WALLS, ' ') : line);
  const names = namesOf(plain(first));
  if (!headsTable(names.map(({ name }) => name))) return undefined;
  const body = bodyBelow(names, lines.slice(from + 1).map(plain));
  const rows = wholeRows(body.cells);
  const titles = new Set(rows.flatMap((row, index) => (isTitle(row) ? [index] : [])));
  if (rows.length - titles.size < LEAST_ROWS) return undefined;
  return { from, to: from + 1 + body.lines, table: { header: names.map(({ name }) => name), rows, titles } };
}

/** Walls between columns are blanks, where those of the names are drawn. */
const WALL = /[|│┃]/u;
const WALLS = new RegExp(WALL, 'gu');

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
function bodyBelow(names: readonly Named[], lines: readonly string[]): Body {
  let free = names.slice(1).map(({ start }, index) => range((names[index]?.start ?? 0) + 1, start));
  const kept: (readonly string[] | undefined)[] = [];
  for (const line of lines) {
    const shown = RULE.test(line) ? undefined : terminalColumns(line);
    const left = shown === undefined ? free : free.map((places) => places.filter((place) => (shown[place] ?? ' ') === ' '));
    if (left.some((places) => places.length === 0)) break;
    free = left;
    kept.push(shown);
  }
  const cuts = free.map((places) => places.at(-1) ?? 0);
  const cut = kept.map((shown) => (shown === undefined ? undefined : cutAt(shown, cuts)));
  // What follows the last row stands under the first name by chance.
  const last = cut.findLastIndex((cells) => cells === undefined || !isTitle(cells));
  return { lines: last + 1, cells: cut.slice(0, last + 1).flatMap((cells) => (cells === undefined ? [] : [cells])) };
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
  return joinLines([above, below].filter((cell) => cell !== '').join('\n'));
}
