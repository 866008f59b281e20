import type { TableText } from '../blocks/lay-out-table.ts';
import { isWideSign } from '../blocks/terminal-columns.ts';
import { isBlank, type Lines } from './indented-lines.ts';

const BORDER = /^=+(?: +=+)+$/;

export function isSimpleBorder(line: string | undefined): boolean {
  return line !== undefined && BORDER.test(line);
}

/** Index behind a table of `===` lines that begins at `at`: behind its last border; undefined when it has none. */
export function simpleTableEnd(lines: Lines, at: number): number | undefined {
  let borders = 0;
  for (let next = at + 1; next < lines.length; next += 1) {
    if (!isSimpleBorder(lines[next])) continue;
    borders += 1;
    if (borders >= 2 || isBlank(lines[next + 1])) return next + 1;
  }
  return undefined;
}

/** Reads such a table: columns by the border, the last one without end; a row goes on where its first column is empty. */
export function readSimpleTable(lines: Lines, cellText: (lines: Lines) => string): TableText {
  const starts = [...(lines[0] ?? '').matchAll(/=+/g)].map((run) => run.index);
  const inner = lines.slice(1, -1);
  const headEnd = inner.findIndex(isSimpleBorder);
  const readRows = (part: Lines): string[][] => splitRows(part, starts).map((row) => row.map((cell) => cellText(cell)));
  if (headEnd < 0) return { header: undefined, rows: readRows(inner) };
  const head = readRows(inner.slice(0, headEnd));
  const header = starts.map((_, column) =>
    head
      .map((row) => row[column] ?? '')
      .filter((text) => text !== '')
      .join(' '),
  );
  return { header, rows: readRows(inner.slice(headEnd + 1)) };
}

function splitRows(lines: Lines, starts: readonly number[]): Lines[][] {
  const rows: string[][][] = [];
  for (const line of lines) {
    if (isBlank(line) || /^-[ -]*$/.test(line)) continue;
    const cells = cutAt(line, starts);
    const open = rows.at(-1);
    if (cells[0]?.trim() === '' && open !== undefined) open.forEach((cell, column) => void cell.push(cells[column] ?? ''));
    else rows.push(cells.map((cell) => [cell]));
  }
  return rows;
}

function cutAt(line: string, starts: readonly number[]): string[] {
  const cells = starts.map(() => '');
  let column = 0;
  let cell = 0;
  let previous = ' ';
  for (const sign of line) {
    // A word that runs over the border of its column is not cut.
    while (previous === ' ' && cell + 1 < starts.length && column >= (starts[cell + 1] ?? 0)) cell += 1;
    cells[cell] += sign;
    previous = sign;
    column += isWideSign(sign) ? 2 : 1;
  }
  return cells.map((text) => text.trim());
}
