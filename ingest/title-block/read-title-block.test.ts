import { describe, expect, it } from 'vitest';
import { readTitleBlock } from './read-title-block.ts';
import { titleBlockTexts } from './title-block-texts.ts';

const heading = (text: string) => ({ kind: 'heading' as const, text });
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

describe('readTitleBlock', () => {
  it('reads labelled number, revision and date, the first of each, zh and en', () => {
    expect(readTitleBlock(['文件编号：WI-PM-0042', '版本：V2.1', '生效日期：2024年3月5日起'])).toEqual({
      documentNumber: 'WI-PM-0042',
      revision: 'V2.1',
      effective: Date.UTC(2024, 2, 5),
    });
    expect(readTitleBlock(['Document No.: MM-7731 Rev. C\nRev. D'])).toEqual({ documentNumber: 'MM-7731', revision: 'C' });
  });
});

describe('titleBlockTexts', () => {
  it('ends at the first section, list or paragraph of prose', () => {
    expect(titleBlockTexts([heading('Pump'), paragraph('Rev. C'), heading('1 Parts'), paragraph('Rev. A')])).toEqual(['Rev. C']);
    expect(titleBlockTexts([heading('泵'), paragraph('版本：C'), paragraph('本手册说明泵的维护。'), paragraph('版本：A')])).toEqual([
      '版本：C',
    ]);
    expect(titleBlockTexts([paragraph('Rev. C'), { kind: 'step', text: 'Start.' }, paragraph('Rev. A')])).toEqual(['Rev. C']);
  });

  it('holds rows that name what they say, none of a table of parts', () => {
    const cells = (name: string) => [
      { column: name === '' ? '' : 'Part', start: 0, end: 3 },
      { column: name, start: 4, end: 5 },
    ];
    const row = (name: string) => ({ kind: 'table-row' as const, text: 'Rev\tA', cells: cells(name) });
    expect(titleBlockTexts([heading('Board'), row('Value')])).toEqual([]);
    expect(titleBlockTexts([heading('Board'), row('')])).toEqual(['Rev\tA']);
    expect(titleBlockTexts([{ ...row(''), structure: { rowLabels: [{ text: 'parts' }] } }])).toEqual([]);
  });
});
