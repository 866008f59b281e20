import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { markdownParser } from './markdown-parser.ts';

const readMarkdown = async (text: string) => readWhole(markdownParser, await temporaryFile('manual.md', text));
const outline = async (text: string) =>
  (await readMarkdown(text)).passages.map(({ kind, text: words, marker }) => [kind, words, ...(marker ? [marker] : [])]);

describe('markdownParser', () => {
  it('reads headings, steps with their numbers and warnings, zh and en', async () => {
    const text = '# 密封更换\n\n**警告**：必须上锁挂牌。\n\n3. 关闭阀门\n4. 拆下联轴器\n\n## Checks\n\n- Check the level\n';
    expect(await outline(text)).toEqual([
      ['heading', '密封更换'],
      ['warning', '警告：必须上锁挂牌。'],
      ['step', '关闭阀门', '3'],
      ['step', '拆下联轴器', '4'],
      ['heading', 'Checks'],
      ['paragraph', 'Check the level'],
    ]);
  });

  it('takes the tildes of struck text as marks', async () => {
    expect(await outline('~~模板名太长~~\n\nThe ~~old~~ name, ~5 °C\n')).toEqual([
      ['paragraph', '模板名太长'],
      ['paragraph', 'The old name, ~5 °C'],
    ]);
  });

  it('keeps the titles of the enclosing sections and names each block by its place', async () => {
    const { passages } = await readMarkdown('# A\n\n## B\n\none\n\ntwo\n\n# C\n\nthree\n');
    expect(passages.filter((passage) => passage.kind === 'paragraph').map((passage) => [passage.headings, passage.anchors[0]])).toEqual([
      [['A', 'B'], { kind: 'block', path: 'section/2/paragraph/1', start: 0, end: 3 }],
      [['A', 'B'], { kind: 'block', path: 'section/2/paragraph/2', start: 0, end: 3 }],
      [['C'], { kind: 'block', path: 'section/3/paragraph/1', start: 0, end: 5 }],
    ]);
  });

  it('makes of each table row a passage whose cells know their column', async () => {
    const { passages, conclusion } = await readMarkdown(
      '表 2 报警代码\n\n| 报警代码 | 原因 | 处理 |\n|---|---|---|\n| E-07 | 过热 | 检查冷却 |\n| E-08 | | 复位 |\n',
    );
    const [row, sparse] = passages.filter((passage) => passage.kind === 'table-row');
    expect(row?.text).toBe('E-07\t过热\t检查冷却');
    expect(row?.structure).toEqual({ table: 1, leadIn: { order: 0, text: '表 2 报警代码' } });
    expect(row?.cells?.map((cell) => [cell.column, cell.role])).toEqual([
      ['报警代码', 'alarm-code'],
      ['原因', 'cause'],
      ['处理', 'remedy'],
    ]);
    expect(sparse?.cells?.map((cell) => cell.column)).toEqual(['报警代码', '处理']);
    expect(conclusion.report.tables).toBe(1);
  });

  it('takes containers and alerts that warn for warnings', async () => {
    expect(await outline(':::warning 高压\n勿触摸端子\n:::\n\n平时\n\n> [!CAUTION]\n> Hot surface\n')).toEqual([
      ['warning', '高压'],
      ['warning', '勿触摸端子'],
      ['paragraph', '平时'],
      ['warning', 'Hot surface'],
    ]);
  });

  it.each([
    ['GitHub', '> [!WARNING]\n> Hot surface\n>\n> - Wait 10 min\n\nafter\n'],
    ['MkDocs', '!!! danger "Hot surface"\n\n    - Wait 10 min\n\nafter\n'],
    ['MkDocs, folded, in a list', '1. Stop\n\n    ??? warning\n        Hot surface\n\n        - Wait 10 min\n\nafter\n'],
    ['VuePress', '::: danger Hot surface\n- Wait 10 min\n:::\n\nafter\n'],
    ['Docusaurus', ':::caution[Hot surface]\n\n- Wait 10 min\n\n:::\n\nafter\n'],
    ['MyST', ':::{warning} Hot surface\n- Wait 10 min\n:::\n\nafter\n'],
    ['MyST, fenced', '```{danger} Hot surface\n- Wait 10 min\n```\n\nafter\n'],
    ['kramdown', '{: .warning }\nHot surface\n- Wait 10 min\n\nafter\n'],
    ['Liquid with a type', '{%\ninclude callout.html\ntype="danger"\ntitle="Hot surface"\ncontent="- Wait 10 min"\n%}\n\nafter\n'],
    ['Liquid with a path', '{% include callout/warning.html title="Hot surface" content="- Wait 10 min" %}\n\nafter\n'],
    ['HTML', '<div class="alert alert-warning"><p>Hot surface</p><ul><li>Wait 10 min</li></ul></div>\n\nafter\n'],
  ])('reads the warnings of %s', async (_, text) => {
    const read = await outline(text);
    expect(read.filter(([kind]) => kind === 'warning')).toEqual([
      ['warning', 'Hot surface'],
      ['warning', 'Wait 10 min'],
    ]);
    expect(read.at(-1)).toEqual(['paragraph', 'after']);
  });

  it.each([
    '> [!NOTE]\n> 备件在四号库\n',
    '!!! tip "备件在四号库"\n',
    '::: tip\n备件在四号库\n:::\n',
    '{% include callout.html type="success" title="备件在四号库" %}\n',
  ])('takes a note for none: %j', async (text) => {
    expect(await outline(text)).toEqual([['paragraph', '备件在四号库']]);
  });

  it('goes back to the outer container where an inner one ends', async () => {
    const text = ':::: 警告\n断电\n::: tip\n备件\n:::\n挂牌\n::::\n\n之后\n';
    expect((await outline(text)).map(([kind]) => kind)).toEqual(['warning', 'paragraph', 'warning', 'paragraph']);
  });

  it('lists template tags that say nothing, and leaves quoted ones alone', async () => {
    const { passages, chunks } = await readMarkdown('{% include youtube.html id="x" %}\n\nWrite `{% raw %}` first.\n\n!!! no admonition\n');
    expect(passages.map((passage) => passage.text)).toEqual(['Write {% raw %} first.', '!!! no admonition']);
    expect(chunks.flatMap((chunk) => chunk.excluded)).toMatchObject([{ reason: 'markup', text: '{% include youtube.html id="x" %}' }]);
  });

  it('reads embedded HTML and drops its comments, and keeps what images say', async () => {
    const text =
      '<!-- draft -->\n\n<table><tr><th>Part</th><th>Qty</th></tr><tr><td rowspan="2">Seal</td><td>2</td></tr><tr><td>3</td></tr></table>\n\n![pump drawing](p.png)\n';
    expect(await outline(text)).toEqual([
      ['table-row', 'Seal\t2'],
      ['table-row', 'Seal\t3'],
      ['caption', 'pump drawing'],
    ]);
  });

  it('reads title, number and revision that the document states', async () => {
    const { survey } = await readMarkdown('---\ntitle: "离心泵手册"\n---\n\n# 说明\n\n文件编号：WI-PM-0042 版本：V2.1\n');
    expect(survey.properties).toMatchObject({ title: '离心泵手册', documentNumber: 'WI-PM-0042', revision: 'V2.1', language: 'zh' });
  });

  it('lists a table of contents as excluded instead of reading it as steps', async () => {
    const { passages, chunks } = await readMarkdown('1. [Start](#start)\n2. [Stop](#stop)\n\n# Start\n');
    expect(passages.map((passage) => passage.kind)).toEqual(['heading']);
    expect(chunks[0]?.excluded).toMatchObject([{ reason: 'contents-list' }]);
  });

  it.each([
    ['quotations', `${'> '.repeat(20_000)}deep\n`],
    ['lists on one line', `${'- '.repeat(20_000)}deep\n`],
    [
      'lists',
      Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- level${level}`)
        .join('\n')
        .concat(' deep\n'),
    ],
  ])('survives %s nested to any depth without losing the words', async (_, text) => {
    const { passages } = await readMarkdown(text);
    const words = passages.map((passage) => passage.text).join(' ');
    expect(words).toContain('deep');
    for (const level of text.match(/level\d+/g) ?? []) expect(words).toContain(level);
  });

  it('cuts a paragraph of extreme length into passages that hold all of it', async () => {
    const { passages } = await readMarkdown(`${'泵运行正常。'.repeat(2_000)}\n`);
    expect(passages.length).toBeGreaterThan(5);
    expect(passages.map((passage) => passage.text).join('')).toBe('泵运行正常。'.repeat(2_000));
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length);
  });

  it('reads nested statements and lists of a front matter as fields under their group', async () => {
    const { passages } = await readMarkdown('---\ntitle: 灯带\nspecs:\n  长度: 1.2 m\n  colors:\n    - 黑色\n    - "red"\ncount: 2\n---\n');
    expect(passages.map(({ text, structure }) => [text, structure.table, structure.leadIn?.text])).toEqual([
      ['长度: 1.2 m', 0, 'specs'],
      ['colors: 黑色, red', 0, 'specs'],
      ['count: 2', 2, undefined],
    ]);
  });

  it('reads many titles of steps and statements of many lines', async () => {
    const steps = Array.from({ length: 900 }, (_, index) => `## Step ${index + 1}: go`).join('\n\n');
    const { passages } = await readMarkdown(`---\nnote: a\n${'  more words\n'.repeat(20_000)}---\n\n${steps}\n\n### below\n`);
    expect(passages.filter((passage) => passage.kind === 'heading')).toHaveLength(901);
  });
});
