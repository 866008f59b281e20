import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { xlsxParser } from './xlsx-parser.ts';

async function readBook(fill: (book: ExcelJS.Workbook) => void, limits = {}) {
  const book = new ExcelJS.Workbook();
  fill(book);
  const path = await temporaryFile('book.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  return { path, ...(await readWhole(xlsxParser, path, { limits })) };
}

describe('xlsxParser', () => {
  it('reads merged FMEA cells into each record and leaves the text as the row shows it', async () => {
    const { passages, records } = await readBook((book) => {
      const sheet = book.addWorksheet('FMEA');
      sheet.addRow(['离心泵 FMEA']);
      sheet.addRow(['部件', '失效模式', '失效影响', '严重度']);
      sheet.addRow(['机械密封', '泄漏', '停机', 8]);
      sheet.addRow(['', '', '污染', 7]);
      sheet.mergeCells('A3:A4');
      sheet.mergeCells('B3:B4');
    });
    expect(passages.map((passage) => passage.text)).toEqual(['离心泵 FMEA', '机械密封\t泄漏\t停机\t8', '污染\t7']);
    expect(records[1]).toMatchObject({
      kind: 'fmea-row',
      columns: { component: { text: '机械密封' }, 'failure-mode': { text: '泄漏' }, effect: { text: '污染' } },
      anchor: { sheet: 'FMEA', row: 2, line: 4 },
    });
  });

  it('gives a merged cell to all its rows in any table', async () => {
    const { records } = await readBook((book) => {
      const sheet = book.addWorksheet('Log');
      sheet.addRow(['Date', 'Asset', 'Description']);
      sheet.addRow(['2024-01-01', 'P-101', 'leak']);
      sheet.addRow(['2024-01-02', null, 'noise']);
      sheet.mergeCells('B2:B3');
    });
    expect(records[1]?.columns.asset).toEqual(records[0]?.columns.asset);
    expect(records[1]?.columns.asset).not.toBeNull();
  });

  it('takes dates, results of formulas, percentages and rich text as a reader sees them', async () => {
    const { passages, records } = await readBook((book) => {
      const sheet = book.addWorksheet('Orders');
      sheet.addRow(['WO No', 'Date', 'Asset', 'Description', 'Cost', 'Share']);
      const row = sheet.addRow(['W-1', new Date('2024-03-05T08:20:00Z'), 'P-101', '', { formula: '2*21', result: 42 }, 0.05]);
      row.getCell(2).numFmt = 'yyyy-mm-dd hh:mm';
      row.getCell(4).value = { richText: [{ text: '更换' }, { font: { bold: true }, text: '密封' }] };
      row.getCell(6).numFmt = '0.0%';
    });
    expect(passages[0]?.text).toBe('W-1\t2024-03-05 08:20\tP-101\t更换密封\t42\t5%');
    expect(records[0]?.columns.date).toMatchObject({ kind: 'date', time: Date.UTC(2024, 2, 5, 8, 20), precision: 'minute' });
    expect(records[0]?.columns.cost).toMatchObject({ kind: 'number', number: 42 });
  });

  it('reads all sheets in the order of the tabs and counts rows over all of them', async () => {
    const { records, conclusion } = await readBook((book) => {
      for (const name of ['二月', '一月']) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(['Date', 'Asset', 'Description']);
        for (let day = 1; day <= 3; day += 1) sheet.addRow([`2024-01-0${day}`, 'P-1', 'ok']);
      }
      book.addWorksheet('空');
    });
    expect(records.map((record) => record.anchor.sheet)).toEqual(['二月', '二月', '二月', '一月', '一月', '一月']);
    expect(records.map((record) => record.ordinal)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { tables: 2, rows: { total: 6, bad: 0 } } });
  });

  it('goes on after any chunk as if never stopped, merged cells included', async () => {
    const whole = await readBook((book) => {
      const sheet = book.addWorksheet('FMEA');
      sheet.addRow(['Component', 'Failure Mode', 'Effect', 'Severity']);
      for (let row = 0; row < 2_500; row += 1)
        sheet.addRow([row % 7 === 0 ? `part ${row}` : null, row % 7 === 0 ? 'Leak' : null, `effect ${row}`, 5]);
      sheet.mergeCells('A996:A1006');
    });
    expect(whole.records).toHaveLength(2_500);
    for (const { ordinal, carry } of whole.chunks) {
      const rest = await readWhole(xlsxParser, whole.path, { from: { ordinal, carry } });
      expect(rest.chunks).toEqual(whole.chunks.slice(ordinal + 1));
      expect(rest.conclusion).toEqual(whole.conclusion);
    }
  });

  it('ends a workbook without rows as empty and one with too many parts at the limit', async () => {
    const empty = await readBook((book) => void book.addWorksheet('Sheet1'));
    expect(empty.conclusion.outcome).toBe('empty');
    const limited = await readBook((book) => void book.addWorksheet('Sheet1').addRow(['a', 'b']), { maxEntries: 3 });
    expect(limited.conclusion).toMatchObject({ outcome: 'limit-exceeded' });
    expect(limited.conclusion.reason).toContain('more than 3 parts');
  });
});
