import { describe, expect, test } from 'vitest';
import { readRunningLines } from './read-running-lines.ts';

describe('readRunningLines', () => {
  test.each([
    [['文件编号：CWS-OM-4101-ZH 版本 E'], { documentNumber: 'CWS-OM-4101-ZH', revision: 'E' }],
    [['冷却水撬装手册 CWS-OM-4101-ZH 版本 E 第 2 页 共 26 页'], { documentNumber: 'CWS-OM-4101-ZH', revision: 'E' }],
    [
      ['Document No.: 12-345 Rev. 3 Effective date: 5 March 2024'],
      { documentNumber: '12-345', revision: '3', effective: Date.UTC(2024, 2, 5) },
    ],
    [
      ['CWS-OM-4101-EN', 'Revision B', 'Date 2023-08-16'],
      { documentNumber: 'CWS-OM-4101-EN', revision: 'B', effective: Date.UTC(2023, 7, 16) },
    ],
    [['DOE-HDBK-1019/1-93'], { documentNumber: 'DOE-HDBK-1019/1-93' }],
    [['CWS-LOTO-03-ZH 版本 3 2024-03-18'], { documentNumber: 'CWS-LOTO-03-ZH', revision: '3', effective: Date.UTC(2024, 2, 18) }],
    [['Past versions, now Rev. B'], { revision: 'B' }],
    [['Rev3', '版次C'], { revision: '3' }],
  ])('reads %j', (lines, labels) => {
    expect(readRunningLines(lines)).toEqual(labels);
  });

  test.each([['English version of the README'], ['The revision of the manual'], ['Past versions'], ['各版本'], ['Date 03/04/2024']])(
    'takes nothing from %s',
    (line) => {
      expect(readRunningLines([line])).toEqual({});
    },
  );
});
