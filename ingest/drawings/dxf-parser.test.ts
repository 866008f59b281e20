import { describe, expect, it, test } from 'vitest';
import { plantSheet } from '../test-support/plant-sheet.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { type DxfContent, insert, text, writeDxf } from '../test-support/write-dxf.ts';
import { dxfParser } from './dxf-parser.ts';

const read = async (content: DxfContent, limits = {}) =>
  readWhole(dxfParser, await temporaryFile('sheet.dxf', writeDxf(content)), { limits });
const outline = async (content: DxfContent) => (await read(content)).passages.map(({ kind, text: words }) => [kind, words]);

describe('dxfParser', () => {
  it('reads a Chinese sheet: title block, table, labels and notes', async () => {
    expect(await outline(plantSheet('zh'))).toEqual([
      ['table-row', '图号\tCWS-PID-101'],
      ['table-row', '图名\t冷却水泵组管道仪表图'],
      ['table-row', '版次\tB'],
      ['table-row', '日期\t2024-03-18'],
      ['table-row', '比例\t1:50'],
      ['table-row', '张次\t1/2'],
      ['caption', '材料表'],
      ['table-row', '1\t机械密封\t40-2217-03\t2'],
      ['table-row', '2\t轴承\t6205-2Z\t4'],
      ['drawing-label', '说明'],
      ['paragraph', '1. 所有就地仪表应安装在便于观察的位置，由施工单位现场确定。'],
      ['paragraph', '2. PT-1003: 0 °'],
      ['paragraph', '3. 1/2 bar'],
      ['drawing-label', 'FIC1004A'],
      ['drawing-label', 'PT1003'],
      ['drawing-label', 'S-12 入口过滤器'],
      ['drawing-label', '6"-CW-1001-A1'],
      ['drawing-label', 'P-101A 冷却水泵'],
      ['drawing-label', 'P-101B 备用冷却水泵'],
    ]);
  });

  it.each([
    ['HV-101', '常闭'],
    ['XV-7', 'N.C.'],
  ])('keeps the mark under the tag of a valve apart from it: %s, %s', async (valve, mark) => {
    const parts = [text(0, 100, 3, valve), text(0, 95.5, 2.5, mark), text(0, 60, 3, 'P-101A'), text(0, 55.5, 3, '循环泵')];
    expect((await outline({ parts })).map(([, words]) => words)).toEqual([valve, mark, 'P-101A 循环泵']);
  });

  it('says what it read of an English one: properties, cells, anchors, what it left out', async () => {
    const { survey, passages, chunks, conclusion } = await read(plantSheet('en'));
    expect(survey.properties).toEqual({
      language: 'en',
      title: 'COOLING WATER PUMP SKID P&ID',
      documentNumber: 'CWS-PID-101',
      revision: 'B',
      effective: Date.UTC(2024, 2, 18),
    });
    expect(passages[0]).toMatchObject({
      text: 'DWG. NO.\tCWS-PID-101',
      cells: [
        { column: '', role: 'parameter', start: 0, end: 8 },
        { column: 'DWG. NO.', role: 'value', start: 9, end: 20 },
      ],
      structure: { table: 0 },
    });
    const balloon = passages.find(({ text: words }) => words === 'PT1003');
    expect(balloon?.anchors.map((anchor) => anchor.kind === 'drawing' && [anchor.layout, anchor.entity])).toEqual([
      ['Model', expect.any(String)],
      ['Model', expect.any(String)],
    ]);
    expect(passages.find(({ text: words }) => words.includes('40-2217-03'))?.cells?.map(({ column, role }) => [column, role])).toEqual([
      ['ITEM', 'position'],
      ['DESCRIPTION', 'part-name'],
      ['PART NO.', 'part-number'],
      ['QTY', 'quantity'],
    ]);
    expect(chunks.flatMap(({ excluded }) => excluded.map((run) => [run.text, run.reason]))).toEqual([['OLD DRAFT', 'hidden-layer']]);
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { tables: 2, encoding: 'utf-8', warnings: [] } });
  });

  it('opens each layout as a section of its name', async () => {
    const { passages } = await read({
      parts: [text(0, 0, 3, 'P-7')],
      layouts: [
        { name: 'Sheet 1', parts: [text(0, 0, 3, 'TI-8')] },
        { name: '第二张', parts: [text(0, 0, 3, 'TI-9')] },
      ],
    });
    expect(passages.map(({ kind, text: words, headings, structure }) => [kind, words, headings, structure.section])).toEqual([
      ['heading', 'Model', [], undefined],
      ['drawing-label', 'P-7', ['Model'], 0],
      ['heading', 'Sheet 1', [], undefined],
      ['drawing-label', 'TI-8', ['Sheet 1'], 2],
      ['heading', '第二张', [], undefined],
      ['drawing-label', 'TI-9', ['第二张'], 4],
    ]);
  });

  test.each([
    ['cut off amid a text', (whole: string) => whole.slice(0, whole.lastIndexOf('P-101B')), 'partial'],
    ['with a line that is no group code', (whole: string) => whole.replace(/ 0\r\nSECTION\r\n {2}2\r\nOBJECTS/, 'rubbish\r\n'), 'partial'],
    ['of nothing but rubbish', () => '  0\r\nSECTION\r\nrubbish\r\n', 'damaged'],
  ])('ends a file %s in a typed state that says what to do', async (_, spoil, outcome) => {
    const path = await temporaryFile('sheet.dxf', spoil(writeDxf(plantSheet('en'))));
    const ended = await readWhole(dxfParser, path).then(
      ({ conclusion, passages }) => ({ ...conclusion, kept: passages.length > 0 }),
      (error: Error) => ({ outcome: 'damaged', reason: error.message, kept: false }),
    );
    expect(ended).toMatchObject({ outcome, reason: expect.stringMatching(/save the drawing again/), kept: outcome === 'partial' });
  });

  it('says of a drawing without texts what may have become of them', async () => {
    const { conclusion } = await read({ parts: [] });
    expect(conclusion).toMatchObject({ outcome: 'empty', reason: expect.stringContaining('export it again') });
  });

  it('leaves a block out that contains itself, and says so', async () => {
    const { passages, conclusion } = await read({
      blocks: [
        { name: 'A', parts: [text(0, 0, 3, 'V-1'), insert('B', 0, 0)] },
        { name: 'B', parts: [insert('A', 0, 0)] },
      ],
      parts: [insert('A', 0, 0)],
    });
    expect(passages.map(({ text: words }) => words)).toEqual(['V-1']);
    expect(conclusion.report.warnings).toEqual(['The block A contains itself; the inner use is left out.']);
  });

  it('stops amid blocks that multiply without end, and keeps what it had', async () => {
    const level = (name: string, inner: string) => ({ name, parts: Array.from({ length: 10 }, (_, at) => insert(inner, at * 9, 0)) });
    const names = Array.from({ length: 12 }, (_, at) => `L${at}`);
    const bomb: DxfContent = {
      blocks: [...names.map((name, at) => level(name, `L${at + 1}`)), { name: 'L12', parts: [text(0, 0, 3, 'V-1')] }],
      parts: [text(0, 0, 3, 'P-7'), insert('L0', 0, 0)],
    };
    const { conclusion, passages } = await read(bomb, { maxElements: 2_000 });
    expect(conclusion).toMatchObject({ outcome: 'limit-exceeded', reason: expect.stringContaining('What was read before is kept.') });
    expect(passages.length).toBeGreaterThan(1);
  });

  it('takes in no more entities than it may, and keeps what it had', async () => {
    const parts = Array.from({ length: 300 }, (_, at) => text(0, at * 9, 3, `V-${at}`));
    const { conclusion, passages } = await read({ parts }, { maxElements: 200 });
    expect(conclusion).toMatchObject({ outcome: 'limit-exceeded', reason: expect.stringContaining('What was read before is kept.') });
    expect(passages).toHaveLength(200);
  });
});
