import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf } from './plant.test-support.ts';

async function askOf(text: string, question: string) {
  const evidence = evidenceOf([{ title: 'Notes 记录', lines: [{ kind: 'paragraph', headings: [], text }] }], []);
  return (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
}

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
