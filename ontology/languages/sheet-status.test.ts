import { describe, expect, it } from 'vitest';
import { sheetStatus } from './sheet-status.ts';

describe('sheetStatus', () => {
  it.each([
    ['VOID', 'void', false],
    ['V O I D', 'void', false],
    ['** VOID **', 'void', false],
    ['VOID 2024-05-01', 'void', false],
    ['CANCELLED 12 MAY 2024', 'void', false],
    ['THIS DRAWING IS VOID', 'void', true],
    ['Void - see CWS-PID-102', 'void', true],
    ['SUPERSEDED', 'superseded', true],
    ['Superseded by CWS-PID-101 Rev. C', 'superseded', true],
    ['AS-BUILT', 'as-built', true],
    ['AS BUILT 2024-03-18', 'as-built', true],
    ['NOT FOR CONSTRUCTION', 'preliminary', true],
    ['ISSUED FOR CONSTRUCTION', 'for-construction', true],
    ['作废', 'void', true],
    ['作  废', 'void', true],
    ['【作废】', 'void', true],
    ['作废 2024年5月1日', 'void', true],
    ['本图已作废', 'void', true],
    ['此图纸自2024年5月1日起作废', 'void', true],
    ['作废 VOID', 'void', true],
    ['已被取代，见 CWS-PID-102', 'superseded', true],
    ['无效', 'void', false],
    ['竣工图', 'as-built', true],
    ['AS BUILT / VOID', 'void', true],
  ] as const)('reads %s as %s', (text, status, isSure) => {
    expect(sheetStatus(text)).toEqual({ status, isSure });
  });

  it.each([
    'VOID FILLER',
    'V-103 VOID',
    'AVOID',
    'NOZZLE N3 VOID',
    'DELETE THE VOID BELOW THE SLAB',
    'THIS DRAWING',
    'DRAFT FAN',
    'SUPERSEDED PUMP P-101A',
    '作废的草稿',
    'V-103 作废',
    '废液罐',
    '施工图纸说明',
    '2024-05-01',
    '',
  ])('reads no status in %s', (text) => {
    expect(sheetStatus(text)).toBeUndefined();
  });
});
