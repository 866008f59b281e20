import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { docxParser } from './docx-parser.ts';

const cell = (text: string, rowSpan = 1) => new TableCell({ rowSpan, children: [new Paragraph(text)] });
const step = (text: string) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } });

async function manual(): Promise<Uint8Array> {
  const steps = { reference: 'steps', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] };
  const table = new Table({
    rows: [
      new TableRow({ tableHeader: true, children: [cell('报警代码'), cell('原因')] }),
      new TableRow({ children: [cell('E-07', 2), cell('过热')] }),
      new TableRow({ children: [cell('过载')] }),
    ],
  });
  const document = new Document({
    title: '离心泵维护手册',
    numbering: { config: [steps] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('文件编号：WI-PM-0042  版本：V2.1')] }) },
        footers: { default: new Footer({ children: [new Paragraph('生效日期：2024年3月5日')] }) },
        children: [
          new Paragraph({ text: '密封更换', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('WARNING: Lock out the pump first.'),
          step('关闭阀门。'),
          step('Remove the coupling.'),
          table,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

describe('docxParser', () => {
  it('keeps the rows of a table apart that says of each row that it is no header', async () => {
    const row = (...texts: readonly string[]) => new TableRow({ tableHeader: false, children: texts.map((text) => cell(text)) });
    const table = new Table({ rows: [row('地址', 'Meaning'), row('16448', '温度'), row('16449', 'pressure')] });
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
    const { passages } = await readWhole(docxParser, await temporaryFile('table.docx', bytes));
    expect(passages.map(({ text, cells }) => [text, cells?.map(({ column }) => column)])).toEqual([
      ['16448\t温度', ['地址', 'Meaning']],
      ['16449\tpressure', ['地址', 'Meaning']],
    ]);
  });

  it('reads headings, warnings, numbered steps and table rows with spans', async () => {
    const { passages, conclusion } = await readWhole(docxParser, await temporaryFile('manual.docx', await manual()));
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { tables: 1 } });
    expect(passages.map(({ kind, text, marker }) => [kind, text, marker])).toEqual([
      ['heading', '密封更换', undefined],
      ['warning', 'WARNING: Lock out the pump first.', undefined],
      ['step', '关闭阀门。', '1'],
      ['step', 'Remove the coupling.', '2'],
      ['table-row', 'E-07\t过热', undefined],
      ['table-row', 'E-07\t过载', undefined],
    ]);
    expect(passages.at(-1)?.anchors).toMatchObject([{ path: 'section/1/table/1/row/2' }]);
  });

  it('goes on with the number of a list after a note, and begins anew where the document does', async () => {
    const item = (text: string, instance: number, level = 0) => new Paragraph({ text, numbering: { reference: 'steps', level, instance } });
    const levels = [
      { level: 0, format: 'decimal' as const, text: '第%1步' },
      { level: 1, format: 'lowerLetter' as const, text: '%2)' },
    ];
    const document = new Document({
      numbering: { config: [{ reference: 'steps', levels }] },
      sections: [
        {
          children: [
            item('关闭阀门。', 1),
            new Paragraph('Wait until the pressure is zero.'),
            item('拆下螺栓。', 1),
            item('Upper bolts.', 1, 1),
            item('Lower bolts.', 1, 1),
            new Paragraph('Second procedure'),
            item('关闭阀门。', 2),
          ],
        },
      ],
    });
    const { passages } = await readWhole(docxParser, await temporaryFile('steps.docx', await Packer.toBuffer(document)));
    expect(passages.filter((passage) => passage.kind === 'step').map(({ marker, text }) => [marker, text])).toEqual([
      ['1', '关闭阀门。'],
      ['2', '拆下螺栓。'],
      ['a', 'Upper bolts.'],
      ['b', 'Lower bolts.'],
      ['1', '关闭阀门。'],
    ]);
  });

  it('keeps a list one where a paragraph stands between its nested steps', async () => {
    const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'steps', level } });
    const levels = [
      { level: 0, format: 'decimal' as const, text: '%1.' },
      { level: 1, format: 'lowerLetter' as const, text: '%2)' },
    ];
    const children = [
      item('拆下端盖', 0),
      item('Upper bolts', 1),
      new Paragraph('Keep them in order.'),
      item('Lower bolts', 1),
      item('清洗', 0),
    ];
    const document = new Document({ numbering: { config: [{ reference: 'steps', levels }] }, sections: [{ children }] });
    const { passages } = await readWhole(docxParser, await temporaryFile('nested.docx', await Packer.toBuffer(document)));
    expect(passages.map(({ marker, structure }) => [marker, structure.list, structure.level])).toEqual([
      ['1', 0, 1],
      ['a', 0, 2],
      [undefined, 0, undefined],
      ['b', 0, 2],
      ['2', 0, 1],
    ]);
  });

  it.each([
    ['Caption', 'Tightening torques'],
    ['题注', '拧紧力矩'],
  ])('takes a paragraph of the style %s above a table for its caption', async (style, words) => {
    const table = new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell('螺栓'), cell('力矩')] }),
        new TableRow({ children: [cell('M8'), cell('25 N·m')] }),
      ],
    });
    const children = [new Paragraph({ text: words, style: 'given' }), table];
    const document = new Document({ styles: { paragraphStyles: [{ id: 'given', name: style }] }, sections: [{ children }] });
    const { passages } = await readWhole(docxParser, await temporaryFile('caption.docx', await Packer.toBuffer(document)));
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['caption', words],
      ['table-row', 'M8\t25 N·m'],
    ]);
    expect(passages[1]?.structure.leadIn).toEqual({ order: 0, text: words });
  });

  it('reads number, revision and date from headers and footers and lists those as excluded', async () => {
    const { survey, chunks } = await readWhole(docxParser, await temporaryFile('manual.docx', await manual()));
    expect(survey.properties).toMatchObject({
      title: '离心泵维护手册',
      documentNumber: 'WI-PM-0042',
      revision: 'V2.1',
      effective: Date.UTC(2024, 2, 5),
    });
    const excluded = chunks.flatMap((chunk) => chunk.excluded);
    expect(new Set(excluded.map((run) => run.reason))).toEqual(new Set(['running-header', 'running-footer']));
  });
});
