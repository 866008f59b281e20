import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const read = async (draw: (pen: Pen) => void) =>
  (
    await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        draw(pen);
      }),
    )
  ).passages;

/** The frame of a table with lines between its columns and below its header, none between its rows. */
function frame(pen: Pen, edges: readonly number[], tops: readonly number[]): void {
  const [left = 0, right = 0] = [edges[0], edges.at(-1)];
  const [top = 0, bottom = 0] = [tops[0], tops.at(-1)];
  for (const x of edges) pen.moveTo(x, top).lineTo(x, bottom).stroke();
  for (const y of tops) pen.moveTo(left, y).lineTo(right, y).stroke();
}

describe('rows of a table without lines between them', () => {
  test.each([
    [
      'en',
      ['Part', 'Limit', 'Unit'],
      [
        ['Pump', '75', 'bar'],
        ['Motor', '60', 'kW'],
        ['Fan', '12', 'kW'],
      ],
    ],
    [
      'zh',
      ['部位', '限值', '单位'],
      [
        ['水泵', '75', 'bar'],
        ['电机', '60', 'kW'],
        ['风机', '12', 'kW'],
      ],
    ],
  ])('are told by the lines that stand side by side in all columns (%s)', async (_, head, body) => {
    const passages = await read((pen) => {
      frame(pen, [60, 160, 260, 360], [100, 124, 200]);
      head.forEach((text, column) => {
        line(pen, text, 66 + 100 * column, 106);
      });
      body.forEach((texts, index) => {
        texts.forEach((text, column) => {
          line(pen, text, 66 + 100 * column, 130 + 22 * index);
        });
      });
    });
    expect(passages.flatMap(({ kind, text }) => (kind === 'table-row' ? [text.split('\t')] : []))).toEqual(body);
    expect(passages.at(-1)?.cells?.map(({ column }) => column)).toEqual(head);
  });

  test.each([
    ['en', ['Nuclide', 'Radius']],
    ['zh', ['核素', '半径']],
  ])('are told with numbers one above the other before a letter, under the row that a line parts from them (%s)', async (_, head) => {
    const nuclides = [
      ['1', '1', 'H', '¹1H'],
      ['178', '72', 'Hf', '¹⁷⁸72Hf'],
      ['238', '92', 'U', '²³⁸92U'],
    ] as const;
    const passages = await read((pen) => {
      frame(pen, [60, 160, 300], [100, 124, 210]);
      head.forEach((text, column) => {
        line(pen, text, 66 + 100 * column, 106);
      });
      nuclides.forEach(([mass, charge, letter], index) => {
        const y = 130 + 26 * index;
        const x = 100;
        pen.font('regular').fontSize(7);
        line(pen, mass, x - pen.widthOfString(mass), y - 1, 7);
        pen.font('regular').fontSize(7);
        line(pen, charge, x - pen.widthOfString(charge), y + 7, 7);
        line(pen, letter, x + 0.5, y, 11);
        line(pen, `${index + 1}.25 cm`, 170, y, 11);
      });
    });
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['table', head.join('\t')],
      ...nuclides.map(([, , , written], index) => ['table-row', `${written}\t${index + 1}.25 cm`]),
    ]);
    expect(passages[1]?.cells?.map(({ column }) => column)).toEqual(head);
  });

  test.each([
    ['en', ['Pump', 'worn'], ['Take it', 'apart']],
    ['zh', ['水泵', '磨损'], ['拆下', '检修']],
  ])('are not made of lines of text that stand close (%s)', async (_, left, right) => {
    const passages = await read((pen) => {
      frame(pen, [60, 160, 260], [100, 140, 164]);
      left.forEach((text, index) => {
        line(pen, text, 66, 106 + 13 * index);
      });
      right.forEach((text, index) => {
        line(pen, text, 166, 106 + 13 * index);
      });
      line(pen, 'Fan 风机', 66, 146);
      line(pen, 'Oil 加油', 166, 146);
    });
    expect(passages.filter(({ kind }) => kind === 'table-row')).toHaveLength(2);
  });

  test.each([
    ['en', 'Energy of the pump', 'Energy of the motor', 'All of the energy'],
    ['zh', '水泵所耗的能量合计', '电机所耗的能量合计', '全部能量'],
  ])('are told by space in a frame too (%s)', async (_, ...names) => {
    const passages = await read((pen) => {
      pen.rect(100, 100, 300, 90).stroke();
      names.forEach((name, index) => {
        line(pen, name, 110, 110 + 24 * index);
        line(pen, `${12 + index} kW`, 330, 110 + 24 * index);
      });
    });
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual(names.map((name, index) => ['table-row', `${name}\t${12 + index} kW`]));
  });

  test.each([
    ['en', 'mass of the pump', 'speed of the shaft', 'time'],
    ['zh', '水泵的质量', '泵轴的转速', '时间'],
  ])('are whole without the name where it could not be read (%s)', async (_, mass, speed, time) => {
    const passages = await read((pen) => {
      [
        ['m', '=', mass],
        ['', '=', speed],
        ['t', '=', time],
        ['u', '=', mass],
      ].forEach((texts, index) => {
        texts.forEach((text, column) => {
          if (text !== '') line(pen, text, 60 + 40 * column, 100 + 14 * index);
        });
      });
    });
    const rows = passages.filter(({ kind }) => kind === 'table-row').map(({ text }) => text);
    expect(rows).toEqual([`m\t=\t${mass}`, `\t=\t${speed}`, `t\t=\t${time}`, `u\t=\t${mass}`]);
  });
});

describe('a table set by space alone', () => {
  test.each([
    ['en', ['Time', 'Activity']],
    ['zh', ['时间', '放射性活度']],
  ])('has the names in the middle over its columns of numbers for its header (%s)', async (_, head) => {
    const body = ['142 Ci', '20.3 Ci', '2.91 Ci', '0.416 Ci', '0.0596 Ci'];
    const passages = await read((pen) => {
      line(pen, head[0] ?? '', 90, 100);
      line(pen, head[1] ?? '', 210, 100);
      body.forEach((text, index) => {
        line(pen, `${20 * index + 10} s`, 84, 122 + 22 * index);
        line(pen, text, [200, 204, 218, 218, 218][index] ?? 0, 122 + 22 * index);
      });
    });
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['table', head.join('\t')],
      ...body.map((text, index) => ['table-row', `${20 * index + 10} s\t${text}`]),
    ]);
  });

  test.each([
    ['en', 'mass at the start', 'share that is lost', 'time'],
    ['zh', '起始时的质量', '损失的份额', '时间'],
  ])('has a row for each sign of a relation, however close the row above reaches (%s)', async (_, mass, share, time) => {
    const passages = await read((pen) => {
      [
        ['m', '=', mass],
        ['m', '=', mass],
        ['', '=', share],
        ['t', '=', time],
      ].forEach((texts, index) => {
        texts.forEach((text, column) => {
          if (text !== '') line(pen, text, 60 + 40 * column, 100 + 22 * index - (index === 2 ? 8 : 0));
        });
      });
    });
    const rows = passages.filter(({ kind }) => kind === 'table-row').map(({ text }) => text);
    expect(rows).toEqual([`m\t=\t${mass}`, `m\t=\t${mass}`, `\t=\t${share}`, `t\t=\t${time}`]);
  });
});

describe('words underlined in a cell', () => {
  test.each([
    ['en', 'see the register of pumps', 'Its rows are numbered.'],
    ['zh', '见水泵台账中的各行记录', '各行均有编号。'],
  ])('part no row (%s)', async (_, link, more) => {
    const passages = await read((pen) => {
      pen.font('regular').fontSize(10);
      const width = pen.widthOfString(link);
      frame(pen, [60, 160, 168 + width, 300 + width], [100, 124, 164, 188]);
      ['Part 部位', 'Source 来源', 'Unit 单位'].forEach((text, column) => {
        line(pen, text, [66, 164, 174 + width][column] ?? 0, 106, 10, 'bold');
      });
      line(pen, 'Pump 泵', 66, 128);
      line(pen, link, 164, 128);
      pen.rect(164, 140.6, width, 0.6).fill('black');
      line(pen, more.slice(0, 12), 164, 144);
      line(pen, 'kW', 174 + width, 128);
      line(pen, 'Fan 风机', 66, 170);
      line(pen, '2', 164, 170);
      line(pen, 'kW', 174 + width, 170);
    });
    const rows = passages.filter(({ kind }) => kind === 'table-row');
    expect(rows.map(({ text }) => text.split('\t')[0])).toEqual(['Pump 泵', 'Fan 风机']);
    expect(rows[0]?.text).toContain(link);
    expect(rows[0]?.text).toContain(more.slice(0, 8));
  });
});
