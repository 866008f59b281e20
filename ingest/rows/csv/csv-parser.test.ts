import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWide } from '../../test-support/encode-wide.ts';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { csvParser } from './csv-parser.ts';

const readCsv = async (content: string | Uint8Array, limits = {}) =>
  readWhole(csvParser, await temporaryFile('log.csv', content), { limits });

/** 日期,设备,故障现象 / 2024-03-05,P-101A,机械密封泄漏 / 2024-03-06,P-101B,轴承异响, as GB 18030. */
const GB_LOG = Buffer.from(
  'c8d5c6da2cc9e8b1b82cb9cad5cfcfd6cff30a323032342d30332d30352c502d313031412cbbfad0b5c3dcb7e2d0b9c2a90a323032342d30332d30362c502d313031422cd6e1b3d0d2eccfec0a',
  'hex',
);

describe('csvParser', () => {
  it('quotes each row and types its cells, in English', async () => {
    const log = 'WO No;Date;Asset;Description;Cost;Duration\nW-1;4/25/16 14:00;P-101;seal leaks;1,200.50;1:30\nW-2;4/6/16 9:00;P-102;;;\n';
    const { passages, records, conclusion } = await readCsv(log);
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { delimiter: ';', rows: { total: 2, bad: 0 } } });
    expect(passages[0]).toMatchObject({ kind: 'log-entry', text: 'W-1\t4/25/16 14:00\tP-101\tseal leaks\t1,200.50\t1:30', order: 0 });
    const cell = passages[0]?.cells?.[3];
    expect(cell).toMatchObject({ column: 'Description', role: 'text' });
    expect(passages[0]?.text.slice(cell?.start, cell?.end)).toBe('seal leaks');
    expect(records[0]?.columns.date).toMatchObject({ kind: 'date', time: Date.UTC(2016, 3, 25, 14), precision: 'minute' });
    expect(records[1]?.columns.date).toMatchObject({ time: Date.UTC(2016, 3, 6, 9) });
    expect(records[0]?.columns.cost).toMatchObject({ kind: 'number', number: 1200.5, text: '1,200.50' });
    expect(records[0]?.columns.duration).toMatchObject({ kind: 'quantity', quantity: { low: 1.5, unit: 'h' } });
    expect(records[1]?.columns.text).toBeNull();
    expect(records[0]).toMatchObject({ kind: 'work-order', anchor: { row: 1, line: 2 }, passageId: passages[0]?.id });
  });

  it.each([
    ['utf-16le', 'Date\tAsset\tText\r\n2024-03-05\tP-101\tseal leaks\r\n', 'seal leaks'],
    ['utf-16be', '日期\t设备\t故障现象\r\n2024-03-05\tP-101\t机械密封泄漏\r\n', '机械密封泄漏'],
    ['utf-32le', '日期\t设备\t故障现象\r\n2024-03-05\tP-101\t轴承异响𠮷\r\n', '轴承异响𠮷'],
    ['utf-32be', 'Date\tAsset\tText\r\n2024-03-05\tP-101\tseal leaks\r\n', 'seal leaks'],
  ] as const)('reads a log in %s with its mark', async (encoding, log, text) => {
    const { passages, conclusion } = await readCsv(encodeWide(`\ufeff${log}`, encoding));
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { encoding, delimiter: '\t', warnings: [] } });
    expect(passages.map((passage) => passage.text)).toEqual([`2024-03-05\tP-101\t${text}`]);
  });

  it.each([
    ['Chinese', Buffer.concat([GB_LOG, Buffer.from('2024-03-07,P-102,电机过热\n')]), 'gb18030'],
    [
      'English',
      Buffer.concat([
        Buffer.from('Date,Asset,Text\n2024-03-05,P-1,hot: 75\xb0C\n2024-03-06,P-1,80\xb0C\n', 'latin1'),
        Buffer.from('2024-03-07,P-2,90°C\n'),
      ]),
      'windows-1252',
    ],
    ['marked', Buffer.concat([Buffer.from('\ufeff日期,设备,故障现象\n2024-03-07,P-102,电机过热\n'), GB_LOG.subarray(-26)]), 'utf-8'],
  ])('warns of lines that are in another encoding than the rest, %s', async (_, log, encoding) => {
    const { report } = (await readCsv(log)).conclusion;
    expect(report.encoding).toBe(encoding);
    expect(report.warnings).toContainEqual(expect.stringMatching(new RegExp(`^1 lines are not in ${encoding}.*UTF-8`)));
  });

  it('does not warn of a file in one encoding', async () => {
    for (const log of [GB_LOG, '日期,设备\n2024-03-07,电机过热\n', Buffer.from('Date,Text\n2024-03-05,75\xb0C\n', 'latin1')])
      expect((await readCsv(log)).conclusion.report.warnings.filter((warning) => /lines are not in/.test(warning))).toEqual([]);
  });

  it('reads a Chinese log in GB 18030', async () => {
    const { survey, passages, records, conclusion } = await readCsv(GB_LOG);
    expect(conclusion.report.encoding).toBe('gb18030');
    expect(survey.properties.language).not.toBe('en');
    expect(passages.map((passage) => passage.text)).toEqual(['2024-03-05\tP-101A\t机械密封泄漏', '2024-03-06\tP-101B\t轴承异响']);
    expect(records[0]?.columns.date).toMatchObject({ kind: 'date', time: Date.UTC(2024, 2, 5) });
  });

  it('names columns by number where the first row is data', async () => {
    const { conclusion, records } = await readCsv('broken,brkn\nleaking,lkng\nreplace,rplc\n');
    expect(records).toHaveLength(3);
    expect(conclusion.report.columns?.map((column) => column.header)).toEqual(['column 1', 'column 2']);
    expect(conclusion.report.warnings.join()).toContain('no header row');
  });

  it('keeps titles above the header as paragraphs and as the title', async () => {
    const { survey, passages, records } = await readCsv('设备维修台账,,\n\n日期,设备,内容\n2024年3月5日,水泵,更换密封\n');
    expect(survey.properties.title).toBe('设备维修台账');
    expect(passages.map((passage) => passage.kind)).toEqual(['paragraph', 'log-entry']);
    expect(passages[1]?.headings).toEqual(['设备维修台账']);
    expect(records[0]?.anchor).toMatchObject({ row: 1, line: 4 });
  });

  it('keeps, marks and counts bad rows', async () => {
    const rows = [
      '2024-01-01,P-1,ok',
      '2024-01-02,P-1',
      '2024-01-03,P-1,ok,more',
      '2024-13-45,P-1,ok',
      '2024-01-05,P-1,"open',
      '2024-01-06,P-1,ok',
    ];
    const { records, conclusion } = await readCsv(`Date,Asset,Description\n${rows.join('\n')}\n`);
    expect(records).toHaveLength(6);
    expect(records.map((record) => record.fault !== undefined)).toEqual([false, true, true, true, true, false]);
    expect(records[3]?.columns.date).toEqual({ kind: 'text', text: '2024-13-45' });
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { rows: { total: 6, bad: 4 } } });
    expect(conclusion.report.rows?.firstBad.map((bad) => bad.line)).toEqual([3, 4, 5, 6]);
  });

  it('says that day and month cannot be told apart, where they cannot', async () => {
    const { records, conclusion } = await readCsv('Date,Description\n05/03/2024,leak\n06/04/2024,noise\n');
    expect(records[0]?.columns.date).toMatchObject({ time: Date.UTC(2024, 2, 5) });
    expect(conclusion.report.warnings.join()).toContain('day before month');
  });

  it('fills the leading FMEA columns in the record, not in the text', async () => {
    const fmea = 'Component,Failure Mode,Effect,Severity\nSeal,Leak,Stop,8\n,,Pollution,7\nBearing,,Noise,3\n';
    const { passages, records } = await readCsv(fmea);
    expect(passages[1]?.text).toBe('Pollution\t7');
    expect(records[1]?.columns).toMatchObject({
      component: { text: 'Seal' },
      'failure-mode': { text: 'Leak' },
      effect: { text: 'Pollution' },
    });
    expect(records[2]?.columns['failure-mode']).toBeNull();
  });

  it('ends as empty when there is a header and no rows', async () => {
    const { conclusion } = await readCsv('Date,Asset,Description\n');
    expect(conclusion).toMatchObject({ outcome: 'empty', reason: 'The table has a header but no rows below it.' });
  });

  it('stops at the allowed number of rows and keeps those before', async () => {
    const log = `Date,Asset,Description\n${'2024-01-01,P-1,ok\n'.repeat(50)}`;
    const { records, conclusion } = await readCsv(log, { maxRows: 11 });
    expect(records).toHaveLength(10);
    expect(conclusion.outcome).toBe('limit-exceeded');
    expect(conclusion.reason).toContain('The first 10 rows');
  });

  it('cuts a line of ten million characters and keeps all other rows', async () => {
    const { records, conclusion } = await readCsv(
      `Date,Asset,Description\n2024-01-01,P-1,${'x'.repeat(10_000_000)}\n2024-01-02,P-1,泄漏\n`,
    );
    expect(records).toHaveLength(2);
    expect(records[1]?.columns.text).toMatchObject({ text: '泄漏' });
    expect(conclusion).toMatchObject({ outcome: 'limit-exceeded', report: { rows: { bad: 1 } } });
  });

  it('makes of every record a passage or an exclusion, and goes on after any chunk as if never stopped', async () => {
    const record = fc.constantFrom(
      '2024-01-01,P-101,密封泄漏',
      '2024-01-02,P-102,"worn, hot"',
      ',,',
      '2024-01-03,P-101',
      '2024-01-04,P-1,"open',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1_001, maxLength: 2_600, size: 'max' }), async (rows) => {
        const path = await temporaryFile('log.csv', `Date,Asset,Description\n2024-01-01,P-9,first\n${rows.join('\n')}\n`);
        const whole = await readWhole(csvParser, path);
        const excluded = whole.chunks.flatMap((chunk) => chunk.excluded).length;
        expect(whole.records.length + excluded).toBe(rows.length + 1);
        expect(whole.passages.map((passage) => passage.order)).toEqual(whole.passages.map((_, index) => index));
        for (const { ordinal, carry } of whole.chunks) {
          const rest = await readWhole(csvParser, path, { from: { ordinal, carry } });
          expect(rest.chunks).toEqual(whole.chunks.slice(ordinal + 1));
          expect(rest.conclusion).toEqual(whole.conclusion);
        }
      }),
      { numRuns: 5 },
    );
  });
});
