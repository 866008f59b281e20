import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });
const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });

const order = (asset: string, day: string, words: string, cost: number, type: string): TestRow => ({
  kind: 'work-order',
  columns: { date: date(day), asset: text(asset), text: text(words), cost: number(cost), 'work-type': text(type) },
});
const alarm = (machine: string, code: string, words: string): TestRow => ({
  kind: 'alarm',
  columns: { asset: text(machine), 'alarm-code': text(code), 'alarm-text': text(words) },
});
const rating = (mode: string, rpn: number): TestRow => ({
  kind: 'fmea-row',
  columns: { component: text('泵'), 'failure-mode': text(mode), 'risk-priority': number(rpn) },
});
const evidence = evidenceOf(
  [],
  [
    order('A', '2020-01-01', 'Hose leaking', 100, 'PM01'),
    order('A', '2021-01-01', 'Engine will not start', 50, 'PM02'),
    order('B', '2021-02-01', '更换软管', 30, 'PM01'),
    order('B', '2021-03-01', 'Hose replaced', 20, 'PM01'),
    order('B', '2021-04-01', 'Bucket cracked', 10, 'PM02'),
    alarm('robot-x', '22', 'Encoder error'),
    alarm('robot-y', '22', 'Wrong arm orientation'),
    rating('Leak', 120),
    rating('Crack', 196),
  ],
);
const ask = async (question: string) => (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
const figure = async (question: string) => (await ask(question)).claims[0]?.computed?.rows;

describe('figures over a log', () => {
  it('are limited to the machine that the log itself names, be it by one letter', async () => {
    expect(await figure('How many work orders are there for excavator A?')).toEqual([[2]]);
    expect(await figure('How many work orders are there?')).toEqual([[5]]);
  });

  it('are limited by a code that stands in a column of the log', async () => {
    expect(await figure('What is the total cost of PM01 work orders in 2021?')).toEqual([[50]]);
  });

  it.each([
    ['How many Boom orders of digger K were there in 2023?', 'How many Boom orders of digger L were there in 2023?', '1 work orders'],
    ['2023年K号动臂的工单有多少条？', '2023年L号动臂的工单有多少条？', '1 条工单'],
  ])('give no 0 where rows name what was asked in another cell: %s', async (hidden, none, told) => {
    const system = (machine: string, of: string, words: string): TestRow => ({
      kind: 'work-order',
      columns: { date: date('2023-05-01'), asset: text(machine), text: text(words), 'x:system': text(of) },
    });
    const rows = ['Boom', '动臂', 'Engine', '发动机'].flatMap((of) => Array.from({ length: 6 }, () => system('J', of, 'seen to')));
    const log = evidenceOf(
      [],
      [...rows, system('K', 'Boom_cylinders', 'L/H weeping'), system('K', '动臂_油缸', '渗油'), system('L', 'Engine', 'oil')],
    );
    const content = async (question: string) => (await answerQuestion(log, ACCESS, { question }, new AbortController().signal)).content;
    const refused = await content(hidden);
    expect(refused.claims.filter(({ computed }) => computed !== undefined)).toEqual([]);
    expect(JSON.stringify(refused)).toContain(told);
    expect((await content(none)).claims[0]?.computed?.matched).toBe(0);
  });

  it('rank groups and show ties with the last one', async () => {
    expect(await figure('Which work type has the most work orders?')).toEqual([['PM01', 3]]);
    expect(await figure('哪一年的工单最多？')).toEqual([['2021', 4]]);
  });

  it('take the highest mark, never a sum of marks, and quote the row that has it', async () => {
    const content = await ask('What is the highest RPN in the FMEA?');
    expect(content.claims[0]?.computed?.rows).toEqual([[196]]);
    expect(content.claims[1]?.text).toContain('Crack');
  });

  it('are refused when the log knows nothing of a word', async () => {
    // The texts were looked through.
    expect(await figure('How many work orders mention the gearbox?')).toEqual([[0]]);
    expect(await ask('齿轮箱的工单有多少张？')).toMatchObject({ decision: 'abstained', reason: 'absent' });
  });
});

describe('a figure that no row may hold', () => {
  const racks = evidenceOf(
    [
      {
        title: 'Rack guide',
        lines: [
          { kind: 'paragraph', headings: ['Fixed rack'], text: 'The fixed rack of a standard loom is 1.2 m wide at most.' },
          { kind: 'paragraph', headings: ['Fixed rack'], text: 'It takes eight hours to build.' },
          { kind: 'paragraph', headings: ['固定料架'], text: '标准织机的固定料架最大外宽 1.2 m，组装需要八小时。' },
        ],
      },
    ],
    [order('A', '2020-01-01', 'Rack fixed', 100, 'PM01'), order('B', '2021-02-01', '固定', 30, 'PM01')],
  );
  const decide = async (question: string) => (await answerQuestion(racks, ACCESS, { question }, new AbortController().signal)).content;

  it.each([
    'For a fixed rack with a standard loom: outer width, and how many hours of repair to build?',
    '标准织机的固定料架外宽多少、组装要多少小时工时？',
  ])('is looked for in documents where the question speaks of no rows: %s', async (question) => {
    const { decision, claims } = await decide(question);
    expect(decision).not.toBe('abstained');
    expect(claims.map((claim) => claim.text).join()).toMatch(/1\.2 m/u);
  });

  it('is refused where it speaks of them', async () => {
    const question = 'How many work orders for a fixed rack with a standard loom of outer width were opened?';
    expect(await decide(question)).toMatchObject({ decision: 'abstained', reason: 'absent' });
  });
});

describe('a log with a second column that names equipment', () => {
  const named = (machine: string, mode: string): TestRow => ({
    kind: 'work-order',
    columns: {
      date: date('2022-05-01'),
      asset: text(`CWC${machine.replace(/\D/g, '')}`),
      'x:equipment_name': text(machine),
      'failure-mode': text(mode),
    },
  });
  const log = evidenceOf(
    [],
    [
      named('Chiller 1', 'Leak'),
      named('Chiller 13', 'Leak'),
      named('Chiller 13', 'Leak'),
      named('Chiller 13', 'Crack'),
      named('3号冷水机', 'Crack'),
    ],
  );
  const content = async (question: string) => (await answerQuestion(log, ACCESS, { question }, new AbortController().signal)).content;

  it('is counted for the machine named in full, not for one whose name begins alike', async () => {
    expect((await content('How many work orders does Chiller 1 have?')).claims[0]?.computed?.rows).toEqual([[1]]);
    expect((await content('Chiller 13 有多少张工单？')).claims[0]?.computed?.rows).toEqual([[3]]);
    expect((await content('3号冷水机有多少张工单？')).claims[0]?.computed?.rows).toEqual([[1]]);
  });

  it('cites rows of the group that comes first in a ranking', async () => {
    const { claims, citations } = await content('Which failure mode is most frequent on Chiller 13?');
    expect(claims[0]?.computed?.rows).toEqual([['Leak', 2]]);
    expect(citations.map((citation) => citation.quote.includes('Leak'))).toEqual([true, true]);
  });
});

describe('a log of more rows than are held at once', () => {
  it('is counted, and counted a second time, to its end', async () => {
    const large = evidenceOf(
      [],
      Array.from({ length: 20_500 }, (_, index) => order(index % 2 === 0 ? 'A' : 'B', '2022-01-01', 'hose', 1, 'PM01')),
    );
    const { content } = await answerQuestion(large, ACCESS, { question: 'How many work orders are there?' }, new AbortController().signal);
    expect(content).toMatchObject({ decision: 'answered', claims: [{ computed: { rows: [[20_500]] } }] });
    expect(content.claims[0]?.checks).toMatchObject([
      { name: 'words-accounted', outcome: 'passed' },
      { name: 'recomputed', outcome: 'passed' },
    ]);
  });
});

describe('a code that several machines use', () => {
  it('is asked back, and explained for the machine that is named', async () => {
    const open = await ask('What does error code 22 mean?');
    expect(open.decision).toBe('clarify');
    expect(open.candidates).toHaveLength(2);
    const named = await ask('What does error code 22 of robot-y mean?');
    expect(named.claims.map((claim) => claim.text).join()).toContain('Wrong arm orientation');
  });
});
