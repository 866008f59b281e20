import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { markdownParser } from '../markdown/markdown-parser.ts';
import { textParser } from '../text/text-parser.ts';

const read = async (text: string) => (await readWhole(markdownParser, await temporaryFile('manual.md', text))).passages;
const readText = async (text: string) => (await readWhole(textParser, await temporaryFile('note.txt', text))).passages;
const lists = (passages: Awaited<ReturnType<typeof read>>) =>
  passages.map(({ text, structure }) => [text, structure.list, structure.level, structure.leadIn?.text]);

describe('structure of blocks', () => {
  it('tells two sections of one title apart by the heading that opens them', async () => {
    const passages = await read('# Pump\n\n## Removal\n\n1. Drain\n\n# Motor\n\n## Removal\n\n1. Unplug\n');
    expect(passages.map(({ structure }) => [structure.section, structure.level])).toEqual([
      [undefined, 1],
      [0, 2],
      [1, 1],
      [undefined, 1],
      [3, 2],
      [4, 1],
    ]);
  });

  it.each([
    ['colon', '拆卸：', '安装：'],
    ['bold colon', '**拆卸：**', '**安装：**'],
    ['english', 'To remove:', 'To install:'],
  ])('parts lists under one heading that have lead-ins of their own (%s)', async (_, first, second) => {
    const text = `# 机械密封\n\n${first}\n\n1. 排空\n2. 拆下压盖\n\n${second}\n\n3. 清洗\n4. 装上压盖\n`;
    const plain = [first, second].map((line) => line.replaceAll('*', ''));
    for (const passages of [await read(text), await readText(text.replaceAll(/[*#] ?/g, '').replace('机械密封', '机械密封\n===='))]) {
      expect(lists(passages).slice(1)).toEqual([
        [plain[0], undefined, undefined, undefined],
        ['排空', 2, 1, plain[0]],
        ['拆下压盖', 2, 1, plain[0]],
        [plain[1], undefined, undefined, undefined],
        ['清洗', 5, 1, plain[1]],
        ['装上压盖', 5, 1, plain[1]],
      ]);
    }
  });

  it('keeps a list one across a warning, a figure and a second paragraph', async () => {
    const text =
      '1. Stop\n2. Lock out\n\n:::warning\nHot surface\n\n1. Wear gloves\n:::\n\n![valve](v.png)\n\nWait ten minutes.\n\n3. Drain\n   - fully\n\n   Then look.\n4. Open\n\nAfterwards report.\n';
    expect((await read(text)).map(({ text: words, structure }) => [words, structure.list])).toEqual([
      ['Stop', 0],
      ['Lock out', 0],
      ['Hot surface', 0],
      ['Wear gloves', 0],
      ['valve', 0],
      ['Wait ten minutes.', 0],
      ['Drain', 0],
      ['fully', 0],
      ['Then look.', 0],
      ['Open', 0],
      ['Afterwards report.', undefined],
    ]);
  });

  it('begins a list anew where its numbers do, and behind a heading', async () => {
    expect((await read('1. a\n2. b\n\nNow the other.\n\n1. c\n2. d\n\n# Next\n\n3. e\n')).map(({ structure }) => structure.list)).toEqual([
      0,
      0,
      undefined,
      3,
      3,
      undefined,
      6,
    ]);
  });

  it('reads loose markers of a plain text as nested lists', async () => {
    expect(lists(await readText('1. Stop\n2. Check:\na) level\nb) colour\n3. Start\n\n1. Other\n')).map((row) => row.slice(0, 3))).toEqual([
      ['Stop', 0, 1],
      ['Check:', 0, 1],
      ['level', 0, 2],
      ['colour', 0, 2],
      ['Start', 0, 1],
      ['Other', 5, 1],
    ]);
  });

  it('makes the title of a callout the lead-in of what is inside', async () => {
    const passages = await read('# Belts\n\n!!! note "Every 6 months"\n\n    - Check the tension\n    - Check the wear\n\nElsewhere\n');
    expect(lists(passages).slice(1)).toEqual([
      ['Every 6 months', undefined, undefined, undefined],
      ['Check the tension', 2, 1, 'Every 6 months'],
      ['Check the wear', 2, 1, 'Every 6 months'],
      ['Elsewhere', undefined, undefined, undefined],
    ]);
  });

  it('labels rows by rows over the whole width and by empty cells that go on with the row above', async () => {
    const text = '| 部位 | 参数 | 值 |\n|---|---|---|\n| **电机** | | |\n| 轴承 | 温度 | 80 °C |\n| | 间隙 | 0.1 mm |\n';
    expect((await read(text)).map(({ text: words, structure }) => [words, structure.table, structure.rowLabels])).toEqual([
      ['电机', 0, undefined],
      ['轴承\t温度\t80 °C', 0, [{ text: '电机', order: 0 }]],
      [
        '间隙\t0.1 mm',
        0,
        [
          { text: '电机', order: 0 },
          { text: '轴承', order: 1, column: '部位' },
        ],
      ],
    ]);
  });
});
