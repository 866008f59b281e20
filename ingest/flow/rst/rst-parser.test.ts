import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromEveryChunk, readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { rstParser } from './rst-parser.ts';

const readRst = async (text: string) => readWhole(rstParser, await temporaryFile('manual.rst', text));
const outline = async (text: string) =>
  (await readRst(text)).passages.map(({ kind, text: words, marker }) => [kind, words, ...(marker === undefined ? [] : [marker])]);
const leftOut = async (text: string) =>
  (await readRst(text)).chunks.flatMap((chunk) => chunk.excluded).map(({ reason, text: words }) => [reason, words]);

describe('rstParser', () => {
  it('takes the level of a heading from the order in which its underline first came', async () => {
    const text =
      '=====\nManual\n=====\n\n:Revision: C\n\nPumps\n-----\n\nSeal\n~~~~\n\n检查泄漏。\n\nFans\n----\n\nCheck.\n\n--------\n\n====\n维护\n====\n\n完。\n';
    const { passages, survey } = await readRst(text);
    expect(passages.map((passage) => [passage.kind, passage.text, passage.headings])).toEqual([
      ['heading', 'Manual', []],
      ['table-row', 'Revision: C', ['Manual']],
      ['heading', 'Pumps', ['Manual']],
      ['heading', 'Seal', ['Manual', 'Pumps']],
      ['paragraph', '检查泄漏。', ['Manual', 'Pumps', 'Seal']],
      ['heading', 'Fans', ['Manual']],
      ['paragraph', 'Check.', ['Manual', 'Fans']],
      ['heading', '维护', []],
      ['paragraph', '完。', ['维护']],
    ]);
    expect(survey.properties).toMatchObject({ title: 'Manual', revision: 'C' });
    expect(passages.at(-1)?.anchors).toEqual([{ kind: 'block', path: 'section/5/paragraph/1', start: 0, end: 2 }]);
  });

  it.each([
    ['en', 'Look at these:', 'oil level', 'bearing', 'a line of prose\n- 5 bar'],
    ['zh', '检查以下各项：', '油位', '轴承', '一行文字\n- 5 bar'],
  ])(
    'reads a list right below the words that introduce it, and no line that begins with a minus (%s)',
    async (_, lead, one, two, prose) => {
      const { passages } = await readRst(`- ${lead}\n  - ${one}\n  - ${two}\n\n${prose}\n`);
      expect(passages.slice(0, 3).map(({ text, structure: { list, level } }) => [text, list, level])).toEqual([
        [lead, 0, 1],
        [one, 0, 2],
        [two, 0, 2],
      ]);
      expect(passages.slice(3).map(({ text }) => text)).toEqual([prose.replace('\n', ' ')]);
    },
  );

  it('keeps formulas and code as they are written', async () => {
    expect(await outline('角度 :math:`\\theta` of :math:`\\text{Flange}` in :code:`C:\\temp`\\.\n')).toEqual([
      ['paragraph', '角度 \\theta of \\text{Flange} in C:\\temp.'],
    ]);
  });

  it('takes a Chinese title for one though its underline is as long as its signs', async () => {
    expect(await outline('固件更新\n====\n\n泵\n==\n\n文\n')).toEqual([
      ['heading', '固件更新'],
      ['heading', '泵'],
      ['paragraph', '文'],
    ]);
  });

  it('reads numbered lists as steps, also those that count by themselves', async () => {
    const text =
      '3. Close the valve\n   and lock it.\n#. 挂牌\n\n   .. warning:: Stored pressure\n\n#. Drain\n\n   a) Open V-2\n   b) Wait\n\n(1) Test\n\nA. Einstein wrote\nthis line.\n';
    expect(await outline(text)).toEqual([
      ['step', 'Close the valve and lock it.', '3'],
      ['step', '挂牌', '4'],
      ['warning', 'Stored pressure'],
      ['step', 'Drain', '5'],
      ['step', 'Open V-2', 'a'],
      ['step', 'Wait', 'b'],
      ['step', 'Test', '1'],
      ['paragraph', 'A. Einstein wrote this line.'],
    ]);
  });

  it.each([
    '.. danger:: 高压电\n\n   - 断电\n',
    '.. warning::\n\n   高压电\n\n   - 断电\n',
    '.. CAUTION::\n   高压电\n\n   1. 断电\n',
    '.. admonition:: 警告\n\n   高压电\n\n   断电\n',
    '.. admonition:: Read this\n   :class: warning\n\n   高压电\n\n   断电\n',
  ])('takes all of an admonition that warns for warnings: %j', async (text) => {
    const read = await outline(`${text}\n平时\n`);
    expect(read.slice(-3).map(([kind, words]) => [kind, words])).toEqual([
      ['warning', '高压电'],
      ['warning', '断电'],
      ['paragraph', '平时'],
    ]);
  });

  it('takes notes, tips and boxes of other names for none', async () => {
    expect(await outline('.. note:: a\n.. tip:: b\n\n.. admonition:: See\n\n   c\n\n.. versionadded:: 2.1 d\n')).toEqual(
      ['a', 'b', 'See', 'c', '2.1 d'].map((text) => ['paragraph', text]),
    );
  });

  const rows = [
    ['E-07', '过热', 'Check cooling'],
    ['E-08', '', 'Reset'],
  ];
  it.each([
    [
      'grid',
      '+------+------+---------------+\n| Code | 原因 | Remedy        |\n+======+======+===============+\n| E-07 | 过热 | Check         |\n|      |      | cooling       |\n+------+------+---------------+\n| E-08 |      | Reset         |\n+------+------+---------------+\n',
    ],
    [
      'simple',
      '====  ====  ======\nCode  原因  Remedy\n====  ====  ======\nE-07  过热  Check\n            cooling\nE-08        Reset\n====  ====  ======\n',
    ],
    [
      'list',
      '.. list-table::\n   :header-rows: 1\n\n   * - Code\n     - 原因\n     - Remedy\n   * - E-07\n     - 过热\n     - Check\n       cooling\n   * - E-08\n     -\n     - Reset\n',
    ],
    ['CSV', '.. csv-table::\n   :header: Code, 原因, Remedy\n\n   E-07, "过热", "Check\n   cooling"\n   E-08,, Reset\n'],
  ])('reads a %s table with its header, each row a passage', async (_, text) => {
    const { passages, conclusion } = await readRst(text);
    expect(passages.map((passage) => passage.kind)).toEqual(['table-row', 'table-row']);
    expect(passages.map((passage) => passage.text)).toEqual(rows.map((row) => row.filter((cell) => cell !== '').join('\t')));
    expect(passages[0]?.cells?.map((cell) => cell.column)).toEqual(['Code', '原因', 'Remedy']);
    expect(conclusion.report.tables).toBe(1);
  });

  it('reads a grid table whose cells span rows and columns', async () => {
    const text = `.. table:: Table 2 Limits

   +-------+---------------+
   | Part  | Limits        |
   |       +-------+-------+
   |       | low   | high  |
   +=======+=======+=======+
   | Pump  | 1 bar | 5 bar |
   |       +-------+-------+
   |       | none          |
   +-------+---------------+
`;
    const { passages } = await readRst(text);
    expect(passages.map((passage) => [passage.kind, passage.text])).toEqual([
      ['caption', 'Table 2 Limits'],
      ['table-row', 'Pump\t1 bar\t5 bar'],
      ['table-row', 'Pump\tnone'],
    ]);
    expect(passages[1]?.cells?.map((cell) => cell.column)).toEqual(['Part', 'Limits low', 'Limits high']);
    expect(passages[1]?.structure.leadIn).toEqual({ order: 0, text: 'Table 2 Limits' });
  });

  it('reads definitions, fields, options, line blocks, quotations, footnotes and listings', async () => {
    const text =
      'NPSH\n  Net positive\n  suction head\n\n:Site: North\n\n-v, --verbose  Say more\n\n| P-101\n| 泵房\n\n  Quoted.\n\nRun::\n\n  make  all\n\n.. code-block:: c\n   :caption: Listing\n\n   int x;\n     y;\n\n.. [1] See P-102.\n\n>>> open()\n1\n';
    expect(await outline(text)).toEqual([
      ['definition', 'NPSH\nNet positive suction head'],
      ['table-row', 'Site: North'],
      ['definition', '-v, --verbose\nSay more'],
      ['paragraph', 'P-101\n泵房'],
      ['paragraph', 'Quoted.'],
      ['paragraph', 'Run:'],
      ['paragraph', 'make  all'],
      ['paragraph', 'Listing'],
      ['paragraph', 'int x;\n  y;'],
      ['paragraph', '[1] See P-102.'],
      ['paragraph', '>>> open()\n1'],
    ]);
  });

  it('reads what figures and pictures say', async () => {
    const text =
      '.. figure:: a.png\n   :alt: pump drawing\n\n   图 3 密封腔\n\n   Seen from the left.\n\n.. image:: b.png\n   :alt: rotor\n';
    expect(await outline(text)).toEqual([
      ['caption', 'pump drawing'],
      ['caption', '图 3 密封腔'],
      ['paragraph', 'Seen from the left.'],
      ['caption', 'rotor'],
    ]);
  });

  it('shows inline markup as a reader sees it', async () => {
    const text = `|product| needs **10** *bar*, ${'``a*b``'}, :kbd:\`F1\`, see :ref:\`the valve <v-2>\`, \`site <https://x.example>\`__, maker_, [1]_,
10\\ :sup:\`3\` m, 2*3*4, file_name_, \\*literal\\*, :download:\`log<x.zip>\` and |unknown|.

.. |product| replace:: 泵 P-101
.. _maker: https://x.example
`;
    expect(await outline(text)).toEqual([
      [
        'paragraph',
        '泵 P-101 needs 10 bar, a*b, F1, see the valve, site, maker, [1], 10³ m, 2*3*4, file_name_, *literal*, log and |unknown|.',
      ],
    ]);
  });

  it('lists comments, includes and what is for another program as excluded, and warns of what it does not follow', async () => {
    const text =
      '.. draft only\n   second line\n\n.. include:: ../secret.rst\n\n.. csv-table:: T\n   :file: data.csv\n\n.. raw:: html\n\n   <b>x</b>\n\n.. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\n.. youtube:: abc123\n\nText\n';
    expect(await leftOut(text)).toEqual([
      ['comment', 'draft only\nsecond line'],
      ['include', '../secret.rst'],
      ['include', 'T'],
      ['markup', 'html\n<b>x</b>'],
      ['contents-list', 'toctree\na\nb'],
      ['markup', 'abc123'],
    ]);
    const { conclusion } = await readRst(text);
    expect(conclusion.report.warnings).toEqual([
      'The document includes "../secret.rst", which is not followed; send that file itself.',
      'The document includes "data.csv", which is not followed; send that file itself.',
    ]);
    expect(await outline(text)).toEqual([['paragraph', 'Text']]);
  });

  it('survives nesting of any depth without losing the words', async () => {
    const text = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- level${depth}`).join('\n\n');
    const { passages } = await readRst(text);
    const words = passages.map((passage) => passage.text).join(' ');
    for (const depth of [0, 99, 150, 399]) expect(words).toMatch(new RegExp(`level${depth}\\b`));
  });

  it('puts every run into one passage or lists it as excluded', async () => {
    let count = 0;
    const word = fc.constantFrom('pump', '泵').map((stem) => {
      count += 1;
      return `${stem}${count}x`;
    });
    const indent = (text: string) => text.replace(/^(?=.)/gm, '   ');
    const { body } = fc.letrec<{ body: string }>((tie) => ({
      body: fc
        .array(
          fc.oneof(
            { depthSize: 'small' },
            fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('\n')),
            word.map((text) => `${text}\n${'='.repeat(30)}`),
            word.map((text) => `.. ${text}`),
            word.map((text) => `:name: ${text}`),
            fc
              .tuple(word, word)
              .map(([a, b]) => `===== =====\n${a} ${b}\n===== =====`.replace(/=====/g, '='.repeat(9)).replace(' ', '   ')),
            fc
              .tuple(
                fc.constantFrom('- ', '#. ', '.. note:: ', '.. raw:: html\n\n', '.. unknown::\n\n', '.. list-table::\n\n   * - '),
                word,
              )
              .map(([mark, text]) => mark + (mark.endsWith('\n') ? indent(text) : text)),
            fc
              .tuple(fc.constantFrom('1. ', '* ', 'term', '.. warning::\n', '.. topic:: Title\n', '..', 'Shown::\n'), tie('body'))
              .map(([mark, inner]) => `${mark}\n${indent(inner)}`),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((parts) => parts.join('\n\n')),
    }));
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const { passages, chunks } = await readRst(text);
        const found = [...passages, ...chunks.flatMap((chunk) => chunk.excluded)].flatMap(
          (one) => one.text.match(/(?:pump|泵)\d+x/g) ?? [],
        );
        expect(found.sort()).toEqual((text.match(/(?:pump|泵)\d+x/g) ?? []).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('goes on after any chunk as if never stopped', async () => {
    const part = (index: number) => `第${index}节\n=====\n\nCheck P-${index}.\n\n.. comment ${index}\n\n1. 断电\n2. Lock out.\n\n`;
    const path = await temporaryFile('long.rst', Array.from({ length: 300 }, (_, index) => part(index)).join(''));
    const readings = await readFromEveryChunk(rstParser, path);
    expect(readings.length).toBeGreaterThan(5);
    for (const { rest, expected } of readings) expect(rest).toEqual(expected);
  });
});
