import { describe, expect, it, test } from 'vitest';
import { plantSheet } from '../test-support/plant-sheet.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { circle, type DxfContent, type DxfPart, insert, line, rectangle, table, text, writeDxf } from '../test-support/write-dxf.ts';
import { dxfParser } from './dxf-parser.ts';

const read = async (content: DxfContent) => readWhole(dxfParser, await temporaryFile('sheet.dxf', writeDxf(content)));

/** The plant's sheet with something more on it. */
const withParts = (language: 'zh' | 'en', ...more: readonly DxfPart[]): DxfContent => {
  const sheet = plantSheet(language);
  return { ...sheet, parts: [...sheet.parts, ...more] };
};
const aslant: readonly (readonly [number, number])[] = [[50, 30]];

describe('the stamp of a sheet', () => {
  test.each([
    ['large', text(200, 100, 12, 'VOID'), 'void'],
    ['large and spaced out', text(200, 100, 12, '作    废'), 'void'],
    ['aslant', text(200, 100, 2.5, 'VOID', aslant), 'void'],
    ['small and of no other meaning', text(200, 100, 2.5, '本图已作废'), 'void'],
    ['with what replaces it', text(200, 100, 3, 'SUPERSEDED BY CWS-PID-101 REV. C'), 'superseded'],
    ['of a drawing as built', text(200, 250, 5, 'AS-BUILT'), 'as-built'],
    ['of a drawing as built in Chinese', text(200, 250, 5, '竣工图'), 'as-built'],
  ] as const)('is read where it is %s', async (_, part, status) => {
    for (const language of ['zh', 'en'] as const) {
      const { passages, conclusion } = await read(withParts(language, part));
      expect(conclusion.report.stamps).toEqual([{ sheet: 'Model', status }]);
      expect(new Set(passages.map(({ structure }) => structure.stamp))).toEqual(new Set([status]));
    }
  });

  it('is read in a frame of its own, straight or round, and in a block', async () => {
    const framed = [rectangle(198, 98, 212, 104), text(200, 100, 2.5, 'VOID')];
    const round = [circle(203, 101, 6), text(200, 100, 2.5, 'VOID')];
    for (const parts of [framed, round]) expect((await read(withParts('en', ...parts))).conclusion.report.stamps).toHaveLength(1);
    const sheet = withParts('en', insert('STAMP', 200, 100));
    const blocks = [...(sheet.blocks ?? []), { name: 'STAMP', parts: [rectangle(-2, -2, 12, 4), text(0, 0, 2.5, 'VOID')] }];
    expect((await read({ ...sheet, blocks })).conclusion.report.stamps).toEqual([{ sheet: 'Model', status: 'void' }]);
  });

  it('is read where lines near it seem to go on', async () => {
    const parts = [text(200, 100, 12, 'VOID'), text(200, 84, 12, 'AREA 12 NORTH')];
    expect((await read(withParts('en', ...parts))).conclusion.report.stamps).toEqual([{ sheet: 'Model', status: 'void' }]);
  });

  it.each([
    ['zh', '状态', '作废'],
    ['en', 'STATUS', 'VOID'],
  ] as const)('is read in the status field of a title block (%s)', async (language, label, value) => {
    const parts = [rectangle(240, 50, 300, 60), line(265, 50, 265, 60), text(242, 53, 2, label), text(267, 53, 2, value)];
    const { passages, conclusion } = await read(withParts(language, ...parts));
    expect(conclusion.report.stamps).toEqual([{ sheet: 'Model', status: 'void' }]);
    expect(passages.map(({ text: words }) => words)).toContain(`${label}\t${value}`);
  });

  it.each([
    ['a label among others', text(200, 100, 2.5, 'VOID')],
    ['a name with such a word', text(200, 100, 12, 'VOID FILLER TANK')],
    ['the status of something', text(200, 100, 12, 'V-103 作废')],
    ['a note', text(200, 100, 2.5, '5. LINE CW-1007 WAS SUPERSEDED BY CW-1009 AND IS VOID NOW')],
    [
      'a row of a table',
      table(240, 220, [
        ['ITEM', 'REV', 'DESCRIPTION'],
        ['1', 'A', 'VOID'],
        ['2', 'B', '作废'],
      ]),
    ],
  ])('is not %s', async (_, part) => {
    const { passages, conclusion } = await read(withParts('en', part));
    expect(conclusion.report.stamps).toBeUndefined();
    expect(passages.every(({ structure }) => structure.stamp === undefined)).toBe(true);
  });

  it('is not read on a layer that is off', async () => {
    expect((await read(withParts('en', text(200, 100, 12, 'VOID', [[8, 'DRAFT']])))).conclusion.report.stamps).toBeUndefined();
  });

  it('holds for its layout alone; of a model for all, and for the model where no layout is left', async () => {
    const part = text(0, 0, 3, 'TI-8');
    const stamp = text(0, 50, 12, 'VOID');
    const stamps = async (model: readonly DxfPart[], ...layouts: (readonly DxfPart[])[]) => {
      const named = layouts.map((parts, at) => ({ name: `Sheet ${at + 1}`, parts }));
      return (await read({ parts: model, layouts: named })).conclusion.report.stamps?.map(({ sheet }) => sheet);
    };
    expect(await stamps([part], [part, stamp], [part])).toEqual(['Sheet 1']);
    expect(await stamps([part, stamp], [part], [part])).toEqual(['Model', 'Sheet 1', 'Sheet 2']);
    expect(await stamps([part], [part, stamp], [part, stamp])).toEqual(['Model', 'Sheet 1', 'Sheet 2']);
    expect(await stamps([part], [part, stamp], [])).toEqual(['Model', 'Sheet 1']);
  });
});

describe('the table of revisions of a sheet', () => {
  it.each([
    [['REV', 'DATE', 'DESCRIPTION'], 'AS BUILT'],
    [['版次', '日期', '修改内容'], '竣工图'],
  ])('is read as rows under %j, and its title block says the revision', async (header, words) => {
    const rows = [
      ['C', '2024-06-30', words],
      ['B', '2024-03-18', 'PT-1003 ADDED'],
      ['A', '2023-11-02', 'ISSUED FOR REVIEW'],
    ];
    const cells = [...rows, header].flatMap((row, at) => [
      ...row.map((cell, column) => text(242 + column * 40, 92 - at * 8, 2.5, cell)),
      line(240, 98 - at * 8, 360, 98 - at * 8),
    ]);
    const frame = [line(240, 66, 360, 66), ...[0, 1, 2, 3].map((column) => line(240 + column * 40, 66, 240 + column * 40, 98))];
    const { passages, survey, conclusion } = await read(withParts('en', ...cells, ...frame));
    expect(survey.properties.revision).toBe('B');
    expect(conclusion.report.stamps).toBeUndefined();
    const revisions = passages.filter(({ cells: own }) => own?.[0]?.column === header[0]);
    expect(revisions.map(({ text: row }) => row)).toEqual(rows.toReversed().map((row) => row.join('\t')));
    expect(revisions[0]?.cells?.map(({ column }) => column)).toEqual(header);
  });
});
