import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';

const STEPS = ['Tell the shift leader.', 'Close and lock the valves in the table.', 'Open the drain and wait.'];

describe('a question which valves stand in some way', () => {
  it.each(['Which valves are locked open?', '哪些阀门是锁开的？'])('is not answered by steps that lock valves: %s', async (question) => {
    const lines = STEPS.map((text) => ({ kind: 'step' as const, headings: ['Lockout of valves'], text }));
    const { content } = await answerQuestion(evidenceOf([{ title: 'Lockout', lines }]), ACCESS, { question }, new AbortController().signal);
    expect(content.decision).not.toBe('answered');
  });
});
