import { describe, expect, it } from 'vitest';
import { makeLabelSetId, type TenantId } from './index.ts';
import { formOf as formAmong, headerKey, type SurveyedTable, tablesOf } from './table-form.ts';

const TENANT = 'plant' as TenantId;
const UNLABELLED = makeLabelSetId(TENANT, []);
const formOf = (table: SurveyedTable) => formAmong(table, UNLABELLED);
const days = (count: number, sign = '') => Array.from({ length: count }, (_, day) => `${day + 1}${sign}`);

describe('the form of a table', () => {
  for (const [language, headers] of [
    ['Chinese', ['日期', '设备', '故障现象']],
    ['English', ['Date', 'Equipment', 'Happening']],
  ] as const) {
    const form = formOf({ sheet: '', headers });
    it(`stays while headers differ in case, width and white space alone (${language})`, () => {
      const written = headers.map((header) => ` ${header.toUpperCase().replace(/a/gi, 'Ａ')}  `);
      expect(form).toMatch(/^frm_/);
      expect(formOf({ sheet: '', headers: written })).toBe(form);
      expect(formOf({ sheet: '', headers: [...headers, 'column 4'] })).toBe(form);
    });

    it(`is another one with other headers, another order or another sheet (${language})`, () => {
      const others = [{ headers: [...headers].reverse() }, { headers: [...headers, '备注 Note'] }, { sheet: '备件 Spares' }];
      for (const other of others) expect(formOf({ sheet: '', headers, ...other })).not.toBe(form);
    });

    it(`is another one among documents under other labels (${language})`, () => {
      const labelled = makeLabelSetId(TENANT, ['夜班 night']);
      expect(formAmong({ sheet: '', headers }, labelled)).toMatch(/^frm_/);
      expect(formAmong({ sheet: '', headers }, labelled)).not.toBe(form);
    });

    it(`is not told by the month in the name of the sheet, nor by how many days a month has (${language})`, () => {
      const ofMonth = (sheet: string, count: number) => formOf({ sheet, headers: [...headers, ...days(count, '日')] });
      expect(ofMonth('2024年1月', 31)).toBe(ofMonth('2024年2月', 29));
      expect(ofMonth('2024年1月', 31)).not.toBe(formOf({ sheet: '2024年1月', headers }));
      expect(formOf({ sheet: '', headers: [...headers, 'Reading 1', 'Reading 2'] })).not.toBe(
        formOf({ sheet: '', headers: [...headers, 'Reading 1'] }),
      );
    });
  }

  it('is none of a table with too few named columns to be known again', () => {
    expect(formOf({ sheet: '', headers: ['Date', 'Value', 'column 3', 'column 4'] })).toBeUndefined();
    expect(formOf({ sheet: '', headers: days(3).map((day) => `column ${day}`) })).toBeUndefined();
  });

  it('is of each sheet of a file', () => {
    const columns = [
      { header: 'A', sheet: 'x' },
      { header: 'B', sheet: 'y' },
      { header: 'C', sheet: 'x' },
    ];
    expect(tablesOf(columns)).toEqual([
      { sheet: 'x', headers: ['A', 'C'] },
      { sheet: 'y', headers: ['B'] },
    ]);
    expect(headerKey('  Down\n Time ')).toBe(headerKey('down time'));
  });
});
