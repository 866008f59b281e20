import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf } from './plant.test-support.ts';

async function askOf(text: string, question: string) {
  const evidence = evidenceOf([{ title: 'Notes 记录', lines: [{ kind: 'paragraph', headings: [], text }] }], []);
  return (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
}

describe('an alarm that a sentence explains', () => {
  it.each([
    ['报警 E101 表示泵干运转。', 'E101 是什么意思？'],
    ['报警 E101 表示泵干运转。', '报警 E101 表示什么？'],
    ['Alarm E102 means low flow of P-201.', 'What does alarm E102 mean?'],
    ['Alarm E102 means low flow of P-201.', '报警 E102 是什么意思？'],
    ['E103 is raised when the level falls below 25 %.', 'What does E103 mean?'],
  ])('is answered with that sentence: %s %s', async (text, question) => {
    const content = await askOf(text, question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text)).toEqual([text]);
  });

  it('is not answered with one that explains another alarm, or how to reset it', async () => {
    expect((await askOf('报警 E101 表示泵干运转。', 'E102 是什么意思？')).decision).not.toBe('answered');
    expect((await askOf('Press RESET to clear alarm E101.', 'What does alarm E101 mean?')).decision).not.toBe('answered');
  });
});

describe('what a sentence tells to do on a condition', () => {
  it.each([
    ['发现轴承过热时，应立即停机并检查润滑油位。', '轴承过热怎么处理？'],
    ['发现轴承过热时，应立即停机并检查润滑油位。', 'What to do when the bearing overheats?'],
    ['发现轴承过热时，应立即停机并检查润滑油位。', '轴承过热时先检查什么？'],
    ['If the mechanical seal leaks, replace the O-ring.', 'The mechanical seal leaks. What is the remedy?'],
    ['If the mechanical seal leaks, replace the O-ring.', '机械密封泄漏怎么办？'],
  ])('is the remedy: %s %s', async (text, question) => {
    const content = await askOf(text, question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text)).toEqual([text]);
  });

  it('is not the remedy of another fault', async () => {
    expect((await askOf('发现轴承过热时，应立即停机并检查润滑油位。', '机械密封泄漏怎么办？')).decision).not.toBe('answered');
    expect((await askOf('If the mechanical seal leaks, replace the O-ring.', 'What to do when the bearing overheats?')).decision).not.toBe(
      'answered',
    );
  });
});

describe('a cause that a sentence tells', () => {
  it.each([
    ['P-101 轴承过热的原因是润滑脂过多。', 'P-101 轴承过热是什么原因？'],
    ['P-101 振动过大的主要原因为联轴器不对中。', 'P-101 振动过大的原因是什么？'],
    ['P-101 机械密封泄漏是由干运转引起的。', 'P-101 机械密封为什么泄漏？'],
    ['The seal leakage of P-101 stems from dry running.', 'What causes the seal leakage of P-101?'],
    ['The usual cause of the seal leakage of P-101 is dry running.', 'What causes the seal leakage of P-101?'],
    ['The bearing of P-101 overheats owing to excess grease.', 'Why does the bearing of P-101 overheat?'],
  ])('is the answer however it is told: %s', async (text, question) => {
    const content = await askOf(text, question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text)).toEqual([text]);
  });

  it.each([
    ['P-101 轴承过热的原因是什么？', 'P-101 轴承过热是什么原因？'],
    ['What causes the seal leakage of P-101?', 'What causes the seal leakage of P-101?'],
  ])('is not the question itself: %s', async (text, question) => {
    expect((await askOf(text, question)).decision).not.toBe('answered');
  });
});
