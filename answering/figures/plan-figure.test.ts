import { describe, expect, it } from 'vitest';
import { type FileBeingRead, makeDocumentId, type Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });
const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });

interface Order {
  readonly asset: string;
  readonly day?: string;
  readonly type: string;
  readonly mode?: string;
  readonly cost?: number;
  readonly hours?: number;
  readonly words: string;
}

const row = ({ asset, day, type, mode, cost, hours, words }: Order): TestRow => ({
  kind: 'work-order',
  columns: {
    asset: text(asset),
    'work-type': text(type),
    text: text(words),
    ...(day === undefined ? {} : { date: date(day) }),
    ...(mode === undefined ? {} : { 'failure-mode': text(mode) }),
    ...(cost === undefined ? {} : { cost: number(cost) }),
    ...(hours === undefined ? {} : { duration: { kind: 'quantity', text: `${hours} h`, quantity: hoursOf(hours) } }),
  },
});

function hoursOf(hours: number) {
  const si = { low: hours * 3600, high: hours * 3600 };
  return { low: hours, high: hours, unit: 'h', dimension: 'time', comparator: '=', si, decimals: 0, recurring: false } as const;
}

const ORDERS: readonly Order[] = [
  { asset: 'P-101', day: '2016-01-05', type: 'CM', mode: 'Leak', cost: 900, hours: 6, words: 'Hose leaking, valve left open' },
  { asset: 'P-101', day: '2016-03-05', type: 'PM', cost: 100, hours: 1, words: 'Greased' },
  { asset: 'P-101', day: '2017-03-05', type: 'CM', mode: 'Crack', cost: 5000, hours: 30, words: '机封更换' },
  { asset: 'P-102', day: '2016-04-05', type: 'CM', mode: 'Leak', cost: 2500, words: 'Seal replaced' },
  { asset: 'P-102', type: 'PM', words: 'Inspected' },
  { asset: 'P-103', day: '2018-04-05', type: 'PM', words: 'Greased' },
];
const UNREAD: FileBeingRead = { fileName: 'orders-2019.csv', documentId: makeDocumentId(ACCESS.tenant, 'orders-2019.csv') };
const evidence = evidenceOf([], ORDERS.map(row));
const ask = async (question: string) => (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
const figure = async (question: string) => (await ask(question)).claims[0]?.computed?.rows;

describe('a condition of a question', () => {
  it.each<[string, unknown]>([
    ['How many corrective work orders were there in 2016?', 2],
    ['How many preventive work orders were there in 2016?', 1],
    ['How many work orders cost more than 2000?', 2],
    ['How many work orders cost at most 900?', 2],
    ['How many work orders took more than 120 minutes?', 2],
    ['How many work orders have no failure mode?', 3],
    ['How many work orders of P-101 are not CM?', 1],
    ['How many work orders have failure mode Leak or Crack?', 3],
    ['How many work orders on P-101 without failure mode were there in 2016?', 1],
    ['How many work orders were not in 2016?', 3],
    ['How many work orders cost between 900 and 2500?', 2],
    ['How many short texts contain "seal" but not "hose"?', 1],
    ['短文本里提到“机封”的有几条？', 1],
    ['How many work orders are neither CM nor of P-103?', 2],
    ['How many work orders mention the hose?', 1],
    ['How many work orders do not mention the hose?', 5],
    ['2016年有多少张纠正性维修工单？', 2],
    ['费用超过2000元的工单有多少张？', 2],
    ['停机超过2小时的工单有多少张？', 2],
    ['没有故障模式的工单有多少张？', 3],
    ['故障模式为空的工单有多少张？', 3],
    ['P-101 不是 CM 的工单有多少张？', 1],
    ['故障模式为 Leak 或 Crack 的工单有多少张？', 3],
    ['提到机封的工单有多少张？', 1],
    ['除了 P-101 以外，有多少张工单？', 3],
  ])('counts: %s', async (question, expected) => {
    expect(await figure(question)).toEqual([[expected]]);
  });

  it.each([
    ['How many open work orders are there?', 'open'],
    ['How many overdue work orders does P-101 have?', 'overdue'],
    ['How many work orders of P-101 were raised at weekends?', 'weekends'],
    ['Which pump has the most work orders?', 'pump'],
    ['How many failures had P-101 in 2016?', 'failures'],
    ['What is the total cost per shift?', 'shift'],
    ['P-101 逾期的工单有多少张？', '逾期'],
    ['夜班的工单有多少张？', '夜班'],
  ])('is named where no column stands for it: %s', async (question, word) => {
    const content = await ask(question);
    expect(content).toMatchObject({ decision: 'abstained', claims: [] });
    expect(content.missing).toContain(word);
  });

  it('is said in the answer, with what was left out', async () => {
    expect((await ask('How many corrective work orders were there in 2016?')).claims[0]?.text).toBe(
      '2 work orders (work type: CM, date: 2016-01-01 to 2016-12-31)',
    );
    expect((await ask('How many PM work orders were there in 2016?')).claims[0]?.text).toContain('1 more work orders have no date');
    expect((await ask('P-102 的停机时间一共多少小时？')).claims[0]?.text).toContain('没有一条填写了');
  });
});

describe('a figure', () => {
  it.each<[string, unknown]>([
    ['What is the total cost of CM work orders in 2016?', [[3400]]],
    ['What is the average cost of the work orders of P-101?', [[2000]]],
    ['Which asset has the highest cost?', [['P-101', 6000]]],
    ['How many different failure modes are there?', [[2]]],
    ['哪台设备的费用最高？', [['P-101', 6000]]],
    [
      '每年的工单有多少张？',
      [
        ['2016', 3],
        ['2017', 1],
        ['2018', 1],
      ],
    ],
    ['工单的平均费用是多少？', [[2125]]],
    ['Which asset has the highest cost, blanks skipped?', [['P-101', 6000]]],
    ['Which asset has the highest cost, excluding empties?', [['P-101', 6000]]],
    ['哪台设备的费用最高？未填的不计。', [['P-101', 6000]]],
    ['费用最高的设备是哪台（剔除空值）？', [['P-101', 6000]]],
    ['工单的平均费用是多少（仅统计已填的）？', [[2125]]],
    ['2016-01-05 到 2016-03-05（首尾两天都算）有多少张工单？', [[2]]],
    ['How many work orders were there between 2016-01-05 and 2016-03-05, both days included?', [[2]]],
  ])('is what its words say: %s', async (question, expected) => {
    const content = await ask(question);
    expect(content.claims[0]?.computed?.rows ?? content.missing).toEqual(expected);
  });

  it('tells how many rows could not be part of it', async () => {
    const { claims } = await ask('What is the total downtime of the work orders?');
    expect(claims[0]?.text).toContain('3 of these work orders have no value');
  });

  it('says which logs are being read and are not in it', async () => {
    const reading = evidenceOf([], ORDERS.map(row), [UNREAD]);
    const { content } = await answerQuestion(
      reading,
      ACCESS,
      { question: 'How many CM work orders are there?' },
      new AbortController().signal,
    );
    expect(content.claims[0]?.text).toContain('orders-2019.csv');
    const empty = evidenceOf([], [], [UNREAD]);
    const refused = await answerQuestion(empty, ACCESS, { question: '有多少张工单？' }, new AbortController().signal);
    expect(refused.content).toMatchObject({ decision: 'abstained', claims: [] });
    expect(refused.content.missing).toContain('orders-2019.csv');
  });

  it('is no 0 when no cell holds anything, or when no row could have matched', async () => {
    const { claims } = await ask('What is the total downtime of P-102?');
    expect(claims[0]?.text).toMatch(/No total can be given: 2 work orders/);
    expect(await ask('How many work orders had P-900 in 2016?')).toMatchObject({ decision: 'abstained', claims: [] });
    expect(await ask('How many work orders were there in 2035?')).toMatchObject({ decision: 'abstained', reason: 'absent' });
    expect(await figure('How many work orders had P-103 in 2016?')).toEqual([[0]]);
  });
});

describe('a log of checks, whose rows have no kind of their own', () => {
  const marks = ['×', '√', '×', '√', '√', '√'].map((mark, index): TestRow => {
    const item = ['油位', '油位', '油位', '异响', '异响', '异响'][index] ?? '';
    return { kind: 'other', columns: { task: text(item), date: date(`2024-03-0${index + 1}`), value: text(mark) } };
  });
  const checks = evidenceOf([], [...marks, { kind: 'other', columns: { task: text('异响'), date: date('2024-03-09'), value: text('×') } }]);

  it.each(['×最多的点检项目是哪项，几次？', 'Which check item has the most ×?'])(
    'is counted by the mark that "%s" asks for',
    async (question) => {
      const { content } = await answerQuestion(checks, ACCESS, { question }, new AbortController().signal);
      expect(content.claims[0]?.computed?.rows).toEqual([['油位', 2]]);
    },
  );
});
