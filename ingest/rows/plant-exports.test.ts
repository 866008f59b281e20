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

const TROUBLES = ['seal leaking', 'motor is noisy', 'belt slips', 'fan broken', 'valve passes', 'bolts loose', 'no flow'];
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index));

describe('a sheet with a column a day', () => {
  it('is a record for each day on which something stands, in the month of its title', async () => {
    const days = lines(31, (index) => String(index + 1));
    const marks = lines(31, (index) => (index === 4 ? '' : '√'));
    const { records, passages, conclusion } = await readCsv(
      `${['设备点检表 2024年3月', ['序号', '点检项目', '标准', ...days].join(','), ['1', '油位', '1/2～2/3', ...marks].join(','), ['2', '异响', '无', ...marks].join(',')].join('\n')}\n`,
    );
    expect(records).toHaveLength(60);
    expect(records.slice(3, 5).map(({ columns }) => columns.date)).toEqual([
      { kind: 'date', text: '4', time: Date.UTC(2024, 2, 4), precision: 'day' },
      { kind: 'date', text: '6', time: Date.UTC(2024, 2, 6), precision: 'day' },
    ]);
    expect(records[31]?.columns).toMatchObject({ task: { text: '异响' }, value: { text: '√' } });
    expect(new Set(records.map(({ ordinal }) => ordinal)).size).toBe(60);
    expect(passages).toHaveLength(3);
    expect(conclusion.report.rows?.total).toBe(60);
  });

  it('stays as it is where no title names the month', async () => {
    const days = lines(31, (index) => String(index + 1));
    const { records } = await readCsv(
      `${['Daily checks', ['No.', 'Check item', ...days].join(','), ['1', 'Oil', ...days.map(() => 'ok')].join(',')].join('\n')}\n`,
    );
    expect(records.map(({ columns }) => columns.date)).toEqual([undefined]);
  });
});

describe('dates that leave out their year', () => {
  it.each([
    ['2023年运行记录', (day: number) => `3月${day}日 08:20`],
    ['Plant log 2023', (day: number) => `Mar ${day} 08:20`],
    ['Betriebsbuch 2023', (day: number) => `${String(day).padStart(2, '0')}.03. 08:20`],
  ])('are of the year of the title "%s"', async (title, date) => {
    const rows = lines(6, (index) => `${date(index + 1)},P-1,${TROUBLES[index]}`);
    const { records } = await readCsv(`${[title, 'Date,Asset,Short text', ...rows].join('\n')}\n`);
    expect(records[2]?.columns.date).toMatchObject({ kind: 'date', time: Date.UTC(2023, 2, 3, 8, 20), precision: 'minute' });
  });

  it('stay words where the title names two years', async () => {
    const rows = lines(6, (index) => `3月${index + 1}日,P-1,${TROUBLES[index]}`);
    const { records } = await readCsv(`${['2023-2024 记录', '日期,设备,故障描述', ...rows].join('\n')}\n`);
    expect(records[2]?.columns.date?.kind).toBe('text');
  });
});

describe('what a printed list has beside its records', () => {
  const records = (from: number) => lines(6, (index) => `W-${from + index},2024-03-0${index + 1},P-1,${TROUBLES[index]}`);

  it('leaves out the header of each page', async () => {
    const head = 'Order No,Date,Asset,Short text';
    const read = await readCsv(`${[head, ...records(100), head, ...records(200)].join('\n')}\n`);
    expect(read.records).toHaveLength(12);
    expect(read.conclusion.report.excluded['running-header']).toBe(1);
  });

  it('quotes the codes below and counts none of them', async () => {
    const read = await readCsv(
      `${['Order No,Date,Asset,Short text', ...records(100), ...records(200), '', 'Code,Meaning', 'F10,Leak', 'F11,Noise'].join('\n')}\n`,
    );
    expect(read.records).toHaveLength(12);
    expect(read.passages.map(({ text }) => text)).toContain('F11\tNoise');
  });
});

describe('a column', () => {
  it('in which nothing stands has no role that a full one may have', async () => {
    const rows = lines(6, (index) => `W-10${index},2024-03-0${index + 1},P-1,,${TROUBLES[index]}`);
    const { records } = await readCsv(`${['Order No,Date,Asset,Long text,Description', ...rows].join('\n')}\n`);
    expect(records[0]?.columns.text?.text).toBe('seal leaking');
  });

  it('has the unit of its header, of the row of units or of the column beside it', async () => {
    const rows = lines(6, (index) => `W-10${index},2024-03-0${index + 1},P-1,${TROUBLES[index]},${index + 1},30,EUR`);
    const { conclusion } = await readCsv(`${['Order No,Date,Asset,Short text,"Downtime, min",Total cost,Currency', ...rows].join('\n')}\n`);
    expect(conclusion.report.columns?.map(({ unit }) => unit)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'min',
      'EUR',
      undefined,
    ]);
  });

  it('beside which two currencies stand has none', async () => {
    const rows = lines(6, (index) => `W-10${index},2024-03-0${index + 1},P-1,${TROUBLES[index]},30,${index % 2 === 0 ? 'EUR' : 'USD'}`);
    const { conclusion } = await readCsv(`${['Order No,Date,Asset,Short text,Total cost,Currency', ...rows].join('\n')}\n`);
    expect(conclusion.report.columns?.some(({ unit }) => unit !== undefined)).toBe(false);
  });

  it('of times is the date of its log, whatever its header may mean elsewhere', async () => {
    const rows = lines(6, (index) => `2024-03-0${index + 1},P-1,${TROUBLES[index]}`);
    const { records } = await readCsv(`${['Condition,Asset,Short text', ...rows].join('\n')}\n`);
    expect(records[0]?.columns.date).toMatchObject({ kind: 'date' });
  });

  it('of amounts with their unit has one form of numbers too', async () => {
    const rows = lines(6, (index) => `W-10${index},2024-03-0${index + 1},P-1,${TROUBLES[index]},2'049.05 EUR`);
    const { records } = await readCsv(`${['Order No,Date,Asset,Short text,Total cost', ...rows].join('\n')}\n`);
    expect(records[0]?.columns.cost).toMatchObject({ kind: 'quantity', text: "2'049.05 EUR", quantity: { low: 2049.05, unit: 'EUR' } });
  });

  it('is read by the last part of its name where its cells agree, in three languages', async () => {
    for (const [date, downtime] of [
      ['Störungsbeginn', 'Ausfalldauer'],
      ['报障时刻', '误产时长'],
      ['Day of start', 'Lost hours'],
    ] as const) {
      const rows = lines(6, (index) => `2024-03-0${index + 1};P-1;${TROUBLES[index]};${index + 1},5`);
      const { records } = await readCsv(`${[`${date};Asset;Short text;${downtime}`, ...rows].join('\n')}\n`);
      expect(records[0]?.columns, date).toMatchObject({ date: { kind: 'date' }, duration: { kind: 'number', number: 1.5 } });
    }
  });
});

describe('an empty column', () => {
  it.each([
    ['device,code,title,cause,action', 'loom', ['warp broken', 'weft broken', 'door open']],
    ['设备,代码,标题,原因,处理', '织机', ['经纱断', '纬纱断', '门开']],
  ])('still tells what the columns beside it are: %s', async (header, device, titles) => {
    const rows = titles.map((title, at) => `${device},${at + 10},${title},,${title}!`);
    const { records } = await readCsv(`${[header, ...rows].join('\n')}\n`);
    expect(records.map(({ kind, columns }) => [kind, columns['alarm-code']?.text])).toEqual([
      ['alarm', '10'],
      ['alarm', '11'],
      ['alarm', '12'],
    ]);
  });
});
