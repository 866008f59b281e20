import { layOutTable, type SpanningCell, type TableText } from '../blocks/lay-out-table.ts';
import { terminalColumns } from '../blocks/terminal-columns.ts';
import type { Lines } from './indented-lines.ts';

/** Signs that a drawn table may have; beyond it is read as text. */
const LARGEST = 4_000_000;
const SEPARATOR = /\+[-=]+\+/;

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Reads a table drawn with `+---+`, with cells that span rows and columns; `===` closes the header. Bands between the drawn
 * lines and columns between the crosses make a raster, whose places join where no line is drawn between them.
 */
export function readGridTable(lines: Lines, cellText: (lines: Lines) => string): TableText | undefined {
  const drawn = lines.map(terminalColumns);
  const width = drawn.reduce((most, signs) => Math.max(most, signs.length), 0);
  if (width * lines.length > LARGEST) return undefined;
  const rules = lines.flatMap((line, index) => (SEPARATOR.test(line) ? [index] : []));
  const crosses = new Set<number>();
  for (const rule of rules) drawn[rule]?.forEach((sign, column) => void (sign === '+' && crosses.add(column)));
  const edges = [...crosses].sort((a, b) => a - b);
  const bands = rules.length - 1;
  const columns = edges.length - 1;
  if (bands < 1 || columns < 1 || rules[0] !== 0) return undefined;

  const rule = (index: number): number => rules[index] ?? lines.length;
  const edge = (index: number): number => edges[index] ?? width;
  const isRuled = (row: number, column: number): boolean => {
    for (let at = edge(column) + 1; at < edge(column + 1); at += 1) if (!/[-=+]/.test(drawn[rule(row)]?.[at] ?? ' ')) return false;
    return true;
  };
  const isWalled = (row: number, column: number): boolean => {
    for (let at = rule(row) + 1; at < rule(row + 1); at += 1) if (!/[|+]/.test(drawn[at]?.[edge(column)] ?? ' ')) return false;
    return rule(row) + 1 < rule(row + 1);
  };
  const cellAt = new Map<string, Place>();
  const key = ({ row, column }: Place): string => `${row}/${column}`;
  const rows: SpanningCell[][] = [];
  for (let row = 0; row < bands; row += 1) {
    const cells: SpanningCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (cellAt.has(key({ row, column }))) continue;
      let right = column + 1;
      while (right < columns && !cellAt.has(key({ row, column: right })) && !isWalled(row, right)) right += 1;
      let below = row + 1;
      while (below < bands && !spanIsRuled(isRuled, below, column, right)) below += 1;
      for (let r = row; r < below; r += 1) for (let c = column; c < right; c += 1) cellAt.set(key({ row: r, column: c }), { row, column });
      const inside = lines.slice(rule(row) + 1, rule(below)).map((_, index) =>
        (drawn[rule(row) + 1 + index] ?? [])
          .slice(edge(column) + 1, edge(right))
          .join('')
          .trimEnd(),
      );
      cells.push({ text: cellText(inside), columns: right - column, rows: below - row });
    }
    rows.push(cells);
  }
  const heading = rules.findIndex((index, at) => at > 0 && at < bands && /^\+=[=+]*\+$/.test(lines[index] ?? ''));
  return layOutTable(rows, Math.max(0, heading));
}

/** A cell ends below where any of its columns is ruled off. */
function spanIsRuled(isRuled: (row: number, column: number) => boolean, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column += 1) if (isRuled(row, column)) return true;
  return false;
}
