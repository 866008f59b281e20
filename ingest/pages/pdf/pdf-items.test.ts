import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { cell, drawTable } from './draw-table.test-support.ts';
import { line, makePdf, readPdf } from './make-pdf.test-support.ts';

/** Lines of 10 pt one below the other; an empty one is a gap between paragraphs. */
async function read(lines: readonly string[], x = 60): Promise<readonly Passage[]> {
  const path = await makePdf((pen) => {
    pen.addPage();
    for (const [index, text] of lines.entries()) line(pen, text, x, 80 + 14 * index);
  });
  return (await readPdf(path)).passages;
}
const steps = (passages: readonly Passage[]) => passages.flatMap(({ kind, marker }) => (kind === 'step' ? [marker] : []));
const EDGE = {
  zh: '本页的一行文字很长，一直排到右边的页边为止，使得版面有一条可以用来度量的右边界线。',
  en: 'A line of prose that reaches so far to the right that the page has an edge to measure by.',
};

describe('a line within a paragraph that begins with a number or letter', () => {
  test.each([
    ['zh', '连续排空泵体时，介质从出口阀门流出的流量达到额定值的百分之七十五，此时的阀位读数为', '(R) 并等于泵的排量。', EDGE.zh],
    [
      'en',
      'The cross section of the material for the beam that comes from the source at the left is',
      '0.1 Unit less, and so it is.',
      EDGE.en,
    ],
    [
      'en',
      'The level of the fluid rises until the rate of its flow at the upper side of that tank there is',
      '(R) equal to the rate.',
      EDGE.en,
    ],
  ])('is none of a list (%s)', async (_, first, second, edge) => {
    const passages = await read([edge, '', first, second, '', edge]);
    expect(steps(passages)).toEqual([]);
    expect(passages.some(({ text }) => text.includes(second.slice(0, 3)) && text.startsWith(first.slice(0, 5)))).toBe(true);
  });

  test.each([
    ['zh', ['12. 次裂变。', '', '1.29 乘以十。', '', '13. 个中子。'], EDGE.zh],
    ['en', ['12. Fissions.', '', '1.29 Times ten.', '', '15. Neutrons.'], EDGE.en],
  ])('is none where no list begins or goes on (%s)', async (language, lines, edge) => {
    const expected = language === 'zh' ? ['12', '13'] : [];
    expect(steps(await read([edge, '', ...lines, '', edge]))).toEqual(expected);
  });

  test.each([
    ['zh', ['1. 关闭进口阀', '2. 排空泵体', '(1) 先开下阀', '(2) 再开上阀', '3. 拆下联轴器'], EDGE.zh],
    ['en', ['1. Close the inlet', '2. Drain the pump', '(1) Open the lower valve', '(2) Open the upper valve', '3. Take it off'], EDGE.en],
  ])('opens an item where it begins a list or follows in it (%s)', async (_, lines, edge) => {
    expect(steps(await read([edge, '', ...lines, '', edge]))).toEqual(['1', '2', '1', '2', '3']);
  });

  test.each([
    ['zh', '连续排空泵体时，介质从出口阀门流出的流量达到额定值的百分之七十五，此时须按顺序做', ['1. 关闭进口阀', '2. 排空泵体'], EDGE.zh],
    [
      'en',
      'When the level of the fluid in the tank is below the lower mark of the glass at the side',
      ['1. Close it', '2. Drain it'],
      EDGE.en,
    ],
  ])('opens a list also under a full line without a stop where the next item follows (%s)', async (_, first, items, edge) => {
    expect(steps(await read([edge, '', first, ...items, '', edge]))).toEqual(['1', '2']);
  });
});

describe('entries of the outline that have one key on one page', () => {
  test.each([
    ['zh', ['泵 PUMP', '泵 Pump'], [1, 2]],
    ['en', ['REACTION RATES', 'Reaction Rates'], [1, 2]],
    ['en', ['Reaction Rates', 'Reaction Rates'], [1, 2]],
  ])('are one a heading (%s)', async (language, titles, levels) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      pen.outline.addItem(titles[0] ?? '').addItem(titles[1] ?? '');
      line(pen, titles[0] ?? '', 60, 80, 14, 'bold');
      line(pen, EDGE[language === 'zh' ? 'zh' : 'en'], 60, 120);
      line(pen, titles[1] ?? '', 60, 160, 14, 'bold');
      line(pen, EDGE[language === 'zh' ? 'zh' : 'en'], 60, 200);
    });
    const { passages } = await readPdf(path);
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ structure }) => structure.level)).toEqual(levels);
  });
});

describe('a row of a name with a colon and its value', () => {
  test.each([
    ['zh', ['型号：', '离心泵'], ['名称', '说明', '数值'], ['流量', '额定流量', '十二'], ['扬程', '额定扬程', '三十']],
    ['en', ['idShort:', 'Pump'], ['Name', 'Meaning', 'Value'], ['Flow', 'Rated flow', 'Twelve'], ['Head', 'Rated head', 'Thirty']],
  ])('is no header: that is the row set apart below it, or none (%s)', async (_, property, header, ...rows) => {
    const draw = async (bold: boolean) => {
      const path = await makePdf((pen) => {
        pen.addPage();
        const [name = '', value = ''] = property;
        const top = [cell(name, { bold: true }), cell(value, { columns: 2, bold: true })];
        const body = rows.map((row) => row.map((text) => cell(text)));
        drawTable(pen, 60, 100, [120, 120, 120], [top, top, header.map((text) => cell(text, { bold })), ...body]);
      });
      return (await readPdf(path)).passages;
    };
    const named = await draw(true);
    expect(named.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table', 'table-row', 'table-row']);
    expect(named[4]?.cells?.map(({ column }) => column)).toEqual(header);
    expect(named[4]?.structure.table).toBe(3);
    expect(named[0]?.structure.table).toBe(0);
    const bare = await draw(false);
    expect(bare.some(({ kind }) => kind === 'table')).toBe(false);
    expect(bare.flatMap(({ cells }) => cells ?? []).some(({ column }) => property.includes(column))).toBe(false);
  });
});

describe('items of a long list', () => {
  test.each([
    ['zh', ['98. 检查油位', '99. 检查轴承', '100. 检查机壳', '101. 记录结果'], EDGE.zh],
    ['en', ['(98) Check the oil', '(99) Check the bearing', '(100) Check the casing', '(101) Note it'], EDGE.en],
  ])('go on past 99 (%s)', async (_, lines, edge) => {
    const passages = await read([edge, '', ...lines, '', edge]);
    expect(steps(passages)).toEqual(['98', '99', '100', '101']);
    expect(new Set(passages.flatMap(({ structure: { list } }) => (list === undefined ? [] : [list]))).size).toBe(1);
  });
});

describe('items with a number behind letters', () => {
  test.each([
    ['zh', ['说明各部件的用途', '列出三种润滑脂', '计算泵的额定流量'], EDGE.zh],
    ['en', ['STATE the use of each part', 'LIST three kinds of grease', 'CALCULATE the rated flow'], EDGE.en],
  ])('are a list and no table, with what is counted under them (%s)', async (_, [first = '', second = '', third = ''], edge) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, edge, 60, 80);
      const rows: readonly (readonly [label: string, text: string, x: number])[] = [
        ['EO 1.1', first, 60],
        ['a.', second, 150],
        ['b.', third, 150],
        ['EO 1.2', second, 60],
        ['EO 1.3', third, 60],
      ];
      for (const [index, [label, text, x]] of rows.entries()) {
        line(pen, label, x, 130 + 26 * index, 10, 'bold');
        line(pen, text, x === 60 ? 150 : 190, 130 + 26 * index, 10, 'bold');
      }
      line(pen, edge, 60, 300);
    });
    const { passages } = await readPdf(path);
    const items = passages.filter(({ structure }) => structure.list !== undefined);
    expect(items.map(({ marker, structure: { list, level } }) => [marker, list, level])).toEqual([
      ['EO 1.1', 1, 1],
      ['a', 1, 2],
      ['b', 1, 2],
      ['EO 1.2', 1, 1],
      ['EO 1.3', 1, 1],
    ]);
  });
});

describe('sources with their number in brackets', () => {
  test.each([
    ['zh', ['[1] 泵的基本知识，机械工业出版社', '[2] 润滑手册，第二版'], '见本页所列的来源及其说明文件', '[2] 中的规定。', EDGE.zh],
    [
      'en',
      ['[1] Pumps and their parts, Berlin', '[2] Handbook of grease'],
      'As is said in the sources listed on',
      '[2] and there.',
      EDGE.en,
    ],
  ])('are a list of which none is a step, and a reference at the head of a line is none (%s)', async (_, sources, prose, cited, edge) => {
    const listed = (passages: readonly Passage[]) => passages.filter(({ structure }) => structure.list !== undefined);
    const items = listed(await read([edge, '', ...sources, '', edge]));
    expect(items.map(({ kind, structure }) => [kind, structure.list])).toEqual([
      ['paragraph', 1],
      ['paragraph', 1],
    ]);
    expect(listed(await read([edge, '', prose, cited, '', edge]))).toEqual([]);
  });
});

describe('a line of symbols with more small signs than others', () => {
  test.each([
    ['zh', '其中 T', ' 和 T', ' 是两个传感器的相对运动，因此可简化为同一平面内的问', '题，则有以下式子成立。'],
    ['en', 'Here T', ' and T', ' are motions of both sensors as it moves, so the', 'problem is simple.'],
  ])('goes on as the text that it is (%s)', async (_, head, and, tail, rest) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      const y = 100;
      let x = 60;
      const put = (text: string, size = 10, raised = 0): void => {
        line(pen, text, x, y - raised, size);
        x += pen.font('regular').fontSize(size).widthOfString(text);
      };
      put(head);
      for (const sign of ['indexoffirstone', and, 'indexofsecondoneandallotherpartsofthesensor']) {
        if (sign === and) put(sign);
        else put(sign, 6, -9);
      }
      line(pen, tail, x, y);
      const right = x + pen.font('regular').fontSize(10).widthOfString(tail);
      line(pen, rest, 60, y + 16);
      line(pen, 'x'.repeat(Math.floor((right - 60) / pen.widthOfString('x'))), 60, 160);
    });
    const { passages } = await readPdf(path);
    expect(passages.some(({ text }) => text.startsWith(head.slice(0, 3)) && text.endsWith(rest))).toBe(true);
  });
});

test.each([
  ['zh', '警告', '起动前必须打开入口阀，', '否则泵会损坏。', EDGE.zh],
  ['en', 'Warning', 'Never start the pump against a closed inlet valve, since its seal runs dry', 'within a minute.', EDGE.en],
])('a part of the sign drawn beside a warning is no bullet of its lines (%s)', async (_, signal, first, second, edge) => {
  const path = await makePdf((pen) => {
    pen.addPage();
    line(pen, edge, 60, 80);
    line(pen, signal, 90, 120, 10, 'bold');
    line(pen, first, 90, 132);
    line(pen, second, 90, 144);
    pen.circle(78, 129.5, 1.8).fill('black');
    pen.circle(78, 141.5, 1.8).fill('black');
    line(pen, edge, 60, 190);
  });
  const [warning] = (await readPdf(path)).passages.filter(({ kind }) => kind === 'warning');
  expect(warning?.text.replace(/\s/gu, '')).toContain(`${signal}${first}`.replace(/\s/gu, ''));
});

test.each([
  ['zh', EDGE.zh],
  ['en', EDGE.en],
])('a line that sticks out over the edge of the text does not part the paragraphs of its page (%s)', async (_, edge) => {
  const full = edge.replace(/[。.]$/u, '');
  const passages = await read([`${full}${full.slice(0, 5)}`, '', ...Array.from({ length: 24 }, () => full), '', full, edge]);
  expect(passages).toHaveLength(3);
});
