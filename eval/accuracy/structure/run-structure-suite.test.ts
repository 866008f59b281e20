import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportStructure } from './report-structure.ts';
import { runStructureSuite } from './run-structure-suite.ts';
import { parseStructureUnits, type StructureUnit } from './structure-unit.ts';
import { textMark } from './text-mark.ts';

const ZH = `# 水泵

## 检查
检查前先停机。

按顺序检查：

1. 看油位
2. 听轴承

   轴承发响时更换。
3. 摸机壳

| 部位 | 限值 |
|---|---|
| 轴承 | 75 ℃ |
| 机壳 | 60 ℃ |

## 结束
记录结果。
`;
const EN = `# Pump

## Inspection
Stop the pump before you inspect it.

**Points to look at**

- Oil level
- Bearing
- Casing

## End
Write down what you found.
`;

const marks = (...texts: readonly string[]): string[] => texts.map((text) => textMark(text));
const LIST: StructureUnit = {
  id: 'zh-list',
  file: 'own/pump-zh.md',
  group: 'md',
  form: 'as it is',
  kind: 'list',
  extent: 'whole',
  language: 'zh',
  lines: [8, 12],
  first: [textMark('看油位')],
  last: [textMark('摸机壳')],
  after: marks('轴承 | 75 ℃'),
  elements: [3, 3],
  headings: [marks('水泵', '检查')],
  leadIn: [textMark('按顺序检查：')],
  header: [[]],
};
const TABLE: StructureUnit = {
  ...LIST,
  id: 'zh-table',
  kind: 'table',
  lines: [14, 17],
  first: [textMark('轴承 | 75 ℃')],
  last: [textMark('机壳 | 60 ℃')],
  after: marks('结束'),
  elements: [2, 2],
  leadIn: [null],
  header: [marks('部位', '限值')],
};
const SECTION: StructureUnit = {
  ...LIST,
  id: 'zh-section',
  kind: 'section',
  lines: [3, 17],
  first: [textMark('检查前先停机。')],
  last: TABLE.last,
  after: marks('结束'),
  elements: [8, 8],
  leadIn: [null],
};
const ENGLISH: StructureUnit = {
  ...LIST,
  id: 'en-list',
  file: 'own/pump-en.md',
  language: 'en',
  lines: [6, 10],
  first: [textMark('Oil level')],
  last: [textMark('Casing')],
  after: marks('End'),
  headings: [marks('Pump', 'Inspection')],
  leadIn: [textMark('Points to look at')],
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-structure-test-'));
  await mkdir(join(folder, 'own'));
  await writeFile(join(folder, 'own/pump-zh.md'), ZH);
  await writeFile(join(folder, 'own/pump-en.md'), EN);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function judged(...units: readonly StructureUnit[]) {
  const results = await runStructureSuite(folder, units, () => undefined, new AbortController().signal);
  return results.map(({ unit, verdict, differences }) => [unit.id, verdict, ...differences]);
}

describe('the structure suite', () => {
  it('finds a list, a table and a section right in Markdown, HTML and Word, in Chinese and English', async () => {
    const units = [LIST, TABLE, SECTION, ENGLISH].flatMap((unit) =>
      (['as it is', 'html', 'docx'] as const).map((form) => ({ ...unit, id: `${unit.id} ${form}`, form })),
    );
    expect(await judged(...units)).toEqual(units.map(({ id }) => [id, 'right']));
  });

  it('takes a line in bold above a list as its lead-in or as the title of a section', async () => {
    const [bold, titled] = ['own/bold.md', 'own/titled.md'];
    await writeFile(join(folder, bold), EN);
    await writeFile(join(folder, titled), EN.replace('**Points to look at**', '### Points to look at'));
    expect(await judged({ ...ENGLISH, file: bold }, { ...ENGLISH, file: titled })).toEqual([
      ['en-list', 'right'],
      ['en-list', 'right'],
    ]);
  });

  it('takes a chain with some of the titles that may stand before, if a reader named it with all and with none of them', async () => {
    const [none, all] = [marks('检查'), marks('手册', '水泵', '检查')];
    const verdicts = await judged({ ...LIST, headings: [none, all] }, { ...LIST, headings: [all] }, { ...LIST, headings: [none] });
    expect(verdicts.map(([, verdict]) => verdict)).toEqual(['right', 'wrong', 'wrong']);
  });

  it('takes a step that is set as a title for a section, and for a title above what stands in it', async () => {
    const file = 'own/steps.md';
    const table = '| 部位 | 限值 |\n|---|---|\n| 轴承 | 75 ℃ |\n| 机壳 | 60 ℃ |\n';
    await writeFile(join(folder, file), `# 零件\n\n见下。\n\n# 步骤 1：松开\n\n先停机。\n\n# 步骤 2：张紧\n\n${table}`);
    const [parts, first, second] = [marks('零件'), marks('步骤 1：松开'), marks('步骤 2：张紧')];
    const own: StructureUnit = { ...SECTION, file, extent: 'own', elements: [1, 1] };
    const units: readonly StructureUnit[] = [
      { ...own, id: 'before', lines: [1, 3], first: marks('见下。'), last: marks('见下。'), after: first, headings: [parts] },
      { ...own, id: 'step', lines: [5, 7], first: marks('先停机。'), last: marks('先停机。'), after: second, headings: [first] },
      { ...TABLE, id: 'inside', file, lines: [9, 14], after: [null], headings: [second] },
    ];
    expect(await judged(...units)).toEqual(units.map(({ id }) => [id, 'right']));
  });

  it('says of what differs what the product has', async () => {
    const wrong: readonly (readonly [Partial<StructureUnit>, string])[] = [
      [{ last: [textMark('听轴承')] }, 'last: step "摸机壳"'],
      [{ after: [null] }, 'after: table-row "轴承\t75 ℃"'],
      [{ elements: [4, 5] }, 'elements: 3 instead of 4 to 5'],
      [{ headings: [marks('检查')] }, 'headings: 水泵 > 检查'],
      [{ leadIn: [null] }, 'lead-in: 按顺序检查：'],
      [{ lines: [8, 9] }, 'order: "摸机壳" is not in these lines'],
      [{ first: [textMark('看别处')], last: [textMark('听别处')] }, 'no such list (the document: visible)'],
    ];
    for (const [change, difference] of wrong) expect(await judged({ ...LIST, ...change })).toEqual([['zh-list', 'wrong', difference]]);
    expect(await judged({ ...TABLE, header: [marks('限值', '部位')] })).toEqual([['zh-table', 'wrong', 'header: 部位 | 限值']]);
  });

  it('says which files are not there, and counts the groups', async () => {
    const units = [LIST, { ...LIST, file: 'own/none.md' }];
    expect(await judged(...units)).toEqual([
      ['zh-list', 'right'],
      ['zh-list', 'absent'],
    ]);
    const report = await runStructureSuite(folder, units, () => undefined, new AbortController().signal);
    expect(reportStructure(report)).toMatch(/^all +2 +1 +1 +0 +0 +0$/m);
  });
});

describe('the sample of the public sets', () => {
  it('holds 48 units with marks in place of texts', async () => {
    const units = parseStructureUnits(await readFile('datasets/structure-sample/units.jsonl', 'utf8'));
    expect(units.length).toBe(48);
    expect(new Set(units.map(({ id }) => id)).size).toBe(48);
    expect(() => parseStructureUnits('{"id":"u01","first":"a text"}')).toThrow(/Line 1/);
  });
});
