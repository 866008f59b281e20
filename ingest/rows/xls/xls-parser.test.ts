import { describe, expect, it } from 'vitest';
import xlsx from 'xlsx';
import { writeCompound } from '../../../eval/fuzz/write-compound.ts';
import { openCompound } from '../../compound/open-compound.ts';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { withCleanPrototypes } from './with-clean-prototypes.ts';
import { xlsParser } from './xls-parser.ts';

type Grid = readonly (readonly unknown[])[];

function write(
  sheets: Readonly<Record<string, Grid>>,
  finish: (book: xlsx.WorkBook) => void = () => undefined,
  options: object = {},
): Buffer {
  const book = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  finish(book);
  return xlsx.write(book, { type: 'buffer', bookType: 'biff8', ...options }) as Buffer;
}

const read = async (bytes: Uint8Array) => readWhole(xlsParser, await temporaryFile('log.xls', bytes));

describe('xlsParser', () => {
  it('reads dates, percentages, merged cells, errors and several sheets in the order of the tabs', async () => {
    const { passages, records, survey, conclusion } = await read(
      write(
        {
          工单: [
            ['工单号', '日期', '设备', '描述', 'Share'],
            ['W-1', 45_356.347_222_222_22, 'P-101', '更换密封', 0.05],
            ['W-2', 45_357, null, 'noise', 0.1],
          ],
          Alarms: [
            ['Alarm code', 'Cause'],
            ['E-07', '过热'],
          ],
        },
        (book) => {
          const sheet = book.Sheets.工单;
          if (sheet === undefined) throw new Error('no sheet');
          for (const at of ['B2', 'B3']) sheet[at].z = 'yyyy-mm-dd hh:mm';
          for (const at of ['E2', 'E3']) sheet[at].z = '0.0%';
          sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
          book.Props = { Title: '维修记录' };
        },
      ),
    );
    expect(passages.map(({ text }) => text)).toEqual([
      'W-1\t2024-03-05 08:20\tP-101\t更换密封\t5%',
      'W-2\t2024-03-06\tnoise\t10%',
      'E-07\t过热',
    ]);
    expect(records[0]?.columns.date).toMatchObject({ kind: 'date', time: Date.UTC(2024, 2, 5, 8, 20), precision: 'minute' });
    expect(records[1]?.columns.asset).toEqual(records[0]?.columns.asset);
    expect(passages.map(({ anchors }) => anchors[0])).toMatchObject([
      { sheet: '工单', row: 1, line: 2 },
      { sheet: '工单', row: 2, line: 3 },
      { sheet: 'Alarms', row: 1, line: 2 },
    ]);
    expect(survey.properties.title).toBe('维修记录');
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { tables: 2, rows: { total: 3, bad: 0 } } });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const { passages } = await read(
      write(
        {
          Log: [
            ['Date', 'Asset', 'Text'],
            [1, 'P-1', 'x'],
          ],
        },
        (book) => {
          book.Workbook = { WBProps: { date1904: true } };
          const cell = book.Sheets.Log?.A2;
          if (cell !== undefined) cell.z = 'yyyy-mm-dd';
        },
      ),
    );
    expect(passages[0]?.text).toBe('1904-01-02\tP-1\tx');
  });

  it('reads a workbook of Excel 95 in its own code page', async () => {
    const bytes = write(
      {
        Log: [
          ['Date', 'Asset', 'Text'],
          ['2024-01-01', 'P-1', 'XXXX'],
        ],
      },
      undefined,
      { bookType: 'biff5' },
    );
    const source = await openCompound(await temporaryFile('log.xls', bytes));
    const stream = (await source.readStream('Book')) ?? Buffer.alloc(0);
    await source.close();
    Buffer.from('d0b9c2a9', 'hex').copy(stream, stream.indexOf('XXXX'));
    stream.writeUInt16LE(936, stream.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
    expect((await read(writeCompound({ Book: stream }))).passages[0]?.text).toBe('2024-01-01\tP-1\t泄漏');
  });

  it('goes on after any chunk as if never stopped', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => [
      `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
      'P-1',
      `更换 seal ${index}`,
    ]);
    const path = await temporaryFile('log.xls', write({ Log: [['Date', 'Asset', 'Description'], ...rows] }));
    const whole = await readWhole(xlsParser, path);
    expect(whole.records).toHaveLength(2_500);
    for (const { ordinal, carry } of whole.chunks) {
      const rest = await readWhole(xlsParser, path, { from: { ordinal, carry } });
      expect(rest.chunks).toEqual(whole.chunks.slice(ordinal + 1));
    }
  });

  it('tells locked, cut and spoilt workbooks apart', async () => {
    const bytes = write({
      Log: [
        ['Date', 'Asset', 'Text'],
        ['2024-01-01', 'P-1', '泄漏'],
      ],
    });
    const source = await openCompound(await temporaryFile('log.xls', bytes));
    const stream = await source.readStream('Workbook');
    await source.close();
    if (stream === undefined) throw new Error('no stream of records');
    const begin = 4 + stream.readUInt16LE(2);
    const locked = Buffer.concat([stream.subarray(0, begin), Buffer.from([0x2f, 0, 2, 0, 0, 0]), stream.subarray(begin)]);
    expect((await read(writeCompound({ Workbook: locked }))).conclusion.outcome).toBe('encrypted');
    expect((await read(writeCompound({ Workbook: stream }))).passages[0]?.text).toBe('2024-01-01\tP-1\t泄漏');
    expect((await read(bytes.subarray(0, 1_000))).conclusion.outcome).toBe('damaged');
    expect((await read(writeCompound({ Workbook: Buffer.alloc(5_000, 7) }))).conclusion.outcome).toBe('damaged');
    const both = await openCompound(
      await temporaryFile(
        'both.xls',
        write({
          一月: [
            ['Date', 'Asset', 'Text'],
            ['2024-01-01', 'P-1', 'leak'],
          ],
          二月: [
            ['Date', 'Asset', 'Text'],
            ['2024-02-01', 'P-1', '泄漏'],
          ],
        }),
      ),
    );
    const whole = (await both.readStream('Workbook')) ?? Buffer.alloc(0);
    await both.close();
    const { passages, conclusion } = await read(writeCompound({ Workbook: whole.subarray(0, whole.length - 20) }));
    expect([passages.length, conclusion.outcome]).toEqual([1, 'partial']);
    expect(conclusion.reason).toContain('cut short');
    expect((await read(write({ Empty: [] }))).conclusion.outcome).toBe('empty');
  });
});

describe('withCleanPrototypes', () => {
  it('takes back what a reader added to what all objects share, and refuses the document', () => {
    const spoil = () => {
      Object.assign(Object.prototype, { isAdmin: true });
      return 'read';
    };
    expect(() => withCleanPrototypes(spoil)).toThrow('not read');
    expect('isAdmin' in {}).toBe(false);
    expect(withCleanPrototypes(() => '泵')).toBe('泵');
  });
});
