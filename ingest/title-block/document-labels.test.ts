import { describe, expect, test } from 'vitest';
import { documentLabels } from './document-labels.ts';

describe('documentLabels', () => {
  test.each([
    [['文件编号：CWS-OM-4101-ZH 版本 E'], { documentNumber: 'CWS-OM-4101-ZH', revision: 'E' }],
    [
      ['Document No.: 12-345 Rev. 3 Effective date: 5 March 2024'],
      { documentNumber: '12-345', revision: '3', effective: Date.UTC(2024, 2, 5) },
    ],
    [
      ['CWS-OM-4101-EN', 'Revision B', 'Date 2023-08-16'],
      { documentNumber: 'CWS-OM-4101-EN', revision: 'B', effective: Date.UTC(2023, 7, 16) },
    ],
    [['版次：A1', '实施日期：2024年3月5日'], { revision: 'A1', effective: Date.UTC(2024, 2, 5) }],
    [['DOE-HDBK-1019/1-93'], { documentNumber: 'DOE-HDBK-1019/1-93' }],
  ])('reads %j', (lines, labels) => {
    expect(documentLabels(lines)).toEqual(labels);
  });

  test.each([['English version of the README'], ['The revision of the manual'], ['日期 2024-02-31'], ['Date 03/04/2024'], ['编号见铭牌']])(
    'takes nothing from %s',
    (line) => {
      expect(documentLabels([line])).toEqual({});
    },
  );
});
