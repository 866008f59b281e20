import { describe, expect, it } from 'vitest';
import type { Glyph } from './glyph.ts';
import type { Grid } from './grids.ts';
import { openTable } from './open-table.ts';
import { rowText } from './rows.ts';

const SIZE = 10;
const WIDE = 5;
/** Narrower than a gap that is taken for a space. */
const SPACE = 1;

/** Words side by side from a place on, with the spaces that were drawn or recognised between them. */
function words(y: number, x: number, ...parts: readonly string[]): readonly Glyph[] {
  let at = x;
  return parts.flatMap((part, index) =>
    [...(index === 0 ? '' : ' '), ...part].map((text): Glyph => {
      const x0 = at;
      at += text === ' ' ? SPACE : WIDE;
      return { text, size: SIZE, baseline: y, bold: false, turned: false, x0, x1: at, y0: y - SIZE, y1: y };
    }),
  );
}

describe('openTable', () => {
  it('keeps the spaces that stand between words of a cell, however narrow, and none between cells', () => {
    const grid: Grid = { xs: [10, 200, 400], ys: [30], box: { x0: 10, y0: 10, x1: 400, y1: 90 }, cells: [], open: true };
    const glyphs = [
      ...words(25, 12, 'Task'),
      ...words(25, 202, 'Interval'),
      ...words(45, 12, 'Replace', 'the', 'filter'),
      ...words(45, 202, '每', '12', 'months'),
      ...words(61, 12, 'Clean', 'it'),
      ...words(61, 202, '每天'),
    ];
    const [open] = openTable(grid, glyphs, []);
    const cells = open?.table.rows.map((row) => row.cells.map(({ lines }) => lines.map(rowText).join(' / ')));
    expect(cells?.flat().join(' | ')).toBe('Task | Interval | Replace the filter | 每 12 months | Clean it | 每天');
  });
});
