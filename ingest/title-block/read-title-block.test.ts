import { describe, expect, it } from 'vitest';
import { readRunningLines, readTitleBlock } from './read-title-block.ts';

describe('readTitleBlock', () => {
  it('reads labelled number, revision and date, zh and en', () => {
    expect(readTitleBlock(['文件编号：WI-PM-0042', '版本：V2.1', '生效日期：2024年3月5日起'])).toEqual({
      documentNumber: 'WI-PM-0042',
      revision: 'V2.1',
      effective: Date.UTC(2024, 2, 5),
    });
    expect(readTitleBlock(['Document No.: MM-7731 Rev. C', 'Effective date: March 5, 2024'])).toEqual({
      documentNumber: 'MM-7731',
      revision: 'C',
      effective: Date.UTC(2024, 2, 5),
    });
  });

  it('takes no part of a word for a revision', () => {
    expect(readTitleBlock(['Past versions', 'The version a user installs', '各版本'])).toEqual({});
    expect(readTitleBlock(['Past versions, now Rev. B'])).toEqual({ revision: 'B' });
    expect(readTitleBlock(['Rev3', '版次C'])).toEqual({ revision: '3' });
  });

  it('takes no tag of the text for the number of the document', () => {
    expect(readTitleBlock(['冷却水泵 P-101A 的维护', 'Cooling skid CWS-101'])).toEqual({});
  });

  it('sees the label of generated text', () => {
    expect(readTitleBlock(['本文由AI生成，仅供参考'])).toEqual({ aiGenerated: true });
    expect(readTitleBlock(['AI-generated summary'])).toEqual({ aiGenerated: true });
  });
});

describe('readRunningLines', () => {
  it('reads a number without label and the date of the revision', () => {
    const expected = { documentNumber: 'CWS-LOTO-03-ZH', revision: '3', effective: Date.UTC(2024, 2, 18) };
    expect(readRunningLines(['CWS-LOTO-03-ZH 版本 3 2024-03-18'])).toEqual(expected);
    expect(readRunningLines(['CWS-LOTO-03-ZH Rev. 3 2024-03-18'])).toEqual(expected);
  });
});
