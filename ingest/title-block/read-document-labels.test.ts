import { describe, expect, it } from 'vitest';
import { readDocumentLabels } from './read-document-labels.ts';

describe('readDocumentLabels', () => {
  it.each([
    ['Document number: CWS-OM-4155-EN', 'Cooling skid CWS-155: Manual  CWS-OM-4155-EN', 'CWS-OM-4155-EN'],
    ['文件编号：CWS-OM-4155-ZH', '冷却撬装 CWS-155 维护手册  CWS-OM-4155-ZH', 'CWS-OM-4155-ZH'],
  ])('takes the number from the title block before a code beside the running title: %s', (block, line, documentNumber) => {
    expect(readDocumentLabels([block], [line])).toMatchObject({ documentNumber });
  });

  it.each([
    ['Rev. C', 'CWS-LOTO-03 Rev. D', 'CWS-LOTO-03', 'D'],
    ['版本：C', '文件编号：CWS-LOTO-03 版本：D', 'CWS-LOTO-03', 'D'],
  ])('takes the rest from the running lines before it: %s', (block, line, documentNumber, revision) => {
    expect(readDocumentLabels([block], [line])).toEqual({ documentNumber, revision });
  });
});
