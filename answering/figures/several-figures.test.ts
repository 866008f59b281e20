import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });
const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });

const order = (id: string, asset: string, day: string, words: string, cost: number | undefined, cause: string): TestRow => ({
  kind: 'work-order',
  columns: {
    'order-number': text(id),
    date: date(day),
    asset: text(asset),
    text: text(words),
    cause: text(cause),
    ...(cost === undefined ? {} : { cost: number(cost) }),
  },
});

const evidence = evidenceOf(
  [],
  [
    order('4001', 'Mixer 1', '2021-02-03', 'seal leaking at the shaft', 100, 'wear'),
    order('4002', 'Mixer 1', '2021-05-06', 'belt torn', 0, 'wear'),
    order('4003', 'Mixer 2', '2022-01-01', 'seal leaking, belt torn', 300, 'ageing'),
    order('4004', 'Mixer 2', '2022-07-08', 'oil level low', undefined, 'lack of oil'),
    order('4005', 'Mixer 3', '2022-09-10', 'oil level low again', 50, 'wear'),
  ],
);
const ask = async (question: string) => (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
const figures = async (question: string) =>
  (await ask(question)).claims.flatMap((claim) => (claim.computed === undefined ? [] : [claim.computed.rows]));

describe('a question for several figures', () => {
  it.each<[string, unknown]>([
    ['Compare the number of work orders in 2021 and 2022', [[[2]], [[3]]]],
    ['2021年和2022年相比，工单数各多少？', [[[2]], [[3]]]],
    ['What percentage of the work orders mention "oil"?', [[[2]], [[5]]]],
    ['提到“oil”的工单占全部工单的百分之几？', [[[2]], [[5]]]],
  ])('has one claim for each: %s', async (question, expected) => {
    expect(await figures(question)).toEqual(expected);
  });

  it('says a share with what it is of', async () => {
    expect((await ask('What percentage of the work orders mention "oil"?')).claims[0]?.text).toBe(
      '40 % (2 of 5 work orders) (text with “oil”)',
    );
  });

  it('tells the first and the last time, with the rows of them', async () => {
    const { claims } = await ask('Mixer 2 的第一张和最后一张工单分别是哪一天？');
    expect(claims.filter(({ kind }) => kind === 'computed').map((claim) => claim.text)).toEqual([
      expect.stringContaining('2022-01-01'),
      expect.stringContaining('2022-07-08'),
    ]);
  });

  it('lists the rows, with their count', async () => {
    const { claims } = await ask('列出费用超过60的工单号。');
    expect(claims[0]?.computed?.rows).toEqual([[2]]);
    expect(claims.slice(1).map((claim) => /400\d/.exec(claim.text)?.[0])).toEqual(['4003', '4001']);
  });
});

describe('a figure that no word of asking gives away', () => {
  it.each<[string, unknown]>([
    ['Work orders with "seal" but without "belt": how many?', [[1]]],
    ['How many work orders between 2021-05-06 and 2022-01-01?', [[2]]],
    [
      'Top two causes, blanks left out?',
      [
        ['wear', 3],
        ['ageing', 1],
        ['lack of oil', 1],
      ],
    ],
    [
      '费用最高的两台设备？',
      [
        ['Mixer 2', 300],
        ['Mixer 1', 100],
      ],
    ],
    ['How many work orders have no cost?', [[1]]],
    ['费用大于0且低于100的工单有多少张？', [[1]]],
    ['How many work orders mention "gear"?', [[0]]],
  ])('is that of its conditions: %s', async (question, expected) => {
    expect((await ask(question)).claims[0]?.computed?.rows).toEqual(expected);
  });

  it.each([
    'What percentage of the corrective work orders mention "oil" on Mixer 2 and cost?',
    'How many more work orders than jobs of the night?',
    'List the overdue work orders of Mixer 1.',
  ])('is not given with a word over: %s', async (question) => {
    expect((await ask(question)).claims.some(({ kind }) => kind === 'computed')).toBe(false);
  });
});
