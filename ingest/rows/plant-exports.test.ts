import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { csvParser } from './csv/csv-parser.ts';
import { xlsxParser } from './xlsx/xlsx-parser.ts';

async function readCsv(text: string) {
  return readWhole(csvParser, await temporaryFile('log.csv', Buffer.from(text)), {});
}

async function readSheet(fill: (sheet: ExcelJS.Worksheet) => void) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Log'));
  return readWhole(xlsxParser, await temporaryFile('log.xlsx', Buffer.from(await book.xlsx.writeBuffer())), {});
}

const days = (count: number) => Array.from({ length: count }, (_, index) => `2024-03-${String(index + 1).padStart(2, '0')}`);

describe('a row of totals', () => {
  it('is quoted and not counted, be it between the records or below them', async () => {
    const rows = days(6).map((day, index) => `W-${100 + index},${day},P-${index % 2},seal leaking,${index + 1}`);
    const text = ['Order No,Date,Asset,Short text,Cost', ...rows.slice(0, 3), '2024-03 Subtotal,,,,6', ...rows.slice(3), 'Total,,,,21'];
    const { records, passages, conclusion } = await readCsv(`${text.join('\n')}\n`);
    expect(records.map((record) => record.columns.cost?.text)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(passages.map((passage) => passage.text)).toContain('Total\t21');
    expect(conclusion.report.rows?.total).toBe(6);
    expect(conclusion.report.warnings.join()).toContain('2 rows of totals or remarks');
  });

  it('is known by its Chinese label, and so is the line of signatures', async () => {
    const rows = days(6).map((day, index) => `${day},${index + 1}号泵,机封泄漏,${index + 1}`);
    const { records } = await readCsv(
      `${['日期,设备,故障描述,停机时间（小时）', ...rows, '合计,,,21', '制表：张三,审核：李四,,'].join('\n')}\n`,
    );
    expect(records).toHaveLength(6);
  });

  it('is none where a record speaks of a total', async () => {
    const rows = days(6).map((day) => `${day},P-1,total loss of oil,1`);
    expect((await readCsv(`${['Date,Asset,Short text,Cost', ...rows].join('\n')}\n`)).records).toHaveLength(6);
  });
});

describe('a header of two rows', () => {
  it('names each column, a group before the names below it', async () => {
    const { records } = await readSheet((sheet) => {
      sheet.addRow(['设备', '日期', '故障描述', '损失', null]);
      sheet.addRow([null, null, null, '停了（小时）', '零件（元）']);
      for (const day of days(6)) sheet.addRow(['1号泵', new Date(day), '机封泄漏', 2, 10]);
    });
    expect(records).toHaveLength(6);
    expect(Object.keys(records[0]?.columns ?? {}).sort()).toEqual(['asset', 'cost', 'date', 'duration', 'text']);
  });

  it('may be one of units', async () => {
    const rows = days(6).map((day) => `${day};P-1;seal leaking;30;4`);
    const { conclusion } = await readCsv(`${['Date;Asset;Short text;Downtime;Cost', ';;;min;EUR', ...rows].join('\n')}\n`);
    expect(conclusion.report.columns?.map(({ header }) => header)).toEqual(['Date', 'Asset', 'Short text', 'Downtime (min)', 'Cost (EUR)']);
    expect(conclusion.report.rows?.total).toBe(6);
  });
});

describe('the numbers of a column', () => {
  it('have one form, which one cell may tell', async () => {
    const rows = days(6).map((day, index) => `${day};P-1;seal leaking;${index === 0 ? '1.234,50' : index === 1 ? '12,50-' : '1.000'}`);
    const { records } = await readCsv(`${['Date;Asset;Short text;Cost', ...rows].join('\n')}\n`);
    expect(records.map(({ columns }) => (columns.cost?.kind === 'number' ? columns.cost.number : undefined))).toEqual([
      1234.5, -12.5, 1000, 1000, 1000, 1000,
    ]);
  });
});

describe('a column whose header says nothing', () => {
  it('has the role that its values tell', async () => {
    const texts = ['drive belt torn', 'oil level low', 'seal is leaking', 'high vibration', 'oil level very low', 'belt is torn again'];
    const rows = days(6).map(
      (day, index) => `${40_017 + index},${['Mixer A', 'Mixer B', 'Oven'][index % 3]},${texts[index]},${day},${index + 2},breakdown`,
    );
    const { records } = await readCsv(`${['Ticket mark,Patient,What hurt,That day,Asleep for (min),Why we came', ...rows].join('\n')}\n`);
    expect(Object.keys(records[0]?.columns ?? {}).sort()).toEqual(['asset', 'date', 'duration', 'order-number', 'text', 'work-type']);
    expect(records[0]?.kind).toBe('work-order');
  });

  it('keeps its own name where the table has no times', async () => {
    const rows = days(6).map((_, index) => `Mixer,part ${index} of it,${index}`);
    const { records } = await readCsv(`${['Patient,Bit of it,How many', ...rows].join('\n')}\n`);
    const roles = Object.keys(records[0]?.columns ?? {});
    expect(['asset', 'text', 'date', 'order-number'].filter((role) => roles.includes(role))).toEqual([]);
  });
});

describe('an alarm list', () => {
  it('is known by the states that its alarms come and go with', async () => {
    const rows = days(6).map((day, index) => `${day} 10:00:00;P1_T${index % 2};Temperatur hoch;${['kommt', 'geht'][index % 2]}`);
    const { records } = await readCsv(`${['Zeitstempel;Meldestelle;Meldetext;Lage', ...rows].join('\n')}\n`);
    expect(records[0]?.kind).toBe('alarm');
    expect(records[0]?.columns['alarm-state']?.text).toBe('kommt');
  });
});
