import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';
import { recountDerived } from './recount-derived.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });
const order = (asset: string, day: string, type: string, words: string): TestRow => ({
  kind: 'work-order',
  columns: { asset: text(asset), date: date(day), text: text(words), ...(type === '' ? {} : { 'work-type': text(type) }) },
});
const ORDERS = [
  order('P-101', '2020-01-01', 'CM', 'Seal leaking'),
  order('P-101', '2020-01-11', 'PM', 'Greased'),
  order('P-101', '2020-01-21', 'CM', '机封泄漏 seal leaking'),
  order('P-101', '2021-03-01', 'CM', 'Motor hot'),
  order('P-102', '2020-01-02', 'CM', 'Seal leaking'),
  order('P-102', '2020-01-30', 'CM', 'Seal leaking'),
  order('P-102', '2021-01-30', 'PM', 'Greased'),
];
const evidence = evidenceOf([], ORDERS);
const ask = async (question: string, over = evidence) =>
  (await answerQuestion(over, ACCESS, { question }, new AbortController().signal)).content;
const told = async (question: string) => {
  const [claim] = (await ask(question)).claims;
  return claim?.kind === 'computed' ? claim.computed.derived?.[0] : undefined;
};

describe('the time from one row to the next', () => {
  it.each([
    ['What is the mean time between successive work orders of P-101 in days?', 425 / 3],
    ['P-101 相邻两张工单平均间隔多少天？', 425 / 3],
    ['What is the mean time between corrective orders of P-101?', 425 / 2],
  ])('is the last less the first by one less than the rows: %s', async (question, days) => {
    const figure = await told(question);
    expect(figure?.kind).toBe('interval');
    expect(figure?.value).toBeCloseTo(days, 6);
  });

  it.each(['What is the MTBF of P-101?', 'P-101 的平均故障间隔时间是多少？'])(
    'between failures leaves out what was planned, where the log tells, and says so: %s',
    async (question) => {
      const content = await ask(question);
      expect(content.claims[0]?.computed?.derived?.[0]?.value).toBeCloseTo(425 / 2, 6);
      expect(content.claims[0]?.text).toContain('CM');
    },
  );

  it('says that each row counts as a failure where no column tells kinds of work', async () => {
    const untold = evidenceOf([], [order('P-101', '2020-01-01', '', 'Leak'), order('P-101', '2020-01-11', '', 'Leak')]);
    expect((await ask('What is the MTBF of P-101?', untold)).claims[0]?.text).toContain('each of these work orders counts as a failure');
    expect((await ask('P-101 的 MTBF 是多少？', untold)).claims[0]?.text).toContain('每条均按一次故障计');
  });

  it('is refused for a single row', async () => {
    expect((await ask('What is the mean time between preventive orders of P-101?')).decision).toBe('abstained');
  });
});

describe('rows that come again', () => {
  it.each([
    ['How often was an order with "seal" in the text followed by another one on the same machine within 30 days?', 2],
    ['How often was an order with "seal" in the text followed by another one on the same machine within 20 days?', 1],
    ['文本含“seal”的工单在同一设备30天内再次发生的有多少次？', 2],
    ['P-102 的工单在 28 天内重复出现多少次？', 1],
    ['P-102 的工单在 27 天内重复出现多少次？', 0],
  ])('are counted by machine and length of time: %s', async (question, repeats) => {
    expect(await told(question)).toEqual({ kind: 'repeats', value: repeats });
  });

  it('are refused without a length of time', async () => {
    expect((await ask('How often was an order followed by another one on the same machine?')).decision).toBe('abstained');
  });
});

describe('rows by unit of the calendar', () => {
  it.each([
    ['How many work orders were there per year on average from 2020 to 2021?', 3.5],
    ['2020–2021年平均每年有多少张工单？', 3.5],
    ['2020年平均每月有多少张工单？', 5 / 12],
  ])('are over the time that the question names: %s', async (question, rate) => {
    const figure = await told(question);
    expect(figure?.kind).toBe('rate');
    expect(figure?.value).toBeCloseTo(rate, 6);
  });
});

it('a derived figure that the rows do not give fails the check', () => {
  const recount = recountDerived({ kind: 'interval', field: 'date', isEachFailure: false });
  for (const [ordinal, day] of ['2020-01-01', '2020-01-11'].entries()) {
    const row = { record: { kind: 'work-order', ordinal, columns: { date: date(day) } } } as const;
    recount.add(row as unknown as Parameters<typeof recount.add>[0]);
  }
  expect(recount.check([{ kind: 'interval', value: 10 }]).outcome).toBe('passed');
  expect(recount.check([{ kind: 'interval', value: 11 }]).outcome).toBe('failed');
  expect(recount.check([]).outcome).toBe('failed');
});
