import type { Value } from '../kernel/index.ts';
import type { AnswerContent } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument, type TestRow } from './compose/plant.test-support.ts';

const pumps = ['Specifications', 'Circulation pumps'];
export const MANUAL: TestDocument = {
  title: 'Manual of skid CWS-9',
  revision: 'C',
  effective: Date.UTC(2023, 1, 1),
  lines: [
    { kind: 'heading', headings: [], text: 'Specifications' },
    specification('Rated flow', '65 m³/h', '56 m³/h'),
    specification('Maximum working pressure', '10 bar', '10 bar'),
    torque('Seal cover bolts', 'P-101A, P-101B', '37 N·m'),
    torque('Casing bolts', 'P-101A, P-101B', '185 N·m'),
    trouble('Pump runs but delivers no water', 'Casing not vented', 'Fill and vent the casing'),
    {
      kind: 'table-row',
      headings: ['Faults', 'Table 7'],
      labels: [{ text: 'Pump runs but delivers no water', column: 'Symptom' }],
      row: troubleRow('', 'Suction valve closed', 'Open the suction valve'),
    },
    trouble('Mechanical seal leaks', 'Seal faces worn', 'Replace the mechanical seal'),
    {
      kind: 'table-row',
      headings: ['Alarms', 'Table 8'],
      row: alarmRow('A-117', 'Bearing temperature above 82 °C', 'Grease missing', 'Check the grease'),
    },
    { kind: 'table-row', headings: ['Alarms', 'Table 8'], row: alarmRow('A-130', 'Level below 25 %', 'Leak in the loop', 'Find the leak') },
    {
      kind: 'warning',
      headings: ['Maintenance', 'Replacing the mechanical seal of P-101A'],
      text: 'WARNING: Hot water may escape. Let the pump cool down.',
    },
    step('1', 'Close suction valve HV-1011A.'),
    step('2', 'Open drain DV-1014A.'),
    step('3', 'Press the new seat in square.'),
    { kind: 'paragraph', headings: ['Seals'], text: 'The flush pressure of the seal is 1.1 bar above suction pressure.' },
    { kind: 'paragraph', headings: ['Cleaning'], text: 'Never use hydrochloric acid on the plates of the cooler.' },
  ],
};
export const CHINESE: TestDocument = {
  title: '撬装 CWS-9 手册',
  revision: 'D',
  effective: Date.UTC(2024, 1, 1),
  lines: [
    {
      kind: 'table-row',
      headings: ['技术规格', '循环泵'],
      row: [
        ['参数', 'parameter', '额定流量'],
        ['P-101A', undefined, '65 m³/h'],
        ['P-101B', undefined, '56 m³/h'],
      ],
    },
    {
      kind: 'table-row',
      headings: ['报警', '表 8'],
      row: [
        ['报警代码', 'alarm-code', 'A-117'],
        ['报警内容', 'alarm-text', '轴承温度高于 82 ℃'],
        ['原因', 'cause', '缺少润滑脂'],
        ['处理', 'remedy', '检查润滑脂'],
      ],
    },
    { kind: 'warning', headings: ['维护', '更换 P-101A 机械密封'], text: '警告：热水可能喷出，须待泵冷却。' },
    { kind: 'step', headings: ['维护', '更换 P-101A 机械密封'], marker: '1', text: '关闭吸入阀 HV-1011A。' },
    { kind: 'step', headings: ['维护', '更换 P-101A 机械密封'], marker: '2', text: '打开排液阀 DV-1014A。' },
  ],
};

function specification(parameter: string, a: string, b: string): TestDocument['lines'][number] {
  return {
    kind: 'table-row',
    headings: pumps,
    row: [
      ['Parameter', 'parameter', parameter],
      ['P-101A', undefined, a],
      ['P-101B', undefined, b],
    ],
  };
}
function torque(fastener: string, asset: string, value: string): TestDocument['lines'][number] {
  return {
    kind: 'table-row',
    headings: ['Torques'],
    row: [
      ['Fastener', 'component', fastener],
      ['Applies to', 'asset', asset],
      ['Torque', 'torque', value],
    ],
  };
}
function troubleRow(symptom: string, cause: string, remedy: string): NonNullable<TestDocument['lines'][number]['row']> {
  return [
    ['Symptom', 'symptom', symptom],
    ['Possible cause', 'cause', cause],
    ['Remedy', 'remedy', remedy],
  ];
}
function trouble(symptom: string, cause: string, remedy: string): TestDocument['lines'][number] {
  return { kind: 'table-row', headings: ['Faults', 'Table 7'], row: troubleRow(symptom, cause, remedy) };
}
function alarmRow(code: string, text: string, cause: string, remedy: string): NonNullable<TestDocument['lines'][number]['row']> {
  return [
    ['Alarm code', 'alarm-code', code],
    ['Meaning', 'alarm-text', text],
    ['Cause', 'cause', cause],
    ['Action', 'remedy', remedy],
  ];
}
function step(marker: string, text: string): TestDocument['lines'][number] {
  return { kind: 'step', headings: ['Maintenance', 'Replacing the mechanical seal of P-101A'], marker, text };
}

const date = (text: string): Value => ({ kind: 'date', text, time: Date.parse(text), precision: 'day' });
const text = (words: string): Value => ({ kind: 'text', text: words });
const hours = (number: number): Value => ({ kind: 'number', text: String(number), number });
const order = (number: string, day: string, asset: string, words: string, down: number): TestRow => ({
  kind: 'work-order',
  columns: {
    'order-number': text(number),
    date: date(day),
    asset: { kind: 'identifier', text: asset, identifier: { kind: 'tag', text: asset, folded: asset.replace('-', '') } },
    text: text(words),
    duration: hours(down),
  },
});
export const ORDERS = [
  order('4001', '2023-03-01', 'P-101A', 'Mechanical seal replaced', 4),
  order('4002', '2023-07-09', 'P-101A', '轴承更换', 2.5),
  order('4003', '2024-02-11', 'P-101B', 'Mechanical seal replaced', 3),
  order('4004', '2024-05-20', 'P-101A', 'Mechanical seal replaced', 5),
];

export const evidence = evidenceOf([MANUAL, CHINESE], ORDERS);
export const ask = async (question: string): Promise<AnswerContent> =>
  (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
export const said = (content: AnswerContent) => content.claims.map((claim) => claim.text).join('\n');
