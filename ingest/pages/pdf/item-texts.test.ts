import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { cell, drawTable } from './draw-table.test-support.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

type Line = readonly [text: string, x: number, font?: 'regular' | 'bold', size?: number];

const EDGE = {
  zh: '本页的一行文字很长，一直排到右边的页边为止，使得版面有一条可以用来度量的右边界线。',
  en: 'A line of prose that reaches so far to the right that the page has an edge to measure by.',
};

function write(pen: Pen, lines: readonly Line[], top = 60): number {
  return lines.reduce((y, [text, x, font, size]) => {
    line(pen, text, x, y, size, font);
    return y + 26;
  }, top);
}

async function read(draw: (pen: Pen) => void): Promise<readonly Passage[]> {
  return (await readPdf(await makePdf(draw))).passages;
}
const place = ({ kind, structure: { list, level } }: Passage) => [kind, list, level];

describe('what stands under the last item of a list, to the right of its edge,', () => {
  test.each([
    ['zh', '3 示例', '• 格式', '• 示例', '先打开出口阀', '再记录压力值', '阀门打开时泵可以继续运行', EDGE.zh],
    ['en', '3 Example', '• Form', '• Example', 'Open the outlet', 'Note the pressure', 'The pump may run while it is open', EDGE.en],
  ])('is part of that item, and what stands at the edge is not (%s)', async (_, title, first, last, one, two, after, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [
        [title, 60, 'bold', 16],
        [edge, 60],
        [first, 70],
        [last, 70],
        [one, 82, 'bold'],
        [two, 82],
        [after, 60],
        [edge, 60],
      ]);
    });
    expect(passages.map(place).slice(2, 7)).toEqual([
      ['paragraph', 2, 1],
      ['paragraph', 2, 1],
      ['paragraph', 2, undefined],
      ['paragraph', 2, undefined],
      ['paragraph', undefined, undefined],
    ]);
  });

  test.each([
    ['zh', '• 示例', '先打开出口阀', '阀门打开时泵可以继续运行', EDGE.zh],
    ['en', '• Example', 'Open the outlet', 'The pump may run while it is open', EDGE.en],
  ])('is so on the next page too, whatever its margins are (%s)', async (_, item, under, after, edge) => {
    const pages = async (margin: number, second: readonly Line[]) => {
      const passages = await read((pen) => {
        pen.addPage();
        write(
          pen,
          [
            [edge, 60],
            [item, 70],
          ],
          700,
        );
        pen.addPage();
        write(pen, [...second, [edge, margin]]);
      });
      return passages.map(place)[2];
    };
    expect(await pages(60, [[under, 82]])).toEqual(['paragraph', 1, undefined]);
    expect(await pages(90, [[under, 112]])).toEqual(['paragraph', 1, undefined]);
    expect(await pages(90, [[after, 90]])).toEqual(['paragraph', undefined, undefined]);
  });

  test.each([
    ['zh', '• 参数：', ['名称', '数值'], ['流量', '十二'], EDGE.zh],
    ['en', '• Parameters:', ['Name', 'Value'], ['Flow', 'Twelve'], EDGE.en],
  ])('is part of it as a table, which at the edge is not (%s)', async (_, item, header, row, edge) => {
    const tables = async (x: number) => {
      const passages = await read((pen) => {
        pen.addPage();
        write(pen, [
          [edge, 60],
          [item, 70],
        ]);
        drawTable(pen, x, 120, [120, 120], [header.map((text) => cell(text, { bold: true })), row.map((text) => cell(text))]);
        write(pen, [[edge, 60]], 300);
      });
      return passages.filter(({ kind }) => kind === 'table-row').map(({ structure }) => structure.list);
    };
    expect(await tables(82)).toEqual([1]);
    expect(await tables(60)).toEqual([undefined]);
  });
});

describe('a line in bold', () => {
  test.each([
    ['zh', '• 返回', '结果值由算法队列给出', '• 示例', '返回（10）', EDGE.zh],
    ['en', '• Return', 'Result of the queue', '• Example', 'run(10）', EDGE.en],
  ])('is no title under an item of a list, and is one at its edge (%s)', async (language, first, bold, last, call, edge) => {
    const kinds = async (x: number) => {
      const passages = await read((pen) => {
        pen.addPage();
        write(pen, [
          [edge, 60],
          [first, 70],
          [bold, x, 'bold'],
          [last, 70],
          [edge, 60],
        ]);
        write(
          pen,
          language === 'en'
            ? [
                [call, 60, 'bold'],
                [edge, 60],
              ]
            : [[edge, 60]],
          240,
        );
      });
      return passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    };
    expect(await kinds(82)).toEqual([]);
    expect(await kinds(60)).toEqual([bold]);
  });
});
