import { describe, expect, it } from 'vitest';
import { CAUSAL_PATTERNS, statesCause } from './causal-patterns.ts';

it('bounds each run of blanks, since a clause may end at any of them and a passage may hold hundreds', () => {
  for (const { expression } of CAUSAL_PATTERNS) expect(expression.source).not.toMatch(/\\s[*+]/);
});

describe('a sentence', () => {
  it.each([
    'P-101 轴承过热的原因是润滑脂过多。',
    '振动过大的主要原因为联轴器不对中。',
    '机械密封泄漏是由干运转引起的。',
    '由于润滑不良，轴承温度升高。',
    '润滑脂过多会导致轴承过热。',
    'Seal leakage is caused by dry running.',
    'Vibration may result from misalignment.',
    'Dry running leads to seal leakage.',
    'The usual cause of the seal leakage is dry running.',
    'Reasons for overheating are excess grease or a worn bearing.',
  ])('that states a cause: %s', (sentence) => {
    expect(statesCause(sentence)).toBe(true);
  });

  it.each([
    '轴承过热的原因是什么？',
    '振动过大的原因有哪些？',
    '原因分析',
    '轴承温度不得超过 80 ℃。',
    'Check the cause of the alarm.',
    'What caused the leak in the seal?',
  ])('that states none: %s', (sentence) => {
    expect(statesCause(sentence)).toBe(false);
  });
});
