import { describe, expect, it } from 'vitest';
import { enclose, type Glyph } from './glyph.ts';
import { piecesOf } from './pieces.ts';
import { type Row, rowsOf } from './rows.ts';
import { splitRows } from './split-rows.ts';
import type { TableCell } from './table.ts';

const RIGHTS = [200, 400];

function lineOf(text: string, x: number, baseline: number, size: number): Row {
  const glyphs = [...text].map(
    (sign, index): Glyph => ({
      ...{ text: sign, size, baseline, bold: false, turned: false },
      ...{ x0: x + index * 5, x1: x + (index + 1) * 5, y0: baseline - size, y1: baseline },
    }),
  );
  const [line] = rowsOf(piecesOf(glyphs));
  if (line === undefined) throw new Error('no line was made');
  return line;
}

/** How many rows are made of two cells with such lines, each `[text, baseline, size]`. */
function rowsOfCells(...columns: readonly (readonly (readonly [text: string, baseline: number, size: number])[])[]): number {
  const cells = columns.map(
    (lines, column): TableCell => ({
      column,
      columnEnd: column + 1,
      lines: lines.map(([text, baseline, size]) => lineOf(text, 10 + column * 200, baseline, size)),
    }),
  );
  const box = enclose(cells.flatMap(({ lines }) => lines));
  if (box === undefined) throw new Error('no cell has a line');
  return splitRows({ ...box, cells, filled: false }, RIGHTS, false).length;
}

describe('splitRows', () => {
  it('parts lines that stand side by side and wide apart, whatever size was measured of each', () => {
    const rows = rowsOfCells(
      [
        ['Clean', 20, 9.5],
        ['检查', 40, 8],
        ['Replace', 60, 9.5],
      ],
      [
        ['E-609', 20, 8],
        ['P-608A', 40, 9.5],
        ['P-608B', 60, 9.5],
      ],
    );
    expect(rows).toBe(3);
  });

  it('takes small print beside a line for an index of it', () => {
    const rows = rowsOfCells(
      [
        ['Flow', 20, 10],
        ['流量', 40, 10],
      ],
      [
        ['12 m', 20, 10],
        ['3', 16, 6],
        ['14 m', 40, 10],
      ],
    );
    expect(rows).toBe(2);
  });

  it('leaves lines of one text together', () => {
    const rows = rowsOfCells(
      [
        ['Clean the', 20, 10],
        ['plates', 32, 10],
      ],
      [
        ['every', 20, 10],
        ['year', 32, 10],
      ],
    );
    expect(rows).toBe(1);
  });
});
