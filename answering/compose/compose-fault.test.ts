import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const COLUMNS = ['Symptom', 'Possible cause', 'What to do'] as const;

function table(headings: readonly string[], columns: readonly string[], ...rows: readonly (readonly string[])[]): TestDocument['lines'] {
  const roles = ['symptom', 'cause', 'remedy'] as const;
  return rows.map((cells) => ({
    kind: 'table-row',
    headings,
    row: cells.map((words, at) => [columns[at] ?? '', roles[at], words] as const),
    ...(cells[0] === '' ? { labels: [{ text: rows[0]?.[0] ?? '', column: columns[0] ?? '' }] } : {}),
  }));
}

const PLANT: readonly TestDocument[] = [
  {
    title: 'Manual',
    lines: table(
      ['Fault finding'],
      COLUMNS,
      ['Strainer clogs within days', 'Corrosion products in the loop', 'Flush the loop'],
      ['', 'Rags left in the pipes', 'Open and clean the header'],
      ['', 'Make-up water filter damaged', 'Replace the filter'],
    ),
  },
  {
    title: '手册',
    lines: table(
      ['故障处理'],
      ['故障现象', '原因', '处理措施'],
      ['排水口数天内即堵塞', '回路中有腐蚀产物', '冲洗回路'],
      ['', '管内遗留碎布', '清理总管'],
      ['', '过滤器破损', '更换过滤器'],
    ),
  },
];

async function claimsOf(document: TestDocument | undefined, question: string): Promise<readonly string[]> {
  const content = (
    await answerQuestion(evidenceOf(document === undefined ? [] : [document]), ACCESS, { question }, new AbortController().signal)
  ).content;
  expect(content.decision).toBe('answered');
  return content.claims.map(({ text }) => text);
}

describe('a symptom that a row of one of its causes brings', () => {
  it.each([
    [0, 'Why does the filter clog with make-up water?', ['Corrosion products', 'Rags', 'filter damaged']],
    [1, '过滤器为什么数天内堵塞？', ['腐蚀产物', '碎布', '过滤器破损']],
  ])('is answered with all of its causes: %#', async (place, question, causes) => {
    const claims = await claimsOf(PLANT[place], question);
    expect(claims).toHaveLength(causes.length);
    for (const [at, cause] of causes.entries()) expect(claims[at]).toContain(cause);
  });
});

describe('a cause that the question names', () => {
  const valves: readonly TestDocument[] = [
    {
      title: 'Manual',
      lines: table(
        ['Fault finding'],
        COLUMNS,
        ['Flow too low', 'Suction strainer partly blocked', 'Clean the strainer basket'],
        ['', 'Relief valve does not close', 'Replace the relief valve'],
        ['', 'Impeller worn', 'Replace the impeller'],
      ),
    },
    {
      title: '手册',
      lines: table(
        ['故障处理'],
        ['故障现象', '原因', '处理措施'],
        ['流量过低', '入口过滤器堵塞', '清洗滤篮'],
        ['', '安全阀不能关闭', '更换安全阀'],
        ['', '叶轮磨损', '更换叶轮'],
      ),
    },
  ];
  const decide = async (place: number, question: string) =>
    (await answerQuestion(evidenceOf(valves.slice(place, place + 1)), ACCESS, { question }, new AbortController().signal)).content;

  it.each([
    [0, 'What do I do about "suction strainer partly blocked" when the flow is too low?', 'Clean the strainer basket'],
    [0, 'What do I do about "relief valve does not close" when the flow is too low?', 'Replace the relief valve'],
    [1, '流量过低，发现入口过滤器堵塞，怎么处理？', '清洗滤篮'],
    [1, '流量过低，发现安全阀不能关闭，怎么处理？', '更换安全阀'],
  ])('is answered with its own remedy: %# %s', async (place, question, remedy) => {
    const { decision, claims } = await decide(place, question);
    expect([decision, claims.length]).toEqual(['answered', 1]);
    expect(claims[0]?.text).toContain(remedy);
  });

  it.each([
    [0, 'What do I do about "discharge strainer partly blocked" when the flow is too low?'],
    [0, 'What do I do about "relief valve does not open" when the flow is too low?'],
    [1, '流量过低，发现出口过滤器堵塞，怎么处理？'],
    [1, '流量过低，发现安全阀不能打开，怎么处理？'],
  ])('is not answered with the remedy of its opposite, nor with those of other causes: %# %s', async (place, question) => {
    expect((await decide(place, question)).decision).not.toBe('answered');
  });
});
