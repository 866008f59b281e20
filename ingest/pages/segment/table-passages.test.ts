import { describe, expect, it } from 'vitest';
import { makeRow, type Row } from '../../layout/rows.ts';
import type { Table, TableRow } from '../../layout/table.ts';
import { readTable } from './table-passages.ts';

function lineOf(text: string): Row[] {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
  const glyphs = [...text].map((sign) => ({ ...box, text: sign, baseline: 9, size: 10, bold: false, turned: false }));
  const row = makeRow([{ ...box, glyphs, baseline: 9, size: 10, bold: false, turned: false }]);
  return row === undefined ? [] : [row];
}
function tableOf(...rows: readonly (readonly string[])[]): Table {
  const box = { x0: 0, y0: 0, x1: 100, y1: 10 };
  const made = rows.map(
    (cells): TableRow => ({
      ...box,
      filled: false,
      cells: cells.map((text, column) => ({ column, columnEnd: column + 1, lines: lineOf(text) })),
    }),
  );
  return { ...box, edges: [0, 25, 50, 75, 100], rows: made };
}
const NOTHING_BEFORE = { leadIn: undefined, last: undefined, seen: undefined };
const kindsOf = (table: Table, seen: Parameters<typeof readTable>[3]['seen']) =>
  readTable(table, 1, 0, { ...NOTHING_BEFORE, seen }).drafts.map(({ kind }) => kind);

describe('readTable', () => {
  const SETTINGS = tableOf(
    ['{Mode,Distance,Index,Status}', 'Alpha', 'Beta', 'Gamma'],
    ['Mode', 'int', 'how the distance is counted', '0/1'],
    ['Index', 'int', 'number of the output', '[1,16]'],
  );

  it('takes a row for a header that names its columns as the table before did, but for one of its own', () => {
    expect(kindsOf(SETTINGS, undefined)).not.toContain('table');
    expect(kindsOf(SETTINGS, { headerKey: 'parameter|alpha|beta|gamma', recent: [] })[0]).toBe('table');
  });

  it('takes the one row of a table that was introduced for its header, whose rows the next page has', () => {
    const head = tableOf(['Offset', 'Type', 'Name', 'Description']);
    const leadIn = { order: 0, text: 'Table 11. Contents of a packet', x: 0 };
    const { last } = readTable(head, 1, 0, { ...NOTHING_BEFORE, leadIn });
    expect(last?.head?.names).toEqual(['Offset', 'Type', 'Name', 'Description']);
    const { drafts } = readTable(tableOf(['5', 'uint8', 'state', 'Flight state'], ['6', 'int16', 'battery', 'Voltage']), 2, 1, {
      ...NOTHING_BEFORE,
      last,
    });
    expect(drafts.map(({ kind }) => kind)).toEqual(['table', 'table-row']);
    expect(readTable(head, 1, 0, NOTHING_BEFORE).last?.head).toBeUndefined();
    expect(readTable(tableOf(['5', '12', '18', '20']), 1, 0, { ...NOTHING_BEFORE, leadIn }).last?.head).toBeUndefined();
  });

  it('takes no row for one that shares a word or two with that header', () => {
    expect(kindsOf(SETTINGS, { headerKey: 'parameter|alpha|delta|gamma', recent: [] })).not.toContain('table');
  });
});
