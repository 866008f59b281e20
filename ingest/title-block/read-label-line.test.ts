import { describe, expect, test } from 'vitest';
import { readLabelLine } from './read-label-line.ts';

describe('readLabelLine', () => {
  test.each([
    ['文件编号：WI-PM-0042', { documentNumber: 'WI-PM-0042' }],
    ['文件编号：WI-PM-0042 版本：V2.1', { documentNumber: 'WI-PM-0042', revision: 'V2.1' }],
    ['文件编号\tCWS-OM-4101-ZH\t版本\tE', { documentNumber: 'CWS-OM-4101-ZH', revision: 'E' }],
    ['生效日期：2024年3月5日起', { effective: Date.UTC(2024, 2, 5) }],
    ['版次：A1 | 实施日期：2024年3月5日', { revision: 'A1', effective: Date.UTC(2024, 2, 5) }],
    ['CWS-LOTO-03-ZH 版本 3 2024-03-18', { documentNumber: 'CWS-LOTO-03-ZH', revision: '3', effective: Date.UTC(2024, 2, 18) }],
    ['Document No.: MM-7731 Rev. C', { documentNumber: 'MM-7731', revision: 'C' }],
    ['Effective date: March 5, 2024', { effective: Date.UTC(2024, 2, 5) }],
    ['Revision date: 2024-03-05', { effective: Date.UTC(2024, 2, 5) }],
    ['Version 1.0', { revision: '1.0' }],
    ['revision: C', { revision: 'C' }],
    ['documentNumber: WI-PM-0042', { documentNumber: 'WI-PM-0042' }],
    ['Document number CWS-OM-4101-EN', { documentNumber: 'CWS-OM-4101-EN' }],
  ])('reads %s', (line, labels) => {
    expect(readLabelLine(line)).toEqual(labels);
  });

  test.each([
    ['[1] Source: OEM Manual rev. 9'],
    ['[1] 来源：厂家手册 版本 9'],
    ['Source: OEM Manual rev. 9'],
    ['The chip has version v3.0.'],
    ['芯片版本 v3.0'],
    ['Firmware version: 2.5'],
    ['固件版本：2.5'],
    ['Part 4711 Rev. A'],
    ['零件 4711 版本 A'],
    ['Rev. A and Rev. B boards differ'],
    ['版本 A 与版本 B 的主板不同'],
    ['Version 3 of the controller needs a fan'],
    ['CWS-101'],
    ['2024-03-05'],
    ['English version of the README'],
    ['The version a user installs'],
    ['编号见铭牌'],
    ['日期 2024-02-31'],
    ['Date 03/04/2024'],
  ])('takes nothing from %s', (line) => {
    expect(readLabelLine(line)).toEqual({});
  });
});
