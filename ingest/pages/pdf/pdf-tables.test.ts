import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { cell, drawTable } from './draw-table.test-support.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

describe('tables of a PDF', () => {
  const columns = [90, 130, 230];
  const row = (...texts: readonly string[]) => texts.map((text) => cell(text));
  const head = (...texts: readonly string[]) => texts.map((text) => cell(text, { bold: true }));
  const readTables = async (draw: (pen: Pen) => void) => (await readPdf(await makePdf(draw))).passages;
  const rowsOf = (passages: readonly Passage[]) => passages.filter((passage) => passage.kind === 'table-row');

  test('name their columns by both rows of a header', async () => {
    const passages = await readTables((pen) => {
      pen.addPage();
      drawTable(
        pen,
        60,
        100,
        [100, 90, 90],
        [
          [cell('项目', { rows: 2 }), cell('限值', { columns: 2 })],
          [cell('最小'), cell('最大')],
          row('流量', '12 m³/h', '65 m³/h'),
          row('扬程', '30 m', '42 m'),
        ],
      );
    });
    const rows = rowsOf(passages);
    expect(rows.map((passage) => passage.text)).toEqual(['流量\t12 m³/h\t65 m³/h', '扬程\t30 m\t42 m']);
    expect(rows[0]?.cells?.map(({ column }) => column)).toEqual(['项目', '限值 最小', '限值 最大']);
  });

  test.each([
    ['Expansion tank loses', ' pressure', row('Fault', 'Cause', 'Remedy'), ['Gas valve leaks', 'Replace it']],
    ['膨胀罐在运行中', '失压', row('现象', '原因', '处理'), ['充气阀泄漏', '更换阀芯']],
  ])('take in what is set over their lowest line: %s', async (first, second, header, others) => {
    const passages = await readTables((pen) => {
      pen.addPage();
      const bottom = drawTable(pen, 60, 100, [110, 130, 190], [header, row(first, ...others)]);
      line(pen, second.trim(), 64, bottom - 6, 9);
      line(pen, 'End. 完。', 60, bottom + 40, 9);
    });
    const [only, ...more] = rowsOf(passages);
    expect(more).toEqual([]);
    expect(only?.text).toBe([first + second, ...others].join('\t'));
    expect(passages.at(-1)?.text).toBe('End. 完。');
  });

  test('take a caption in their first row for what leads in, and the next row for the header', async () => {
    const passages = await readTables((pen) => {
      pen.addPage();
      drawTable(pen, 60, 100, columns, [
        [cell('Tightening torques', { columns: 3, bold: true })],
        head('Part', 'Thread', 'Torque'),
        row('Cover', 'M12', '85 N·m'),
        row('Flange', 'M16', '210 N·m'),
      ]);
    });
    expect(passages.map((passage) => passage.kind)).toEqual(['caption', 'table', 'table-row', 'table-row']);
    expect(rowsOf(passages).map(({ structure }) => structure)).toEqual([
      { table: 2, leadIn: { order: 0, text: 'Tightening torques' } },
      { table: 2, leadIn: { order: 0, text: 'Tightening torques' } },
    ]);
    expect(rowsOf(passages)[0]?.cells?.map(({ column }) => column)).toEqual(['Part', 'Thread', 'Torque']);
  });

  test('give spanning cells and rows of one cell as labels of the rows below, not as headings', async () => {
    const passages = await readTables((pen) => {
      pen.addPage();
      line(pen, '3 Faults', 60, 60, 16, 'bold');
      drawTable(pen, 60, 100, columns, [
        head('Fault', 'Cause', 'Remedy'),
        [cell('Hydraulics', { columns: 3 })],
        [cell('Low pressure', { rows: 2 }), cell('Leak'), cell('Tighten the fittings')],
        row('Worn pump', 'Replace the pump'),
      ]);
    });
    const [title, first, second] = rowsOf(passages);
    expect(title?.text).toBe('Hydraulics');
    expect(title?.cells).toEqual([{ column: '', start: 0, end: 10 }]);
    expect(first?.headings).toEqual(['3 Faults']);
    expect(first?.structure.rowLabels).toEqual([{ order: 2, text: 'Hydraulics' }]);
    expect(second?.structure.rowLabels).toEqual([
      { order: 2, text: 'Hydraulics' },
      { order: 3, text: 'Low pressure', column: 'Fault' },
    ]);
    expect(second?.structure.table).toBe(2);
  });

  test.each([
    [
      'en',
      'Low flow',
      'Suction strainer',
      'clogged',
      'Clean the strainer and check that the level of the',
      'water is above 28 % of the height.',
    ],
    ['zh', '流量低', '入口滤网', '堵塞', '拆下滤网清洗，并检查储罐的液位是否高于百分之二', '十八。'],
  ])('go on over a page as one table, a broken row as one row (%s)', async (_, fault, cause, more, remedy, rest) => {
    const passages = await readTables((pen) => {
      pen.addPage();
      line(pen, 'Table 3-1 Faults', 60, 640, 9, 'bold');
      drawTable(pen, 60, 660, [90, 130, 220], [head('Fault', 'Cause', 'Remedy'), row('Noise', 'Air', 'Vent.'), row(fault, cause, remedy)]);
      pen.addPage();
      line(pen, 'Table 3-1 Faults (continued)', 60, 130, 9, 'bold');
      drawTable(pen, 60, 150, [90, 130, 220], [head('Fault', 'Cause', 'Remedy'), row('', '', rest), row('Heat', more, 'Cool.')]);
    });
    const rows = rowsOf(passages);
    expect(rows.map((passage) => passage.text.split('\t')[0])).toEqual(['Noise', fault, 'Heat']);
    expect(rows[1]?.text.endsWith(rest)).toBe(true);
    expect(new Set(rows[1]?.runs?.map((run) => run.page))).toEqual(new Set([1, 2]));
    expect(rows.map(({ structure }) => structure.table)).toEqual([2, 2, 2]);
    expect(rows.map(({ order }) => order)).toEqual([2, 3, 4]);
    expect(rows[2]?.cells?.map(({ column }) => column)).toEqual(['Fault', 'Cause', 'Remedy']);
  });

  test.each([
    ['en', 'Check the level', 'Fill up to the mark.'],
    ['zh', '检查液位', '加到标线。'],
  ])('give a row its second paragraph behind the page, known by the columns that every row fills (%s)', async (_, task, more) => {
    const full = (name: string) => row(name, task, 'operator', '1');
    const passages = await readTables((pen) => {
      pen.addPage();
      const names = head('Part', 'Task', 'Who', 'No.');
      drawTable(pen, 60, 640, [90, 160, 90, 60], [names, full('Pump'), full('Motor'), full('Valve'), full('Tank')]);
      pen.addPage();
      drawTable(pen, 60, 150, [90, 160, 90, 60], [row('', more, '', ''), full('Filter')]);
    });
    const rows = rowsOf(passages);
    expect(rows).toHaveLength(5);
    expect(rows[3]?.text.startsWith(`Tank\t${task}`)).toBe(true);
    expect(rows[3]?.text).toContain(more);
  });

  test.each([
    ['en', 'Check the level', 'Fill up to the mark.'],
    ['zh', '检查液位', '加到标线。'],
  ])(
    'give a row its rest behind the page by the columns that the rows after it fill, be it all that the page has of the table (%s)',
    async (_, task, more) => {
      const full = (name: string) => row(name, task, 'operator', '1');
      const names = head('Part', 'Task', 'Who', 'No.');
      const widths = [90, 160, 90, 60];
      const after = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 640, widths, [names, full('Pump')]);
        pen.addPage();
        drawTable(pen, 60, 150, widths, [row('set', more, '', ''), full('Filter'), full('Valve'), full('Tank')]);
      });
      expect(rowsOf(after)).toHaveLength(4);
      expect(rowsOf(after)[0]?.text.startsWith('Pump set\t')).toBe(true);
      const alone = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 600, widths, [names, full('Pump'), full('Motor'), full('Valve'), full('Tank')]);
        pen.addPage();
        drawTable(pen, 60, 150, widths, [row('set', more, '', '')]);
        line(pen, 'A line below. 下面的一行。', 60, 250);
      });
      expect(rowsOf(alone)).toHaveLength(4);
      expect(rowsOf(alone)[3]?.text).toMatch(/^Tank set\t.*\toperator\t1$/u);
      expect(new Set(rowsOf(alone).map(({ structure }) => structure.table))).toEqual(new Set([1]));
    },
  );

  test.each([
    [
      'en',
      ['Command', 'Text', 'For', 'Kind'],
      ['CheckArcMove()', 'Tells whether three poses are on one circle', 'All arms', 'queued\nsigned'],
    ],
    [
      'zh',
      ['指令', '描述', '支持产品', '指令类型'],
      ['CheckOddMovC()', '检查经过指定三个点位的圆弧运动过程中点位可达性', 'CR/Nova', '立即\n指令'],
    ],
  ])(
    'keep two full rows apart over a page though no next word would fit behind their cells (%s)',
    async (_, names, [key = '', ...texts]) => {
      const widths = [76, 206, 44, 36];
      const full = (first: string) => [first, ...texts].map((text, column) => cell(text, column === 3 ? {} : { drop: 8 }));
      const passages = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 640, widths, [head(...names), full('Stop'), full(key)]);
        pen.addPage();
        drawTable(pen, 60, 100, widths, [head(...names), full('LogExportUSB()'), full('Stop')]);
      });
      expect(rowsOf(passages).map(({ cells, text }) => text.slice(cells?.[0]?.start, cells?.[0]?.end))).toEqual([
        'Stop',
        key,
        'LogExportUSB()',
        'Stop',
      ]);
    },
  );

  test.each([
    ['en', ['Name', 'Meaning', 'Size', 'For'], ['State', 'State of the whole cell', '1', 'all arms'], 'stopped by hand'],
    ['zh', ['名称', '描述', '大小', '支持产品'], ['状态', '整个单元所处的安全状态', '1', '全部机型'], '急停状态'],
  ])('take a row that says the same again in a column for no broken one (%s)', async (_, names, body, part) => {
    const widths = [90, 110, 60, 60];
    const passages = await readTables((pen) => {
      pen.addPage();
      drawTable(pen, 60, 640, widths, [head(...names), row('A', ...body.slice(1)), row(...body)]);
      pen.addPage();
      drawTable(pen, 60, 100, widths, [head(...names), row('', part, 'bit', body[3] ?? ''), row('', part, 'bit', body[3] ?? '')]);
    });
    expect(rowsOf(passages).map(({ text }) => text)).toEqual(
      [['A', ...body.slice(1)], body, ['', part, 'bit', body[3]], ['', part, 'bit', body[3]]].map((texts) => texts.join('\t')),
    );
  });

  test.each([
    ['en', ['Material', '', 'Number of collisions that it takes', 'Ratio'], ['Water', 'Helium']],
    ['zh', ['材料', '', '使中子慢化到热能所需的平均碰撞次数', '慢化比'], ['水', '氦']],
  ])(
    'name columns of numbers by the words above them, long ones too, with one that could not be read (%s)',
    async (_, names, materials) => {
      const passages = await readTables((pen) => {
        pen.addPage();
        const rows = materials.map((name, index) => row(name, `0.${index + 4}27`, String(19 + index), String(62 + index)));
        drawTable(pen, 60, 100, [80, 60, 220, 60], [row(...names), ...rows]);
      });
      expect(passages[0]?.kind).toBe('table');
      expect(rowsOf(passages)).toHaveLength(2);
      expect(rowsOf(passages)[0]?.cells?.map(({ column }) => column)).toEqual([names[0], 'column 2', names[2], names[3]]);
    },
  );

  test('take a cell that spans over the page for no broken row', async () => {
    const passages = await readTables((pen) => {
      pen.addPage();
      drawTable(pen, 60, 700, [90, 130, 220], [head('Fault', 'Cause', 'Remedy'), row('Noise', 'Air in the pump', 'Vent the pump')]);
      pen.addPage();
      drawTable(pen, 60, 150, [90, 130, 220], [row('', 'Worn bearing', 'Replace the bearing'), row('Heat', 'Low oil', 'Fill up')]);
    });
    const rows = rowsOf(passages);
    expect(rows).toHaveLength(3);
    expect(rows[1]?.structure.rowLabels).toEqual([{ order: 1, text: 'Noise', column: 'Fault' }]);
  });

  describe.each([
    ['en', ['idShort:', 'Pump'], ['[Type]', 'Meaning = [Id]', 'Limit'], ['Name', 'Text', ''], ['[Property] Flow', 'Rated flow', '12']],
    ['zh', ['名称：', '水泵'], ['[类型]', '含义 = [编号]', '限值'], ['短名', '说明', ''], ['[属性] 流量', '额定流量', '12']],
  ])('with a header of two filled rows below lines of name and value (%s)', (_, [name = '', value = ''], upper, lower, body) => {
    const filled = (texts: readonly string[], fill: string) => texts.map((text) => cell(text, { bold: true, fill }));
    const property = [cell(name, { bold: true, fill: '#99bbee' }), cell(value, { columns: 2 })];
    const top = [property, property, filled(upper, '#bbbbbb'), filled(lower, '#99bbee')];
    const names = upper.map((text, column) => `${text} ${lower[column] ?? ''}`.trim());

    test('name their columns by both', async () => {
      const passages = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 100, columns, [...top, row(...body), row(...body)]);
      });
      expect(passages.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table', 'table-row', 'table-row']);
      expect(rowsOf(passages)[2]?.cells?.map(({ column }) => column)).toEqual(names);
      expect(passages.map(({ structure }) => structure.table)).toEqual([0, 0, undefined, 3, 3]);
    });

    test('join it over the page where its first row stands at the foot of one', async () => {
      const passages = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 660, columns, top.slice(0, 3));
        pen.addPage();
        const bottom = drawTable(pen, 60, 150, columns, [filled(lower, '#99bbee'), row(...body), row(...body)]);
        line(pen, 'A line below. 下面的一行。', 60, bottom + 40);
      });
      expect(passages.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table', 'table-row', 'table-row', 'paragraph']);
      expect(rowsOf(passages)[2]?.cells?.map(({ column }) => column)).toEqual(names);
      expect(passages.map(({ structure }) => structure.table)).toEqual([0, 0, undefined, 3, 3, undefined]);
      expect(passages.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5]);
    });

    test('know it at the foot of a page too, with all rows on the next', async () => {
      const passages = await readTables((pen) => {
        pen.addPage();
        drawTable(pen, 60, 660, columns, top);
        pen.addPage();
        drawTable(pen, 60, 150, columns, [row(...body), row(...body)]);
      });
      expect(passages.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table', 'table-row', 'table-row']);
      expect(rowsOf(passages)[2]?.cells?.map(({ column }) => column)).toEqual(names);
      expect(passages.map(({ structure }) => structure.table)).toEqual([0, 0, undefined, 3, 3]);
    });
  });

  test.each([
    ['en', ['Part', 'Check', 'Limit'], ['Hydraulics', '', ''], ['Pump', 'Pressure', '16 bar']],
    ['zh', ['部位', '检查', '限值'], ['液压', '', ''], ['泵', '压力', '16 bar']],
  ])('take one bold cell below the header for no second row of it (%s)', async (_, names, group, body) => {
    const passages = await readTables((pen) => {
      pen.addPage();
      drawTable(pen, 60, 100, columns, [head(...names), head(...group), row(...body), row(...body)]);
    });
    expect(rowsOf(passages).map(({ cells }) => cells?.map(({ column }) => column))).toEqual([names, names, names]);
  });
});
