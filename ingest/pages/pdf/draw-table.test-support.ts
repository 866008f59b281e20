/** Draws ruled tables for tests; not used by the product. */
import { line, type Pen } from './make-pdf.test-support.ts';

const LINE = 16;
const PAD = 4;

/** A cell: its lines, and how many columns and rows it spans (1 each where not said). */
export interface DrawnCell {
  readonly lines: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly bold?: boolean;
  /** By how much its lines stand lower than the top, in points. */
  readonly drop?: number;
  /** Colour of its ground. */
  readonly fill?: string;
}

export function cell(text: string, span: Omit<DrawnCell, 'lines'> = {}): DrawnCell {
  return { lines: text.split('\n'), ...span };
}

/** Draws rows of cells; a column that a cell above spans is left out of its row. Returns where the table ends. */
export function drawTable(pen: Pen, x: number, y: number, widths: readonly number[], rows: readonly (readonly DrawnCell[])[]): number {
  const heights = rows.map((row) => Math.max(...row.filter((one) => (one.rows ?? 1) === 1).map((one) => one.lines.length)) * LINE + PAD);
  const tops = edges(y, heights);
  const lefts = edges(x, widths);
  const taken = new Set<string>();
  rows.forEach((row, index) => {
    let column = 0;
    for (const one of row) {
      while (taken.has(`${index},${column}`)) column += 1;
      const { columns = 1, rows: down = 1 } = one;
      const left = lefts[column] ?? x;
      const top = tops[index] ?? y;
      const [width, height] = [(lefts[column + columns] ?? left) - left, (tops[index + down] ?? top) - top];
      if (one.fill !== undefined) pen.rect(left, top, width, height).fill(one.fill);
      pen.rect(left, top, width, height).stroke();
      one.lines.forEach((text, at) => {
        line(pen, text, left + PAD, top + PAD + (one.drop ?? 0) + at * LINE, 9, one.bold === true ? 'bold' : 'regular');
      });
      for (let r = 0; r < down; r += 1) for (let c = 0; c < columns; c += 1) taken.add(`${index + r},${column + c}`);
      column += columns;
    }
  });
  return tops.at(-1) ?? y;
}

function edges(start: number, sizes: readonly number[]): number[] {
  let at = start;
  return [start, ...sizes.map((size) => (at += size))];
}
