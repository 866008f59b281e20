import { describe, expect, it } from 'vitest';
import { makeRow, type Row } from '../../layout/rows.ts';
import type { TableRow } from '../../layout/table.ts';
import { headerRowCount } from './table-header.ts';

function lineOf(text: string): Row[] {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
  const glyphs = [...text].map((sign) => ({ ...box, text: sign, baseline: 9, size: 10, bold: false, turned: false }));
  const row = makeRow([{ ...box, glyphs, baseline: 9, size: 10, bold: false, turned: false }]);
  return row === undefined ? [] : [row];
}
const rowsOf = (...rows: readonly (readonly string[])[]): TableRow[] =>
  rows.map((cells) => ({
    ...{ x0: 0, y0: 0, x1: 100, y1: 10, filled: false },
    cells: cells.map((text, column) => ({ column, columnEnd: column + 1, lines: lineOf(text) })),
  }));

describe('headerRowCount', () => {
  it('takes abbreviated names for names, where nothing sets them apart', () => {
    const english = rowsOf(
      ['Alarm no.', 'Alarm text', 'Reaction'],
      ['A-102', 'Leak sensor wet', 'Warning only'],
      ['A-103', 'Vibration', 'Trip'],
    );
    expect(headerRowCount(english, 3)).toBe(1);
    const chinese = rowsOf(['报警号', '报警内容', '响应'], ['A-102', '泄漏传感器动作', '仅报警'], ['A-103', '振动高', '跳停']);
    expect(headerRowCount(chinese, 3)).toBe(1);
  });

  it('takes a bold row for one where a ground stands behind all the others but those that head groups of them', () => {
    const bold = (row: TableRow): TableRow => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.map((line) => ({ ...line, bold: true })) })),
    });
    const group = (name: string): TableRow[] =>
      rowsOf([name]).map((row) => bold({ ...row, cells: row.cells.map((cell) => ({ ...cell, columnEnd: 2 })) }));
    for (const [names, parts] of [
      [
        ['Field', 'Description'],
        ['Before', 'After'],
      ],
      [
        ['字段', '说明'],
        ['之前', '之后'],
      ],
    ] as const) {
      const filled = (...cells: readonly (readonly string[])[]) => rowsOf(...cells).map((row) => ({ ...row, filled: true }));
      const rows = [
        ...rowsOf(names).map(bold),
        ...group(parts[0]),
        ...filled(['SG', 'Gravity of the wort.'], ['V', 'Volume of the wort.']),
        ...group(parts[1]),
        ...filled(['OG', 'Gravity of the beer.']),
      ];
      expect(headerRowCount(rows, 2)).toBe(1);
    }
  });

  it('takes sentences for none', () => {
    const rows = rowsOf(
      ['Close both valves slowly.', 'Pump', 'Pump'],
      ['Open the drain fully now.', 'Valve', 'Valve'],
      ['Wait.', 'Pump', 'Valve'],
    );
    expect(headerRowCount(rows, 3)).toBe(0);
  });
});
