import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { checkQuestion } from './check-question.ts';
import { findOmissions } from './find-omissions.ts';
import type { SourceText } from './source-text.ts';
import { verifyClaims } from './verify-claims.ts';

const GRAMMAR = siteGrammar([]);

describe('a claim against the question', () => {
  it.each([
    ['What is the pressure at the inlet?', 'The pressure at the outlet is 4 bar.'],
    ['入口压力是多少？', '出口压力为 4 bar。'],
    ['How long does the rinse of P-101A take?', 'The rinse of P-101B takes 4 min.'],
    ['P-101A 的冲洗要多久？', 'P-101B 的冲洗需要 4 分钟。'],
    ['How many looms failed in 2024?', 'In 2023 seven looms failed.'],
    ['2024 年有几台织机故障？', '2023 年有 7 台织机故障。'],
    ['What does revision C say of the belt?', 'Under revision B the belt is 40 mm wide.'],
    ['How hot may the bearing get?', 'The bearing is greased every 500 h.'],
    ['轴承温度最高多少？', '轴承每 500 小时加一次脂。'],
    ['How long does it take to change the belt?', 'The belt is changed every 500 h.'],
    ['更换皮带需要多长时间？', '皮带每 500 小时更换一次。'],
    ['How many bolts hold the cover?', 'Cover bolts: M16, 185 N·m.'],
    ['端盖螺栓有几颗？', '端盖螺栓为 M16，拧紧力矩 185 N·m。'],
  ])('is no answer: %s %s', (question, claim) => {
    const checks = checkQuestion(question, claim, GRAMMAR);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.every(({ name, outcome }) => name === 'question' && outcome === 'failed')).toBe(true);
  });

  it.each([
    ['What is the pressure at the inlet?', 'The pressure at the inlet is 4 bar.'],
    ['入口压力是多少？', '入口压力为 4 bar。'],
    ['How many looms failed in 2024?', 'In 2024 seven looms failed.'],
    ['How hot may the bearing get?', 'The bearing may reach 80 °C.'],
    ['How is the belt changed?', 'Loosen the screw and take the belt off.'],
    ['皮带怎么更换？', '松开螺钉，取下皮带。'],
    ['How long does it take to change the belt?', 'Changing the belt takes 2 h.'],
    ['皮带多久更换一次？', '皮带每 500 小时更换一次。'],
    ['How many bolts hold the cover?', 'The cover is held by eight M16 bolts.'],
    ['端盖螺栓有几颗？', '端盖由 8 颗 M16 螺栓固定。'],
  ])('may be one: %s %s', (question, claim) => {
    expect(checkQuestion(question, claim, GRAMMAR)).toEqual([]);
  });
});

describe('what an answer leaves out', () => {
  const omitted = (text: string, ...claims: readonly string[]) => {
    const sources: readonly SourceText[] = [{ id: 's', text }];
    const verification = verifyClaims({ claims: claims.map((claim) => ({ text: claim })), sources }, GRAMMAR);
    return findOmissions(verification, sources, GRAMMAR).map(({ kind, start, end }) => `${kind} ${text.slice(start, end).trim()}`);
  };

  it.each([
    ['If the lamp is red, the loom has to be threaded anew.', 'The loom has to be threaded anew.'],
    ['如果红灯亮起，织机应重新穿纱。', '织机应重新穿纱。'],
  ])('is the condition of a sentence: %s', (text, claim) => {
    expect(omitted(text, claim)).toEqual([`condition ${text}`]);
    expect(omitted(text, text)).toEqual([]);
  });

  it('is a step of a procedure that is told in part, and a warning', () => {
    const text =
      'WARNING: The roller may turn by itself.\n1. Stop the loom.\n2. Lock the main switch.\n3. Try to start the loom.\n4. Take the cover off.';
    expect(omitted(text, 'Stop the loom.', 'Lock the main switch.', 'Take the cover off.')).toEqual([
      'warning WARNING: The roller may turn by itself.',
      'step 3. Try to start the loom.',
    ]);
    const zh = '1. 停下织机。\n2. 锁定主开关。\n3. 试启动一次。\n4. 拆下护罩。';
    expect(omitted(zh, '停下织机。', '锁定主开关。', '拆下护罩。')).toEqual(['step 3. 试启动一次。']);
  });

  it('is nothing where one step was asked for', () => {
    expect(omitted('1. Stop the loom.\n2. Lock the main switch.', 'Lock the main switch.')).toEqual([]);
  });
});
