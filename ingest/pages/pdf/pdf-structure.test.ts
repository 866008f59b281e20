import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWhole, type Passage } from '../../../kernel/index.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

type Line = readonly [text: string, x?: number, font?: 'regular' | 'bold', size?: number];

/** Lines one below the other, over as many pages as they need. */
function write(pen: Pen, lines: readonly Line[]): void {
  let y = 900;
  for (const [text, x = 60, font = 'regular', size = 10] of lines) {
    if (y > 740) {
      pen.addPage();
      y = 60;
    }
    y += size > 10 ? 14 : 4;
    line(pen, text, x, y, size, font);
    y += size + 6;
  }
}

async function read(...lines: readonly Line[]): Promise<readonly Passage[]> {
  return (await readPdf(await makePdf((pen) => write(pen, [...lines, FILLER])))).passages;
}
const FILLER: Line = ['A line of prose that reaches so far to the right that the page has an edge to measure by.', 60];
const shape = ({ kind, text, structure }: Passage) => [kind, text.slice(0, 14), structure.section, structure.level, structure.list];

describe('sections of a PDF', () => {
  test('are named by their headings, each with its depth, also where two have one title', async () => {
    const passages = await read(
      ['1 Pump', 60, 'bold', 16],
      ['1.1 Removal', 60, 'bold', 13],
      ['Drain the pump.'],
      ['2 Motor', 60, 'bold', 16],
      ['2.1 Removal', 60, 'bold', 13],
      ['Isolate the motor.'],
    );
    expect(passages.map(shape)).toEqual([
      ['heading', '1 Pump', undefined, 1, undefined],
      ['heading', '1.1 Removal', 0, 2, undefined],
      ['paragraph', 'Drain the pump', 1, undefined, undefined],
      ['heading', '2 Motor', undefined, 1, undefined],
      ['heading', '2.1 Removal', 3, 2, undefined],
      ['paragraph', 'Isolate the mo', 4, undefined, undefined],
      ['paragraph', 'A line of pros', 4, undefined, undefined],
    ]);
    expect(passages[5]?.headings).toEqual(['2 Motor', '2.1 Removal']);
  });
});

describe('levels of a PDF', () => {
  test('a numbered chapter is no part of a title without number that is set a little larger', async () => {
    const passages = await read(
      ['Pump Manual 泵手册', 60, 'bold', 30],
      ['Version history 版本历史', 60, 'bold', 22],
      ['First issue of the manual in both languages.'],
      ['1 General 概述', 60, 'bold', 20],
      ['This manual is for the operator.'],
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ structure }) => structure.level)).toEqual([1, 2, 2]);
  });
});

describe('bold lines at the size of the text', () => {
  test.each([
    ['zh', '所需材料', '不管泵是否运行，该阀均关闭', '返回：校验结果', '准备润滑脂。'],
    ['en', 'Material needed', 'The motor must stand still. Lock it out first', 'Result: checked value', 'Take the grease gun.'],
  ])('are titles unless they are sentences, fields, or stand above a title (%s)', async (_, title, note, field, text) => {
    const passages = await read(
      ['3 Lubrication', 60, 'bold', 16],
      [title, 60, 'bold'],
      [text],
      [note, 60, 'bold'],
      [text],
      [field, 60, 'bold'],
      [text],
      [title, 60, 'bold'],
      ['4 Test', 60, 'bold', 16],
    );
    expect(passages.map(({ kind }) => kind).slice(0, 9)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'table-row',
      'paragraph',
      'paragraph',
      'heading',
    ]);
  });
});

describe('lists of a PDF', () => {
  test('go on over a warning and a figure, nest by indent, and end at a heading', async () => {
    const passages = await read(
      ['4 拆卸', 60, 'bold', 16],
      ['1. 关闭进口阀。', 70],
      ['a) 先关主阀。', 90],
      ['b) 再关旁通阀。', 90],
      ['警告：泵未停止前不得打开护罩。', 70],
      ['2. 排空泵体。', 70],
      ['图 4-1 泵体', 200],
      ['3. 拆下联轴器。', 70],
      ['5 安装', 60, 'bold', 16],
      ['1. 装上联轴器。', 70],
    );
    expect(passages.map(shape).slice(0, 10)).toEqual([
      ['heading', '4 拆卸', undefined, 1, undefined],
      ['step', '1. 关闭进口阀。', 0, 1, 1],
      ['step', 'a) 先关主阀。', 0, 2, 1],
      ['step', 'b) 再关旁通阀。', 0, 2, 1],
      ['warning', '警告：泵未停止前不得打开护罩。'.slice(0, 14), 0, undefined, undefined],
      ['step', '2. 排空泵体。', 0, 1, 1],
      ['caption', '图 4-1 泵体', 0, undefined, undefined],
      ['step', '3. 拆下联轴器。', 0, 1, 1],
      ['heading', '5 安装', undefined, 1, undefined],
      ['step', '1. 装上联轴器。', 8, 1, 9],
    ]);
  });

  test.each([
    ['en', 'To remove the seal:', 'To fit the seal:', 'Loosen the nut.'],
    ['zh', '拆卸步骤：', '安装步骤：', '松开螺母。'],
  ])('with a lead-in of its own are lists of their own though the numbers go on (%s)', async (_, first, second, step) => {
    const passages = await read(
      ['4 Seal', 60, 'bold', 16],
      [first],
      [`1. ${step}`, 70],
      [`2. ${step}`, 70],
      [second],
      [`3. ${step}`, 70],
      [`4. ${step}`, 70],
    );
    const steps = passages.filter((passage) => passage.kind === 'step');
    expect(steps.map(({ structure }) => [structure.list, structure.leadIn])).toEqual([
      [2, { order: 1, text: first }],
      [2, { order: 1, text: first }],
      [5, { order: 4, text: second }],
      [5, { order: 4, text: second }],
    ]);
  });

  test('of bullets end where running text stands at their edge', async () => {
    const passages = await read(
      ['• Check the oil level.', 60],
      ['• Check the belt.', 60],
      ['The following holds in winter only.', 60],
      ['• Check the heater.', 60],
    );
    expect(passages.map(({ structure }) => structure.list).slice(0, 4)).toEqual([0, 0, undefined, 3]);
  });

  test('of items whose bullets are drawn nest by them, and what stands under an item parts no list', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      const item = (text: string, x: number, y: number, hollow = false): void => {
        pen.circle(x - 8, y + 8, 1.5);
        if (hollow) pen.stroke();
        else pen.fill('black');
        line(pen, text, x, y);
      };
      line(pen, '3 润滑 Lubrication', 60, 60, 16, 'bold');
      item('功能：润滑轴承', 80, 100);
      line(pen, '每班一次。', 80, 118);
      item('Check the level', 80, 136);
      item('旁通阀 bypass', 100, 154, true);
      item('Check the belt', 80, 172);
      line(pen, FILLER[0], 60, 220);
    });
    const { passages } = await readPdf(path);
    expect(passages.map(shape)).toEqual([
      ['heading', '3 润滑 Lubricati', undefined, 1, undefined],
      ['table-row', '功能：润滑轴承', 0, 1, 1],
      ['paragraph', '每班一次。', 0, undefined, 1],
      ['paragraph', 'Check the leve', 0, 1, 1],
      ['paragraph', '旁通阀 bypass', 0, 2, 1],
      ['paragraph', 'Check the belt', 0, 1, 1],
      ['paragraph', 'A line of pros', 0, undefined, undefined],
    ]);
  });

  test('of 1 to 99 steps, with warnings between, are whole from the first to the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2, max: 9 }), fc.boolean(), async (count, every, chinese) => {
        const steps = Array.from({ length: count }, (_, index): Line[] => {
          const step: Line = [`${index + 1}. ${chinese ? '拧紧螺栓' : 'Tighten bolt'} ${index + 1}${chinese ? '。' : '.'}`, 70];
          return index % every === 0 && index > 0 ? [[chinese ? '警告：高压。' : 'WARNING: High pressure.', 70], step] : [step];
        });
        const passages = await read(['4 Work', 60, 'bold', 16], ...steps.flat());
        const items = passages.filter((passage) => passage.kind === 'step');
        expect(items.map((passage) => passage.marker)).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)));
        const [first] = items;
        const last = items.at(-1);
        if (first === undefined || last === undefined) throw new Error('the steps are missing');
        const list = passages.slice(first.order, last.order + 1);
        expect(isWhole({ kind: 'list', version: first.versionId, opening: first.order }, list, passages[last.order + 1])).toBe(true);
      }),
      { numRuns: 6, seed: 11 },
    );
  });
});
