import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });
const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });

type Row = readonly [asset: string, day: string, type: string, cause: string, person: string, cost: number, hours: number];
const ROWS: readonly Row[] = [
  ['P-101', '2021-01-05', 'Breakdown', 'wear', 'Novak', 100, 2],
  ['P-101', '2021-02-05', 'Breakdown', 'wear', 'Silva', 300, 4],
  ['P-101', '2022-02-10', 'Planned service', '', 'Silva', 50, 0],
  ['P-102', '2021-03-05', 'Breakdown', 'dirt', 'Silva', 900, 1],
  ['P-102', '2022-03-09', 'Planned service', '', 'Novak', 150, 0],
  ['K-300', '2022-04-05', 'Breakdown', 'dirt', 'Silva', 500, 12],
];
const row = ([asset, day, type, cause, person, cost, hours]: Row): TestRow => ({
  kind: 'work-order',
  columns: {
    asset: text(asset),
    date: date(day),
    'work-type': text(type),
    person: text(person),
    cost: number(cost),
    duration: number(hours),
    ...(cause === '' ? {} : { cause: text(cause) }),
  },
});
const evidence = evidenceOf([], ROWS.map(row));
const ask = async (question: string) => (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;

describe('a ranking', () => {
  it.each<[string, readonly unknown[][]]>([
    ['Which asset has the most breakdowns?', [['P-101', 2]]],
    ['哪台设备的故障维修次数最多？', [['P-101', 2]]],
    [
      'What are the two costliest assets?',
      [
        ['P-102', 1050],
        ['K-300', 500],
      ],
    ],
    [
      'Which two machines cost the most?',
      [
        ['P-102', 1050],
        ['K-300', 500],
      ],
    ],
    [
      '费用最高的两台设备及金额？',
      [
        ['P-102', 1050],
        ['K-300', 500],
      ],
    ],
    [
      '费用排前两名的设备是哪些，各多少元？',
      [
        ['P-102', 1050],
        ['K-300', 500],
      ],
    ],
    ['Which asset had the longest downtime overall?', [['K-300', 12]]],
    ['累计停机时间最长的设备是哪台？', [['K-300', 12]]],
    [
      'Rank the causes by number of orders.',
      [
        ['dirt', 2],
        ['wear', 2],
      ],
    ],
    ['Which cause has the highest average downtime?', [['dirt', 6.5]]],
    ['哪种原因的平均停机时间最长？', [['dirt', 6.5]]],
    [
      '排名前两位的原因？空白不算。',
      [
        ['dirt', 2],
        ['wear', 2],
      ],
    ],
    ['Who handled the most orders?', [['Silva', 4]]],
    ['谁处理的工单最多？', [['Silva', 4]]],
    ['In which year was the total cost greatest?', [['2021', 1300]]],
    ['哪一年的费用最高？', [['2021', 1300]]],
    [
      'Which two months had the highest cost?',
      [
        ['2021-03', 900],
        ['2022-04', 500],
      ],
    ],
    [
      '费用最高的是哪两个月？',
      [
        ['2021-03', 900],
        ['2022-04', 500],
      ],
    ],
    ['Which asset has the lowest total cost?', [['P-101', 450]]],
    ['Which assets have more than 2 orders?', [['P-101', 3]]],
    ['For the orders that do not mention wear, which asset has the highest cost?', [['P-102', 1050]]],
    ['没有提到wear的工单中哪台设备的费用最高？', [['P-102', 1050]]],
    ['没有提到wear的工单中费用最高的设备是哪台？', [['P-102', 1050]]],
    ['工单次数超过2次的设备有哪些？', [['P-101', 3]]],
    ['What was the longest single downtime and on which asset?', [[12]]],
    ['单次停机时间最长的是哪台设备？', [[12]]],
  ])('is read from its words: %s', async (question, expected) => {
    const content = await ask(question);
    expect(content.claims[0]?.computed?.rows ?? content.missing).toEqual(expected);
  });

  it.each([
    'Which asset has the highest?',
    'Which shift has the most orders?',
    'Which asset has the most orders at weekends?',
    'On which asset is the share of breakdowns highest?',
    '哪个班组的工单最多？',
  ])('is refused where a word says nothing of the rows: %s', async (question) => {
    expect((await ask(question)).decision).not.toBe('answered');
  });
});

describe('a ranking of rows', () => {
  it.each<[string, number, readonly string[]]>([
    ['What are the three costliest orders?', 900, ['900', '500', '300']],
    ['What are the two longest downtimes?', 12, ['12', '4']],
    ['费用最高的三张工单是哪些？', 900, ['900', '500', '300']],
    ['停机时间最长的前两条记录？', 12, ['12', '4']],
    ['What are the two cheapest orders of 2021?', 100, ['100', '300']],
  ])('tells as many rows as are asked for, the first ones first: %s', async (question, most, cells) => {
    const { claims, missing } = await ask(question);
    expect(claims[0]?.computed?.rows ?? missing).toEqual([[most]]);
    const rows = claims.slice(1).map(({ text }) => text);
    expect(rows.map((one, at) => one.includes(cells[at] ?? 'no more'))).toEqual(cells.map(() => true));
  });

  it('has those that tie with the last, and loses none before them where more tie than are listed', async () => {
    const tied = Array.from({ length: 70 }, (): Row => ['P-103', '2022-05-05', 'Breakdown', 'dirt', 'Novak', 300, 1]);
    const evidence = evidenceOf([], [...ROWS, ...tied].map(row));
    const answered = await answerQuestion(
      evidence,
      ACCESS,
      { question: 'What are the three costliest orders?' },
      new AbortController().signal,
    );
    const texts = answered.content.claims.slice(1).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(3);
    expect([texts[0]?.includes('900'), texts[1]?.includes('500'), texts[2]?.includes('300')]).toEqual([true, true, true]);
  });

  it('has as many of the least as are asked for', async () => {
    const { claims } = await ask('停机时间最短的两条工单是哪些？');
    expect(claims.slice(1)).toHaveLength(2);
  });
});

describe('two sides of a question', () => {
  it.each<[string, readonly number[], string]>([
    ['Compare the downtime of P-101 and K-300.', [6, 12], 'difference 6'],
    ['How much more did P-102 cost than P-101?', [1050, 450], 'difference 600'],
    ['P-101 与 K-300 的停机时间相差多少？', [6, 12], '相差 6'],
    ['2021年和2022年的工单数相比，是增加了还是减少了？', [3, 3], '相同'],
    ['Did the cost rise or fall from 2021 to 2022?', [1300, 700], 'fell from 1300 to 700'],
  ])('are told with their difference: %s', async (question, expected, said) => {
    const { claims, missing } = await ask(question);
    expect(claims.flatMap((claim) => claim.computed?.rows.map((cells) => cells.at(-1)) ?? missing)).toEqual(expected);
    expect(claims.map((claim) => claim.text).join()).toContain(said);
  });

  it('are refused where no word sets them side by side, since no row meets both', async () => {
    expect((await ask('How many orders of P-101 on P-102 are there?')).decision).not.toBe('answered');
    expect((await ask('P-101 在 P-102 的工单有多少张？')).decision).not.toBe('answered');
  });
});

describe('a share', () => {
  it.each<[string, string]>([
    ['What share of the orders is preventive?', '33.33 %'],
    ['What percentage of the total cost falls on P-102?', '52.5 %'],
    ['P-102 的费用占总费用的百分之几？', '52.5 %'],
    ['What percentage of all downtime do the top two assets account for?', '94.74 %'],
    ['停机时间前两名的设备占总停机时间的百分之多少？', '94.74 %'],
  ])('is of what the question says: %s', async (question, said) => {
    const { claims, missing } = await ask(question);
    expect(claims[0]?.text ?? missing).toContain(said);
  });

  it.each<[string, string]>([
    ['What share of the orders does each asset have?', 'K-300: 1 work orders (16.67 %); P-101: 3 work orders (50 %)'],
    ['What percentage of the total cost falls on each asset?', 'K-300: 500 (25 %); P-101: 450 (22.5 %); P-102: 1050 (52.5 %)'],
    ['What share of the orders fell in each year?', '2021: 3 work orders (50 %)'],
    ['What share of the cost in 2021 falls on each asset?', 'P-102: 900 (69.23 %)'],
    ['2021年各设备的工单占比是多少？', 'P-101: 2 条工单（66.67 %）'],
    ['各设备的工单占比是多少？', 'P-101: 3 条工单（50 %）'],
    ['每台设备的费用占总费用的百分之几？', 'P-102: 1050（52.5 %）'],
  ])('is told of each group: %s', async (question, said) => {
    const { claims, missing } = await ask(question);
    expect(claims[0]?.text ?? missing).toContain(said);
    expect(claims.every(({ verdict }) => verdict === 'supported')).toBe(true);
  });

  it.each([
    'What share of the breakdowns does each asset have?',
    'On each asset, what share of the orders is preventive?',
    '各设备的故障维修占比是多少？',
    'What share of the orders of each asset fell in 2021?',
    '各设备的工单中2021年的占比是多少？',
  ])('is refused where a condition may be on each group or on their whole: %s', async (question) => {
    expect((await ask(question)).decision).not.toBe('answered');
  });
});
