import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const EDGES = [60, 150, 250, 300, 480];

/** A level line in one piece a column, as browsers print the borders of cells. */
function rule(pen: Pen, y: number): void {
  EDGES.slice(1).forEach((to, column) => {
    pen
      .moveTo(EDGES[column] ?? 0, y)
      .lineTo(to, y)
      .lineWidth(0.8)
      .stroke();
  });
}

/** Draws cells with their lines in the middle of the row, and the line below it. Returns where the row ends. */
function drawRow(pen: Pen, y: number, cells: readonly string[], font: 'regular' | 'bold' = 'regular'): number {
  const height = 14 * Math.max(...cells.map((text) => text.split('\n').length)) + 8;
  cells.forEach((text, column) => {
    const lines = text.split('\n');
    lines.forEach((words, index) => {
      line(pen, words, (EDGES[column] ?? 0) + 4, y + (height - 14 * lines.length) / 2 + 14 * index, 9, font);
    });
  });
  rule(pen, y + height);
  return y + height;
}

const rowsOf = (passages: readonly Passage[]) => passages.filter(({ kind }) => kind === 'table-row');

describe('tables of which level lines alone are drawn', () => {
  test.each([
    [
      'zh',
      ['参数', '类型', '是\n否\n必填', '含义'],
      ['流量', 'int', '是', '泵的\n额定流量'],
      '返回值：',
      '只有一句说明的段落，它比表格的每一列都宽，所以不在表里。',
    ],
    [
      'en',
      ['Name', 'Type', 'Must\nbe\ngiven', 'Meaning'],
      ['flow', 'int', 'yes', 'rated flow\nof the pump'],
      'Returned:',
      'A paragraph between both tables that is wider than each of their columns, and so in none.',
    ],
  ])(
    'are two where a long text parts them, with short lines above a header of several lines left out (%s)',
    async (_, head, body, label, prose) => {
      const { passages } = await readPdf(
        await makePdf((pen) => {
          pen.addPage();
          line(pen, prose, 60, 40, 9);
          let y = drawRow(pen, 60, head, 'bold');
          y = drawRow(pen, y, body);
          for (let at = y + 20; at < 600; at += 26) line(pen, prose, 60, at, 9);
          line(pen, label, 60, 626, 9);
          y = drawRow(pen, 645, head, 'bold');
          y = drawRow(pen, y, body);
          drawRow(pen, y, body);
        }),
      );
      const rows = rowsOf(passages);
      const words = (texts: readonly string[], joint: string) => texts.map((text) => text.replaceAll('\n', joint));
      const joint = head[0] === 'Name' ? ' ' : '';
      expect(rows.map(({ text }) => text)).toEqual([1, 2, 3].map(() => words(body, joint).join('\t')));
      expect(rows[1]?.cells?.map(({ column }) => column)).toEqual(words(head, joint));
      expect(rows[0]?.structure.table).not.toBe(rows[1]?.structure.table);
      expect(rows[1]?.structure.table).toBe(rows[2]?.structure.table);
      expect(rows[1]?.structure.leadIn?.text).toBe(label);
      expect(passages.filter(({ kind }) => kind === 'table')).toHaveLength(2);
    },
  );

  test.each([
    ['zh', ['状态', '错误', '类', '指令'], ['下电', '停止', '甲', '清除'], ['', '', '', '上电'], '注：以上指令随时可用。'],
    [
      'en',
      ['State', 'Fault', 'No.', 'Command'],
      ['off', 'stop', '1', 'clear'],
      ['', '', '', 'start'],
      'Note: these may be sent at all times.',
    ],
  ])('have a last row below their lowest line, be but one of its inner cells filled (%s)', async (_, head, body, last, note) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        let y = drawRow(pen, 60, head, 'bold');
        y = drawRow(pen, y, body);
        y = drawRow(pen, y, last);
        line(pen, last[3] ?? '', (EDGES[3] ?? 0) + 4, y + 4, 9);
        line(pen, note, 60, y + 40, 9);
      }),
    );
    expect(rowsOf(passages).map(({ text }) => text)).toEqual([body, last, last].map((texts) => texts.join('\t')));
    expect(passages.at(-1)?.text).toBe(note);
    expect(passages.at(-1)?.kind).not.toBe('table-row');
  });

  test.each([
    ['zh', ['参数', '类型', '选', '含义'], ['流量', 'int', '是', '额定流量'], '处理方式\n\n零：停机\n一：报警', '返回值：'],
    ['en', ['Name', 'Type', 'Set', 'Meaning'], ['flow', 'int', 'yes', 'rated flow'], 'what is done\n\n0: stop\n1: warn', 'Returned:'],
  ])('have a last row whose words stand apart in one cell as one row (%s)', async (_, head, body, text, after) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        let y = drawRow(pen, 60, head, 'bold');
        y = drawRow(pen, y, body);
        const lines = text.split('\n');
        lines.forEach((words, index) => {
          if (words !== '') line(pen, words, (EDGES[3] ?? 0) + 4, y + 4 + 14 * index, 9);
        });
        body.slice(0, 3).forEach((words, column) => {
          line(pen, words, (EDGES[column] ?? 0) + 4, y + 25, 9);
        });
        line(pen, after, 60, y + 90, 9);
      }),
    );
    const rows = rowsOf(passages);
    expect(rows.map(({ text: words }) => words.split('\t').slice(0, 3))).toEqual([body.slice(0, 3), body.slice(0, 3)]);
    for (const words of text.split('\n')) expect(rows[1]?.text).toContain(words);
    expect(passages.at(-1)?.text).toBe(after);
  });
});
