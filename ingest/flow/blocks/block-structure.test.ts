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

  it.each([
    ['zh', '**解决方法：**', '更换轴承。', '**要点：**', '只用原厂件'],
    ['en', '**Solution:**', 'Replace the bearing.', '**Notes:**', 'Original parts only'],
  ])('takes a bold line with a colon before a list for a title where one before it is one (%s)', async (_, first, text, second, item) => {
    const passages = await read(
      `# A\n\n## B\n\n${second}\n\n- ${item}\n\n${first}\n\n${text}\n\n${second}\n\n- ${item}\n\n## C\n\n${second}\n\n- ${item}\n`,
    );
    const [solution = '', notes = ''] = [first, second].map((line) => line.replaceAll('*', ''));
    expect(
      passages
        .map(({ kind, headings, structure }) => [kind, headings.at(-1), structure.leadIn?.text])
        .filter(([kind]) => kind !== 'heading'),
    ).toEqual([
      ['paragraph', 'B', undefined],
      ['paragraph', 'B', notes],
      ['paragraph', solution, undefined],
      ['paragraph', notes, undefined],
      ['paragraph', 'C', undefined],
      ['paragraph', 'C', notes],
    ]);
  });

  it.each([
    ['zh', '零件', '步骤 1：松开', '步骤 2：套上'],
    ['en', 'Parts', 'Step 1: Loosen', 'Step 2: Put on'],
  ])(
    'ends a section before steps whose titles are as high as its own, and keeps how high they are (%s)',
    async (_, parts, first, second) => {
      const passages = await read(`# ${parts}\n\nA\n\n# ${first}\n\nB\n\n# ${second}\n\nC\n`);
      expect(passages.map(({ text, headings, structure: { list, title } }) => [text, headings, list, title])).toEqual([
        [parts, [], undefined, undefined],
        ['A', [parts], undefined, undefined],
        [first, [], 2, 1],
        ['B', [], 2, undefined],
        [second, [], 2, 1],
        ['C', [], 2, undefined],
      ]);
    },
  );

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

  it('reads icons of signs, marks of titles without a blank, and lettered steps in one line', async () => {
    const text =
      '##上电\n\n![warning](w.png)**WARNING**：先断电。\n\n1. 准备： a. 拆下外壳 b. 拔出插头\n2. Prepare: a. Open it b. Close it\n';
    expect((await read(text)).map(({ kind, text: words, marker, structure }) => [kind, words, marker, structure.list])).toEqual([
      ['heading', '上电', undefined, undefined],
      ['warning', 'WARNING：先断电。', undefined, undefined],
      ['step', '准备：', '1', 2],
      ['step', '拆下外壳', 'a', 2],
      ['step', '拔出插头', 'b', 2],
      ['step', 'Prepare:', '2', 2],
      ['step', 'Open it', 'a', 2],
      ['step', 'Close it', 'b', 2],
    ]);
  });

  it('counts the steps of a box within a step apart from those around', async () => {
    const text = '1. Stop\n2. Lock\n\n   :::warning\n   1. Gloves\n   2. Goggles\n   :::\n\n3. Drain\n\nThen:\n\n1. Open\n';
    expect((await read(text)).map(({ kind, marker, structure }) => [kind, marker, structure.list])).toEqual([
      ['step', '1', 0],
      ['step', '2', 0],
      ['warning', '1', 0],
      ['warning', '2', 0],
      ['step', '3', 0],
      ['paragraph', undefined, undefined],
      ['step', '1', 6],
    ]);
  });

  it('leaves no template marks in a text, and no words of its own', async () => {
    const { passages, chunks } = await readWhole(
      markdownParser,
      await temporaryFile(
        't.md',
        '---\nslug: x-1\nlayout: part\nrev: A\n---\n\n**泵**{:.internal} uses the [[belt clip]] of {{ site.name }} `{:.kept}`.\n',
      ),
    );
    expect(passages.map((passage) => passage.text)).toEqual(['rev: A', '泵 uses the belt clip of  {:.kept}.']);
    expect(chunks.flatMap((chunk) => chunk.excluded.map(({ text }) => text)).sort()).toEqual([
      'layout: part',
      'slug: x-1',
      '{:.internal}',
      '{{ site.name }}',
    ]);
  });

  it('reads bullets of a plain text as items of a list', async () => {
    const passages = await readText('可能原因：\n- 滤网堵塞\n- 阀门未开\n\nOther text.\n');
    expect(lists(passages)).toEqual([
      ['可能原因：', undefined, undefined, undefined],
      ['滤网堵塞', 1, 1, '可能原因：'],
      ['阀门未开', 1, 1, '可能原因：'],
      ['Other text.', undefined, undefined, undefined],
    ]);
  });

  it.each(['. ', ') ', '、'])('reads a procedure of 300 loose steps as one list (1%s)', async (stop) => {
    const passages = await readText(Array.from({ length: 300 }, (_, index) => `${index + 1}${stop}打开阀门`).join('\n'));
    expect(passages).toHaveLength(300);
    expect(passages.at(-1)).toMatchObject({ marker: '300', structure: { list: 0, level: 1 } });
    expect(new Set(passages.map(({ structure }) => structure.list))).toEqual(new Set([0]));
  });
});
