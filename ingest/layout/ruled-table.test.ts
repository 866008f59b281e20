import { describe, expect, it } from 'vitest';
import type { Glyph } from './glyph.ts';
import type { Grid } from './grids.ts';
import { glyphsByCell } from './ruled-table.ts';

const WIDTH = 6;

/** Words on one line, each from its own place, letters edge to edge. */
function drawn(words: readonly (readonly [text: string, x: number])[]): Glyph[] {
  return words.flatMap(([text, x]) =>
    [...text].map((letter, at): Glyph => {
      const x0 = x + at * WIDTH;
      return { text: letter, x0, x1: x0 + WIDTH, y0: 12, y1: 22, baseline: 20, size: 10, bold: false, turned: false };
    }),
  );
}

/** Three cells of one row, 50 points wide each. */
const GRID: Grid = {
  ...{ open: false, box: { x0: 0, y0: 10, x1: 150, y1: 30 }, xs: [0, 50, 100, 150], ys: [10, 30] },
  cells: [0, 1, 2].map((column) => ({
    row: 0,
    column,
    rowEnd: 1,
    columnEnd: column + 1,
    box: { x0: column * 50, y0: 10, x1: column * 50 + 50, y1: 30 },
  })),
};

function read(words: Parameters<typeof drawn>[0]): readonly string[] {
  const byCell = glyphsByCell(GRID, drawn(words));
  return GRID.cells.map((cell) => (byCell.get(cell) ?? []).map(({ text }) => text).join(''));
}

describe('glyphs of the cells of a ruled table', () => {
  it('are those of the word that begins there, though it runs over a wall or out of the table', () => {
    expect(read([['XS3525V202.pdf', 10]])).toEqual(['XS3525V202.pdf', '', '']);
    expect(
      read([
        ['MSD542', 10],
        ['http://example.org/a.pdf', 103],
      ]),
    ).toEqual(['MSD542', '', 'http://example.org/a.pdf']);
    expect(
      read([
        ['冷却水泵电机轴承', 5],
        ['合格', 104],
      ]),
    ).toEqual(['冷却水泵电机轴承', '', '合格']);
  });

  it('are apart where one word ends at a wall and the next begins there', () => {
    expect(
      read([
        ['ABCDEFGH', 2],
        ['12345678', 50.3],
      ]),
    ).toEqual(['ABCDEFGH', '12345678', '']);
    expect(
      read([
        ['A', 44],
        ['B', 50.4],
      ]),
    ).toEqual(['A', 'B', '']);
  });

  it('keep to their cells where words lie over each other', () => {
    expect(
      read([
        ['Manufacturer', 5],
        ['Model', 55],
      ]),
    ).toEqual(['Manufacturer', 'Model', '']);
  });
});
