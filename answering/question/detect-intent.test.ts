import { describe, expect, it } from 'vitest';
import { detectIntent } from './detect-intent.ts';
import type { Intent, LinkedEntity } from './question.ts';

const alarm: LinkedEntity = { text: 'A-117', start: 0, end: 5, folded: 'A117', role: 'alarm', isCode: true, keys: [] };
const CASES: readonly (readonly [Intent, readonly string[]])[] = [
  [
    'cause-of-symptom',
    [
      'Why does the gearbox run hot?',
      'What are possible causes of a noisy bearing?',
      '皮带跑偏是什么原因？',
      '为什么压缩机排气温度过高？',
      '压缩机排气温度咋这么高，咋回事',
      '为啥压缩机这么热',
    ],
  ],
  [
    'remedy',
    [
      'How do I fix a slipping belt?',
      'What should I do if the compressor overheats?',
      '皮带跑偏怎么处理？',
      '油压低时应采取什么措施？',
      '皮带跑偏咋整',
      '皮带跑偏咋办',
    ],
  ],
  ['next-check', ['The fan does not start. What should I check first?', '风机不启动，应先检查什么？']],
  [
    'procedure',
    ['How do I replace the oil filter?', 'What are the steps to start the boiler?', '如何更换机油滤芯？', '锅炉启动的步骤是什么？'],
  ],
  [
    'specification',
    [
      'What is the tightening torque of the wheel nuts?',
      'How often must the chain be lubricated?',
      "What's the pressure of the accumulator?",
      'What’s the capacity of the tank?',
      '轮胎螺母的拧紧力矩是多少？',
      '链条多久润滑一次？',
    ],
  ],
  ['part-or-tool', ['What is the part number of the oil filter?', '机油滤芯的备件号是多少？', '拆轴承需要哪些工具？']],
  [
    'asset-history',
    ['When was the fan belt last replaced?', 'Show the work orders of EX-7.', '风机皮带上次是什么时候更换的？', 'EX-7 做过哪些维修？'],
  ],
  [
    'aggregate',
    [
      'How many work orders were raised in 2021?',
      'What was the total downtime of EX-7?',
      'EX-7 有多少张工单？',
      '2021 年停机时间合计多少小时？',
      'Which asset had the most failures?',
    ],
  ],
  ['safety-isolation', ['How do I isolate the crusher before maintenance?', '检修破碎机前要隔离哪些能量源？']],
  ['find-document', ['Which manual describes the hydraulic circuit?', '哪份文件规定了吊装要求？']],
  ['definition', ['What does NPSH stand for?', 'NPSH 是什么意思？']],
  ['similar-cases', ['Have there been similar failures?', '有没有类似的案例？']],
  ['unknown', ['Hydraulic oil', '液压油']],
];

describe('the intent of a question', () => {
  for (const [intent, questions] of CASES) {
    for (const question of questions) it(`is ${intent}: ${question}`, () => expect(detectIntent(question, [])).toBe(intent));
  }

  it('is about the alarm when one is named, unless its cause or remedy is asked for', () => {
    expect(detectIntent('What does A-117 mean?', [alarm])).toBe('alarm-code');
    expect(detectIntent('A-117 是什么意思？', [alarm])).toBe('alarm-code');
    expect(detectIntent('How many times did A-117 occur in 2023?', [alarm])).toBe('aggregate');
    expect(detectIntent('出现 A-117 怎么处理？', [alarm])).toBe('remedy');
  });
});
