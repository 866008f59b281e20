import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { needsNoCheck } from './needs-no-check.ts';

const isFree = (text: string) => needsNoCheck(text, siteGrammar([]));

describe('a sentence that needs no check', () => {
  it.each([
    'Hi!',
    'Hello there.',
    'Sure, thanks!',
    'Thank you very much for your question.',
    'I hope this helps.',
    'Let me know if you need anything else.',
    'Here are the steps:',
    'Sure, here is what the manual says:',
    'Here is the procedure for the gearbox.',
    '您好，',
    '好的，谢谢！',
    '希望以上内容对您有帮助。',
    '以下是泵的拆卸步骤：',
    '以下是拆卸步骤。',
    '总之，',
  ])('is a courtesy or leads to what follows: %s', (text) => expect(isFree(text)).toBe(true));

  it.each([
    'The documents do not state the torque of the casing bolts.',
    'According to the manual, the torque is not specified.',
    'Unfortunately, the interval is not given for P-101A.',
    'The manual does not say when the oil is changed.',
    'This cannot be answered.',
    '文档中没有说明拧紧力矩。',
    '根据手册，没有给出更换周期。',
    '文档没有说明是否可以带电操作。',
  ])('says that the documents do not say something: %s', (text) => expect(isFree(text)).toBe(true));

  it.each([
    'High discharge temperature is caused by a worn drive belt.',
    'Hinges have to be greased.',
    'Surely the cover may be opened hot.',
    'Sure, the cover may be opened while the pump runs.',
    'Of course, no isolation is needed.',
    'Certainly the valve opens to the left.',
    'Here is the valve that may be opened under pressure.',
    'The answer is that the guard may be removed.',
    'In summary, the pump need not be isolated.',
    'I hope you know that the valve opens to the left.',
    '好的，可以带压拆卸。',
    '总之，无需断电。',
    '以下是可以带压打开的阀门。',
    '希望您直接带压拆卸。',
  ])('is none that asserts something behind a courtesy: %s', (text) => expect(isFree(text)).toBe(false));

  it.each([
    'The manual does not state the torque, but the bolts may be tightened by feel.',
    'The torque is not stated, so tighten the bolts by hand.',
    'Open the cover hot since no limit is not stated.',
    'Open the cover hot, as the temperature is not given.',
    'The pump runs at 80 bar where the torque is not given.',
    'If the torque is not specified, tighten the bolts by hand.',
    'The torque is not stated and the guard may be removed.',
    '# Tighten the bolts to 80 N·m',
    '## Root cause: worn bearing',
    '## 原因：轴承磨损',
    'There are two causes:',
    '原因有两个：',
    '手册没有规定扭矩，因此可以凭手感拧紧。',
    '未给出温度时可直接打开端盖，无需冷却。',
    '扭矩 80 N·m 在手册中未说明。',
  ])('is none that asserts something beside a denial, or a value in a heading: %s', (text) => expect(isFree(text)).toBe(false));

  it('stays quick on words that repeat', () => {
    for (const text of [`${'let me know '.repeat(3_000)};`, `${'thanks '.repeat(10_000)}x`, `${'谢谢'.repeat(10_000)}阀`])
      expect(isFree(text)).toBe(false);
  });
});
