import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const step = (headings: readonly string[], marker: string, text: string) => ({ kind: 'step', headings, marker, text }) as const;
const point = (headings: readonly string[], columns: readonly [string, string], words: readonly [string, string]) =>
  ({
    kind: 'table-row',
    headings,
    row: [
      [columns[0], 'asset', words[0]],
      [columns[1], 'position', words[1]],
    ],
  }) as const;

const COLUMNS = ['Point', 'Secured'] as const;
const POINTS: TestDocument['lines'] = [
  point(['Isolation points', 'Isolation points of C-201'], COLUMNS, ['MCC-2/F07', 'Off, padlocked']),
  point(['Isolation points', 'Isolation points of C-201'], COLUMNS, ['HV-2011', 'Closed, chained']),
  point(['Isolation points', 'Isolation points of C-202'], COLUMNS, ['HV-2021', 'Closed, chained']),
];
const STEPS = [
  'Inform the control room.',
  'Switch the feeder off and hang your lock.',
  'Prove with a tester that no voltage is left.',
  'Press start once; nothing may move.',
];
const ENGLISH: TestDocument = {
  title: 'Lockout of the compressor station',
  lines: [
    ...POINTS,
    { kind: 'warning', headings: ['Locking out'], text: 'WARNING: A stop button does not cut off energy.' },
    ...STEPS.map((text, at) => step(['Locking out'], String(at + 1), text)),
    step(['Handing back'], '1', 'Take your own lock off.'),
    step(['Handing back'], '2', 'Switch the feeder on.'),
  ],
};
const HAN_COLUMNS = ['位号', '锁定状态'] as const;
const HAN_STEPS = ['通知中控室。', '断开馈线并挂锁。', '用验电器确认无电压。', '按一次启动按钮，设备不得动作。'];
const CHINESE: TestDocument = {
  title: '压缩机站上锁规程',
  lines: [
    point(['隔离点', 'C-201 的隔离点'], HAN_COLUMNS, ['MCC-2/F07', '断开，上锁']),
    point(['隔离点', 'C-201 的隔离点'], HAN_COLUMNS, ['HV-2011', '关闭，加链']),
    { kind: 'warning', headings: ['上锁步骤'], text: '警告：停止按钮不能切断能量。' },
    ...HAN_STEPS.map((text, at) => step(['上锁步骤'], String(at + 1), text)),
    step(['恢复送电'], '1', '取下本人的锁。'),
  ],
};
const PADLOCKS: TestDocument = { ...ENGLISH, lines: POINTS };
const HAN_POINTS: TestDocument = { ...CHINESE, lines: CHINESE.lines.slice(0, 2) };

async function answer(documents: readonly TestDocument[], question: string) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return content;
}

describe('an answer for isolating a machine', () => {
  it.each([
    [ENGLISH, 'How do I lock out C-201?', STEPS, 'A stop button does not cut off energy'],
    [ENGLISH, 'What are the steps to isolate C-201 before a repair?', STEPS, 'A stop button does not cut off energy'],
    [CHINESE, '怎样给 C-201 上锁挂牌？', HAN_STEPS, '停止按钮不能切断能量'],
    [CHINESE, 'C-201 检修前的隔离步骤是什么？', HAN_STEPS, '停止按钮不能切断能量'],
  ])('tells the steps whole and in order, then the points of the machine: %#', async (document, question, steps, warning) => {
    const { decision, claims, safety, missing } = await answer([document], question);
    expect([decision, missing]).toEqual(['answered', '']);
    expect(claims.slice(0, steps.length).map(({ text }) => text)).toEqual(steps);
    expect(claims.slice(0, steps.length).map(({ marker }) => marker)).toEqual(['1', '2', '3', '4']);
    expect(claims.slice(steps.length).map(({ text }) => /MCC-2\/F07|HV-\d+/.exec(text)?.[0])).toEqual(['MCC-2/F07', 'HV-2011']);
    expect(safety.map(({ text }) => text).join()).toContain(warning);
  });

  it('tells the points first where the points are asked for, and the steps behind them', async () => {
    const { claims } = await answer([ENGLISH], 'Which points must be locked out for work on C-201?');
    expect(claims.map(({ text }) => text).slice(2)).toEqual(STEPS);
  });

  it.each([
    [PADLOCKS, 'How do I isolate C-201?', 'no steps for isolating'],
    [HAN_POINTS, 'C-201 怎么隔离？', '没有给出隔离步骤'],
  ])('says that no steps are documented where it has points alone', async (document, question, said) => {
    const { decision, claims, missing } = await answer([document], question);
    expect(decision).toBe('answered');
    expect(claims).toHaveLength(2);
    expect(missing).toContain(said);
  });

  it('tells one point where one is asked for', async () => {
    const { claims, missing } = await answer([ENGLISH], 'How must HV-2011 be left for the isolation of C-201?');
    expect(claims.map(({ text }) => /HV-\d+/.exec(text)?.[0])).toEqual(['HV-2011']);
    expect(missing).toBe('');
  });

  it('takes a row that names the machine for one of its points', async () => {
    const named = point(['Isolation points', 'Isolation points of C-201'], COLUMNS, ['Heater of C-201', 'Off']);
    const { claims } = await answer([{ ...ENGLISH, lines: [named, ...POINTS] }], 'How do I isolate C-201?');
    expect(claims).toHaveLength(3);
  });

  it('finds the points of a machine in a table of all machines', async () => {
    const row = (machine: string, tag: string) =>
      ({
        kind: 'table-row',
        headings: ['Isolation points'],
        row: [
          ['Machine', 'asset', machine],
          ['Point', undefined, tag],
          ['Secured', 'position', 'Closed'],
        ],
      }) as const;
    const lines = [row('C-201', 'HV-2011'), row('C-202', 'HV-2021'), row('C-201', 'HV-2012')];
    const { claims } = await answer([{ ...ENGLISH, lines }], 'How do I isolate C-201?');
    expect(claims.map(({ text }) => /HV-\d+/.exec(text)?.[0])).toEqual(['HV-2011', 'HV-2012']);
  });

  it('does not take the work on a thing that is called after isolating for isolating', async () => {
    const lines = [
      ...POINTS,
      ...['Loosen the bonnet.', 'Lift the disc out.'].map((text, at) => step(['Replacing an isolation valve'], `${at + 1}`, text)),
    ];
    const { claims, missing } = await answer([{ ...ENGLISH, lines }], 'How do I isolate C-201?');
    expect(claims).toHaveLength(2);
    expect(missing).not.toBe('');
  });
});
