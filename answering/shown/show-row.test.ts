import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';

type Row = readonly (readonly [column: string, role: ColumnRole | undefined, words: string])[];

async function ask(question: string, ...rows: readonly Row[]) {
  const lines = rows.map((row) => ({ kind: 'table-row' as const, headings: [], row }));
  const { content } = await answerQuestion(
    evidenceOf([{ title: 'List', uri: 'lists/list.csv', lines }]),
    ACCESS,
    { question },
    new AbortController().signal,
  );
  const { decision, claims, citations, candidates } = content;
  return { decision, candidates, said: claims.map(({ text }) => text), kinds: claims.map(({ kind }) => kind), claims, citations };
}

const ALARM: Row = [
  ['device', 'asset', 'ZX-40'],
  ['group', undefined, 'servo'],
  ['code', 'alarm-code', '4711'],
  ['level', 'priority', '0'],
  ['title_en', 'alarm-text', 'Brake battery low'],
  ['cause_en', 'cause', ''],
  ['action_en', 'remedy', 'Replace the battery'],
  ['title_zh', 'alarm-text', '制动电池电压低'],
  ['cause_zh', 'cause', '电池电压低于 3.0 V'],
  ['action_zh', 'remedy', '更换电池'],
];

describe('a row of an alarm list', () => {
  it.each([
    [
      'What does alarm 4711 mean?',
      'device: ZX-40; group: servo; code: 4711; alarm: Brake battery low; action: Replace the battery; cause: 电池电压低于 3.0 V',
    ],
    [
      '报警 4711 是什么意思？',
      '设备: ZX-40; group: servo; 故障码: 4711; 故障信息: 制动电池电压低; 原因: 电池电压低于 3.0 V; 处理: 更换电池',
    ],
  ])('is read under labels of the language that asks, each matter once: %s', async (question, text) => {
    const { decision, said, kinds } = await ask(question, ALARM);
    expect(decision).toBe('answered');
    expect(said).toEqual([text]);
    expect(kinds).toEqual(['composed']);
  });

  it.each([
    ['What level does alarm 4711 have?', 'level: 0'],
    ['报警 4711 的等级是多少？', '等级: 0'],
  ])('has its level for who asks for it: %s', async (question, words) => {
    expect((await ask(question, ALARM)).said.join()).toContain(words);
  });

  it.each(['What does alarm 4711 mean?', '报警 4711 是什么意思？'])('is cited by the shown cells alone: %s', async (question) => {
    const { claims, citations } = await ask(question, ALARM);
    const quotes = (claims[0]?.citations ?? []).map((place) => citations[place]?.quote);
    const all = ALARM.map(([, , words]) => words).join('\t');
    for (const { quote, start, end } of citations) expect(all.slice(start, end)).toBe(quote);
    expect(quotes.join('\t').split('\t').includes('0')).toBe(false);
    for (const words of question.startsWith('What') ? ['Brake battery low', '电池电压低于 3.0 V'] : ['制动电池电压低', '更换电池'])
      expect(quotes.join('\t').split('\t')).toContain(words);
    expect(quotes.join()).not.toContain(question.startsWith('What') ? '制动' : 'Brake');
  });
});

describe('columns that say one matter under headers of two languages', () => {
  const row = (chinese: string): Row => [
    ['故障代码', 'alarm-code', '4711'],
    ['原因', 'cause', chinese],
    ['Cause', 'cause', 'Belt worn'],
  ];
  it.each([
    ['What causes alarm 4711?', row('皮带磨损'), 'code: 4711; Cause: Belt worn'],
    ['报警 4711 的原因是什么？', row('皮带磨损'), '故障代码: 4711; 原因: 皮带磨损'],
    ['报警 4711 的原因是什么？', row(''), '故障代码: 4711; 原因: Belt worn'],
  ])('are read in the language that asks, else in the other one: %s %#', async (question, cells, text) => {
    expect((await ask(question, cells)).said).toEqual([text]);
  });
});

describe('a value with its unit in a cell of its own', () => {
  it.each([
    ['What is the rated speed of the ZX-40?', 'Rated speed: 1450 r/min'],
    ['ZX-40 的额定转速是多少？', '1450 r/min'],
  ])('is read with it, and both are cited: %s', async (question, words) => {
    const { said, citations } = await ask(question, [
      ['Model', 'asset', 'ZX-40'],
      ['Rated speed', 'value', '1450'],
      ['Unit', 'unit', 'r/min'],
    ]);
    expect(said.join()).toContain(words);
    expect(citations.map(({ quote }) => quote).join('\t')).toContain('1450\tr/min');
  });

  it.each([
    ['What is the torque of the ZX-40?', 'Torque (N·m)', '12.5 N·m'],
    ['ZX-40 的力矩是多少？', '力矩（N·m）', '12.5 N·m'],
  ])('has the unit of its own header before one of the row: %s', async (question, header, words) => {
    const { said } = await ask(question, [
      ['Model', 'asset', 'ZX-40'],
      [header, 'value', '12.5'],
      ['Unit', 'unit', 'pcs'],
    ]);
    expect(said.join()).toContain(words);
    expect(said.join()).not.toContain('12.5 pcs');
  });
});

describe('rows of two machines with the code that is asked for', () => {
  const other: Row = ALARM.map(([column, role, words]) => [
    column,
    role,
    column === 'device' ? 'ZX-60' : column === 'title_en' ? 'Encoder fault' : column === 'title_zh' ? '编码器故障' : words,
  ]);
  it.each([
    ['What does alarm 4711 mean?', ['ZX-40 · servo · 4711 · Brake battery low', 'ZX-60 · servo · 4711 · Encoder fault']],
    ['报警 4711 是什么意思？', ['ZX-40 · servo · 4711 · 制动电池电压低', 'ZX-60 · servo · 4711 · 编码器故障']],
  ])('are asked back about in the language that asks: %s', async (question, texts) => {
    const { decision, candidates } = await ask(question, ALARM, other);
    expect(decision).toBe('clarify');
    expect(candidates).toEqual(texts.map((text) => ({ text })));
  });
});

const FMEA: readonly (readonly [column: string, role: ColumnRole | undefined, en: string, zh: string])[] = [
  ['Component', 'component', 'Vessel pump', '容器泵'],
  ['Failure Mode', 'failure-mode', 'Leaking', '泄漏'],
  ['Severity', 'severity', '3', '3'],
  ['Potential Cause(s) of Failure', 'cause', 'Seal worn by sand', '密封被砂磨损'],
  ['RPN', 'risk-priority', '24', '24'],
];
const ZH_HEADERS = ['部件', '失效模式', '严重度', '失效原因', '风险优先数'];
const english: Row = FMEA.map(([column, role, words]) => [column, role, words]);
const chinese: Row = FMEA.map(([, role, , words], at) => [ZH_HEADERS[at] ?? '', role, words]);

describe('a row of an FMEA', () => {
  it.each([
    [
      english,
      'Why is the vessel pump leaking?',
      'Component: Vessel pump; Failure Mode: Leaking; Potential Cause(s) of Failure: Seal worn by sand',
    ],
    [chinese, '容器泵泄漏的原因是什么？', '部件: 容器泵; 失效模式: 泄漏; 失效原因: 密封被砂磨损'],
  ])('has the words of the document where they are in the language that asks, without ratings: %#', async (row, question, text) => {
    expect(await ask(question, row)).toMatchObject({ decision: 'answered', said: [text], kinds: ['quote'] });
  });

  it.each([
    [english, 'What RPN does the vessel pump leaking have?', 'RPN: 24'],
    [chinese, '容器泵泄漏的风险优先数是多少？', '风险优先数: 24'],
  ])('has a rating that is asked for: %#', async (row, question, words) => {
    expect((await ask(question, row)).said.join()).toContain(words);
  });
});

describe('a row with values under several columns', () => {
  const joint = (name: string, range: string, speed: string): Row => [
    ['Joint', undefined, name],
    ['Position range', undefined, range],
    ['Rotating speed', undefined, speed],
  ];
  const gelenk = (name: string, range: string, speed: string): Row => [
    ['关节', undefined, name],
    ['位置范围', undefined, range],
    ['转速', undefined, speed],
  ];
  it.each([
    ['What is the rotating speed of joint K1?', joint('K1', '0 to 90°', '30 r/min'), 'Rotating speed: 30 r/min', 'Position range'],
    ['关节 K1 的转速是多少？', gelenk('K1', '0~90°', '30 r/min'), '转速: 30 r/min', '位置范围'],
  ])('is read with the asked one: %s', async (question, row, held, left) => {
    const { said } = await ask(question, row);
    expect(said.join()).toContain(held);
    expect(said.join()).not.toContain(left);
  });
});
