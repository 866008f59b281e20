import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

type Line = readonly [text: string, x?: number, font?: 'regular' | 'bold', size?: number];

const EDGE = {
  zh: '本页的一行文字很长，一直排到右边的页边为止，使得版面有一条可以用来度量的右边界线。',
  en: 'A line of prose that reaches so far to the right that the page has an edge to measure by.',
};

function write(pen: Pen, lines: readonly Line[], top = 60): void {
  for (const [index, [text, x = 60, font = 'regular', size = 10]] of lines.entries()) line(pen, text, x, top + 34 * index, size, font);
}

async function read(draw: (pen: Pen) => void): Promise<readonly Passage[]> {
  return (await readPdf(await makePdf(draw))).passages;
}
const titles = (passages: readonly Passage[]) =>
  passages.filter(({ kind }) => kind === 'heading').map(({ text, headings }) => [...headings, text]);

describe('an annex', () => {
  test.each([
    ['zh', '2 安装', '附录A 用表说明', '1. 概述', '2. 参数表', '参考文献', EDGE.zh],
    ['en', '2 Installation', 'Annex A. Tables used', '1. General', '2. Tables of values', 'Bibliography', EDGE.en],
  ])('holds the sections that it counts from 1, and ends at a title as large as its own (%s)', async (_, chapter, ...rest) => {
    const [annex = '', first = '', second = '', sources = '', edge = ''] = rest;
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[chapter, 60, 'regular', 20], [edge], [annex, 60, 'regular', 20], [first, 60, 'regular', 14], [edge]]);
      pen.addPage();
      write(pen, [[second, 60, 'regular', 14], [edge], [sources, 60, 'regular', 20], [edge]]);
    });
    expect(titles(passages)).toEqual([[chapter], [annex], [annex, first], [annex, second], [sources]]);
  });

  test.each([
    ['zh', '附录A 用表说明', '1 概述', EDGE.zh],
    ['en', 'Annex A. Tables used', '1 General', EDGE.en],
  ])('does not hold a chapter that is set as large (%s)', async (_, annex, chapter, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[annex, 60, 'regular', 20], [edge], [chapter, 60, 'regular', 20], [edge]]);
    });
    expect(titles(passages)).toEqual([[annex], [chapter]]);
  });
});

test.each([
  ['zh', '2 安装', '附注', EDGE.zh],
  ['en', '2 Installation', 'Note', EDGE.en],
])('what stands above a remark in bold is no title of what follows it (%s)', async (_, chapter, label, edge) => {
  const passages = await read((pen) => {
    pen.addPage();
    write(pen, [[chapter, 60, 'regular', 20], [edge], [label, 60, 'bold'], [edge], [edge]]);
  });
  expect(titles(passages)).toEqual([[chapter]]);
  expect(passages.every(({ kind, headings }) => kind === 'heading' || headings.join() === chapter)).toBe(true);
  expect(passages.map(({ text }) => text)).toContain(label);
});

describe('the title of a document with an outline', () => {
  test.each([
    ['zh', '离心泵手册', '概述', '安装', EDGE.zh],
    ['en', 'Pump Handbook', 'General', 'Installation', EDGE.en],
  ])('is around its sections where the first begins under it, and not where it stands on a cover (%s)', async (_, title, ...rest) => {
    const [first = '', second = '', edge = ''] = rest;
    const chains = async (cover: boolean) => {
      const passages = await read((pen) => {
        pen.info.Title = title;
        pen.addPage();
        write(pen, [[title, 60, 'bold', 20], [edge]]);
        if (cover) pen.addPage();
        pen.outline.addItem(first);
        write(pen, [[first, 60, 'bold', 16], [edge]], 200);
        pen.addPage();
        pen.outline.addItem(second);
        write(pen, [[second, 60, 'bold', 16], [edge]]);
      });
      return titles(passages);
    };
    expect(await chains(false)).toEqual([[title], [title, first], [title, second]]);
    expect(await chains(true)).toEqual([[title], [first], [second]]);
  });
});

describe('a high box amid the text of a page', () => {
  test.each([
    ['zh', '本章小结', '流量是单位时间内的体积', '扬程是单位重量液体的能量', EDGE.zh],
    ['en', 'Summary of the chapter', 'Flow is a volume in a time', 'Head is the energy of a weight', EDGE.en],
  ])('has its title as the lead-in of its list, not as a section (%s)', async (_, title, first, second, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[edge], [edge]]);
      pen.rect(60, 140, 475, 440).stroke('black');
      write(pen, [[title, 230, 'bold', 12]], 160);
      write(
        pen,
        [
          [`• ${first}`, 90],
          [`• ${second}`, 90],
        ],
        200,
      );
    });
    expect(passages.map(({ kind }) => kind)).not.toContain('heading');
    expect(passages.flatMap(({ structure: { list, leadIn } }) => (list === undefined ? [] : [leadIn?.text]))).toEqual([title, title]);
  });
});

describe('a number of several parts', () => {
  test.each([
    ['zh', '2.1 沿着轴的正向，如何能让刻度标在右侧，而刻度的标注仍然标在它的左侧？', EDGE.zh],
    ['en', '2.1 How do I set the marks of an axis to its right, and leave the labels to its left?', EDGE.en],
  ])('opens a title where it is set a little larger than what follows, whatever it asks (%s)', async (_, question, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[edge], [edge], [question, 60, 'regular', 11], [edge]]);
    });
    expect(titles(passages)).toEqual([[question]]);
  });

  test.each([
    ['zh', '2.1 关闭进口阀，挂上警示牌，然后把泵体和管路里的油全部放到', '指定的容器里面', EDGE.zh],
    ['en', '2.1 Close the inlet, put up the sign, and then drain all of the oil in the', 'casing into its vessel', EDGE.en],
  ])('opens no title where the line below goes on in the same size (%s)', async (_, step, rest, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[edge], [edge]]);
      line(pen, step, 60, 140, 11);
      line(pen, rest, 60, 154, 11);
      write(pen, [[edge], [edge]], 200);
    });
    expect(titles(passages)).toEqual([]);
  });

  test.each([
    ['zh', '6.4.2 接线', '5V 电源', EDGE.zh],
    ['en', '6.4.2 Procedure', '5V SQ2 IN2', EDGE.en],
  ])('opens a bold title though a drawing with large words stands below it (%s)', async (_, title, drawn, edge) => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[edge], [edge], [title, 60, 'bold', 11], [drawn, 200, 'regular', 16], [edge]]);
    });
    expect(titles(passages)[0]).toEqual([title]);
  });

  test.each([
    ['6.16.2.2 error_reset()', EDGE.en, [['6.16.2.2 error_reset()']]],
    ['6.16.2.2 error_reset() 函数', EDGE.zh, [['6.16.2.2 error_reset() 函数']]],
    ['error_reset(device)', EDGE.en, []],
  ])(
    'opens a bold title with a number of several parts that is named after a call, and none at a call alone: %s',
    async (title, edge, found) => {
      const passages = await read((pen) => {
        pen.addPage();
        write(pen, [[edge], [edge], [title, 60, 'bold'], [edge]]);
      });
      expect(titles(passages)).toEqual(found);
    },
  );

  test('opens a title that is the name of a parameter alone', async () => {
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[EDGE.en], [EDGE.en], ['4.14.2.1 motor_speed_limit_2'], [EDGE.en], ['4.14.2.2 pump speed limits'], [EDGE.en]]);
    });
    expect(titles(passages)).toEqual([['4.14.2.1 motor_speed_limit_2']]);
  });
});

describe('lines set larger than most', () => {
  test.each(['zh', 'en'] as const)('are no title where they are the text between small print (%s)', async (language) => {
    const edge = EDGE[language];
    const small = `${edge}${edge.slice(0, Math.floor(0.66 * edge.length))}`;
    const goesOn = edge.replace(/[.。]$/u, '');
    const ends = language === 'zh' ? '这一段文字到此为止。' : 'this paragraph ends here.';
    const passages = await read((pen) => {
      pen.addPage();
      for (let at = 0; at < 12; at += 1) line(pen, small, 60, 60 + 20 * at, 6);
      line(pen, goesOn, 60, 307, 10);
      line(pen, goesOn, 60, 320, 10);
      line(pen, ends, 60, 333, 10);
      line(pen, small, 60, 360, 6);
    });
    expect(titles(passages)).toEqual([]);
    expect(passages.some(({ text }) => text.startsWith(goesOn) && text.endsWith(ends))).toBe(true);
  });
});

describe('a small o of fixed pitch', () => {
  test.each([
    ['zh', '需要检查的项目如下：', ['检查油位和油色', '检查联轴器的对中']],
    ['en', 'Check the following:', ['Level and colour of the oil', 'Alignment of the coupling']],
  ])('before items is their bullet, as word processors set it, and no cell of a table (%s)', async (language, lead, items) => {
    const edge = EDGE[language === 'zh' ? 'zh' : 'en'];
    const passages = await read((pen) => {
      pen.addPage();
      write(pen, [[edge], [edge], [lead]]);
      [...items, ...items].forEach((text, at) => {
        pen
          .font('Courier')
          .fontSize(10)
          // The base line of this face is higher below its top.
          .text('o', 78, 165.3 + 16 * at, { lineBreak: false });
        line(pen, text, 96, 160 + 16 * at);
      });
      write(pen, [[edge]], 260);
    });
    const found = passages.filter(({ structure: { list } }) => list !== undefined);
    expect(found.map(({ text }) => text)).toEqual([...items, ...items]);
    expect(found.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });
});
