import { describe, expect, test } from 'vitest';
import { spanAnchors } from '../../../kernel/index.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

function table(pen: Pen, x: number, y: number, widths: readonly number[], rows: readonly (readonly string[])[], header = true): number {
  const height = 20;
  const right = x + widths.reduce((sum, width) => sum + width, 0);
  rows.forEach((row, index) => {
    let left = x;
    row.forEach((text, column) => {
      line(pen, text, left + 4, y + index * height + 4, 9, header && index === 0 ? 'bold' : 'regular');
      left += widths[column] ?? 0;
    });
  });
  for (let index = 0; index <= rows.length; index += 1) {
    pen
      .moveTo(x, y + index * height)
      .lineTo(right, y + index * height)
      .stroke();
  }
  let edge = x;
  for (const width of [0, ...widths]) {
    edge += width;
    pen
      .moveTo(edge, y)
      .lineTo(edge, y + rows.length * height)
      .stroke();
  }
  return y + rows.length * height;
}

describe('a ruled table in Chinese', () => {
  test('becomes rows with column names, roles and the caption as what leads in', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '3.1 报警', 60, 80, 14, 'bold');
      line(pen, '表 3-1 报警表', 60, 110, 9, 'bold');
      table(
        pen,
        60,
        130,
        [80, 160, 200],
        [
          ['代码', '含义', '处理措施'],
          ['A-102', '轴承温度高于 80 °C', '检查润滑脂'],
          ['A-103', '振动高于 4.8 mm/s', '检查对中'],
        ],
      );
    });
    const { passages } = await readPdf(path);
    const rows = passages.filter((passage) => passage.kind === 'table-row');
    expect(rows.map((row) => row.text)).toEqual(['A-102\t轴承温度高于 80 °C\t检查润滑脂', 'A-103\t振动高于 4.8 mm/s\t检查对中']);
    expect(rows[0]?.headings).toEqual(['3.1 报警']);
    expect(rows[0]?.structure).toEqual({ section: 0, table: 3, leadIn: { order: 1, text: '表 3-1 报警表' } });
    expect(rows[0]?.cells?.map((cell) => cell.column)).toEqual(['代码', '含义', '处理措施']);
    expect(rows[0]?.cells?.[0]?.role).toBe('alarm-code');
    expect(passages.filter((passage) => passage.kind === 'table').map((passage) => passage.text)).toEqual(['代码\t含义\t处理措施']);
    expect(passages.map((passage) => passage.order)).toEqual(passages.map((_, index) => index));
  });

  test('goes on over a page under its first header, and the repeated header is no data', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '备件', 60, 80, 14, 'bold');
      line(pen, '本章列出备件及其数量，订货时须给出零件号。', 60, 110);
      table(
        pen,
        60,
        700,
        [120, 200, 80],
        [
          ['零件号', '名称', '数量'],
          ['NH-1', '轴承', '2'],
        ],
      );
      pen.addPage();
      table(
        pen,
        60,
        140,
        [120, 200, 80],
        [
          ['零件号', '名称', '数量'],
          ['NH-2', '机械密封', '1'],
        ],
      );
    });
    const { passages, excluded } = await readPdf(path);
    const last = passages.at(-1);
    expect(last?.text).toBe('NH-2\t机械密封\t1');
    expect(last?.cells?.map((cell) => cell.column)).toEqual(['零件号', '名称', '数量']);
    expect(passages.filter((passage) => passage.kind === 'table')).toHaveLength(1);
    expect(excluded.map((run) => [run.reason, run.text])).toEqual([['running-header', '零件号 名称 数量']]);
  });

  test('gives each cell boxes of its own', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      table(
        pen,
        60,
        130,
        [100, 100],
        [
          ['参数', '数值'],
          ['额定流量', '65 m³/h'],
          ['额定扬程', '42 m'],
        ],
      );
    });
    const { passages } = await readPdf(path);
    const row = passages.find((passage) => passage.text.startsWith('额定流量'));
    const cell = row?.cells?.[1];
    if (row === undefined || cell === undefined) throw new Error('the row is missing');
    const [anchor] = spanAnchors(row, cell.start, cell.end);
    if (anchor?.kind !== 'page') throw new Error('the anchor is not a page');
    expect(anchor.boxes).toHaveLength(1);
    expect(anchor.boxes[0]?.x0).toBeCloseTo(164, 0);
    expect(anchor.boxes[0]?.y0).toBeGreaterThan(150);
    expect(anchor.boxes[0]?.y1).toBeLessThan(172);
  });
});

describe('a table set by space alone', () => {
  test('becomes rows when three lines share their columns', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, 'The limits below hold for clean water at twenty degrees and for no other medium at all.', 60, 80);
      [
        ['Parameter', 'Value', 'Unit'],
        ['Rated flow', '65', 'm³/h'],
        ['Rated head', '42', 'm'],
        ['Speed', '2950', 'r/min'],
      ].forEach((row, index) => {
        row.forEach((text, column) => {
          line(pen, text, 60 + column * 130, 110 + index * 18);
        });
      });
    });
    const { passages } = await readPdf(path);
    expect(passages.filter((passage) => passage.kind === 'table-row').map((passage) => passage.text)).toEqual([
      'Rated flow\t65\tm³/h',
      'Rated head\t42\tm',
      'Speed\t2950\tr/min',
    ]);
  });
});

describe('steps and warnings', () => {
  test('are read with marker and kind, and wrapped lines belong to their step', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '4.2 Start-up', 60, 60, 14, 'bold');
      line(pen, 'WARNING: Hot surface.', 60, 90);
      line(pen, '1. Open the suction valve of the pump fully and check that the level in the tank is above', 60, 115);
      line(pen, '28 % of its height.', 75, 130);
      line(pen, '2. Press START.', 60, 150);
      line(pen, 'A line of prose that reaches far to the right so that the page has a right edge to measure', 60, 190);
      line(pen, '1）关闭进口阀。', 60, 220);
      line(pen, '警告：泵未停止前不得打开护罩。', 60, 245);
    });
    const { passages } = await readPdf(path);
    expect(passages.map((passage) => [passage.kind, passage.marker, passage.text])).toEqual([
      ['heading', undefined, '4.2 Start-up'],
      ['warning', undefined, 'WARNING: Hot surface.'],
      ['step', '1', '1. Open the suction valve of the pump fully and check that the level in the tank is above 28 % of its height.'],
      ['step', '2', '2. Press START.'],
      ['paragraph', undefined, 'A line of prose that reaches far to the right so that the page has a right edge to measure'],
      ['step', '1', '1）关闭进口阀。'],
      ['warning', undefined, '警告：泵未停止前不得打开护罩。'],
    ]);
    expect(passages[1]?.headings).toEqual(['4.2 Start-up']);
  });

  test('a box that opens with a signal word is one warning with all its lines', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      pen.rect(60, 90, 400, 60).stroke();
      line(pen, '危险', 70, 96, 11, 'bold');
      line(pen, '高压电。', 70, 114);
      line(pen, '断电后等待 5 min。', 70, 130);
      line(pen, '本段文字不在方框内，因此不属于上面的警告。', 60, 170);
    });
    const { passages } = await readPdf(path);
    expect(passages.map((passage) => passage.kind)).toEqual(['warning', 'paragraph']);
    expect(passages[0]?.text.replace(/\s/gu, '')).toBe('危险高压电。断电后等待5min。');
  });
});

describe('pages that are not one upright column', () => {
  test('a page turned by 90 degrees has boxes as it is shown', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '旋转页 Turned page', 100, 200, 12);
      Object.assign(pen.page.dictionary.data, { Rotate: 90 });
    });
    const { passages } = await readPdf(path);
    const [anchor] = passages[0]?.anchors ?? [];
    if (anchor?.kind !== 'page') throw new Error('the anchor is not a page');
    const [box] = anchor.boxes;
    // A4 is 841.89 points high: what stood 200 from the top now stands that far from the right edge.
    expect(Math.max(...anchor.boxes.map((one) => one.x1))).toBeLessThanOrEqual(842 - 195);
    expect(Math.min(...anchor.boxes.map((one) => one.y0))).toBeCloseTo(100, 0);
    expect(box).toBeDefined();
    expect(passages[0]?.text.replace(/\s/gu, '')).toBe('旋转页Turnedpage');
  });

  test('a document without text and pictures is empty, and says so', async () => {
    const { conclusion } = await readPdf(await makePdf((pen) => pen.addPage()));
    expect(conclusion.outcome).toBe('empty');
    expect(conclusion.reason).toContain('no text');
  });
});

describe('running lines', () => {
  test.each([
    ['Cooling skid CWS-155: Manual', 'Document number', 'CWS-OM-4155-EN'],
    ['冷却撬装 CWS-155 维护手册', '文件编号', 'CWS-OM-4155-ZH'],
  ])('leave title and number to the cover, with other codes beside: %s', async (title, label, number) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, title, 60, 200, 24);
      line(pen, label, 60, 300);
      line(pen, number, 200, 300);
      for (let page = 2; page < 7; page += 1) {
        pen.addPage();
        line(pen, title, 60, 40, 8);
        line(pen, number, 400, 40, 8);
        line(pen, `Text of page ${page} 第 ${page} 页的正文。`, 60, 200);
      }
    });
    expect((await readPdf(path)).survey.properties).toMatchObject({ title, documentNumber: number });
  });

  test('are excluded with their reasons, and number, revision and date are read from them', async () => {
    const path = await makePdf((pen) => {
      for (let page = 1; page <= 4; page += 1) {
        pen.addPage();
        line(pen, '文件编号：CWS-OM-12  版本：C  生效日期：2024年3月5日', 60, 30, 8);
        line(pen, `第 ${page} 页 共 4 页`, 270, 815, 8);
        line(pen, `第 ${page} 节的正文，说明泵的运行和维护。`, 60, 120 + page * 20);
      }
    });
    const { passages, excluded, survey } = await readPdf(path);
    expect(passages).toHaveLength(4);
    expect(survey.properties).toMatchObject({
      documentNumber: 'CWS-OM-12',
      revision: 'C',
      effective: Date.UTC(2024, 2, 5),
      language: 'zh',
      pages: 4,
    });
    expect(new Set(excluded.map((run) => run.reason))).toEqual(new Set(['running-header', 'page-number']));
  });
});
